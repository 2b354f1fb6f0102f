//! Text from a catalog as Markdown that shows it as it stands: not as markup, not as HTML, not as a link.
//!
//! rustdoc reads it (where a code block would become a test), and so do the readers of the reference in Markdown.

/// A line of text, for a paragraph, a list item, a heading, or a cell of a table.
pub fn markdown(text: &str) -> String {
    markdown_part(text.trim())
}

/// A part of such a line, with the blanks around it.
pub fn markdown_part(text: &str) -> String {
    let block = block_mark(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let is_mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '@' => {
                true
            }
            // Two hyphens and three full stops become other characters in rustdoc.
            '-' | '.' if before == Some(c) || after == Some(c) => true,
            '.' => ends_with(&text[..at], "www"),
            // The colon of an address makes a link of it; two at the start of a line make a command in the logs of CI.
            ':' => {
                text[at..].starts_with("://")
                    || text.starts_with("::") && at == 0
                    || ["http", "https", "ftp", "mailto", "xmpp"]
                        .into_iter()
                        .any(|scheme| ends_with(&text[..at], scheme))
            }
            _ => false,
        };
        if is_mark || block == Some(at) {
            escaped.push('\\');
        }
        // What a table's cell or a list's item cannot hold.
        escaped.push(if matches!(c, '\n' | '\r' | '\t') {
            ' '
        } else {
            c
        });
        before = Some(c);
    }
    escaped
}

/// The place of the mark that would make a list or a heading of the text: `- `, `1. `, `=`.
fn block_mark(text: &str) -> Option<usize> {
    let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &text[number..];
    let is_mark = if number == 0 {
        rest.starts_with(['-', '+', '='])
    } else {
        rest.starts_with(['.', ')'])
    };
    is_mark.then_some(number)
}

fn ends_with(text: &str, word: &str) -> bool {
    let tail = (text.len().checked_sub(word.len())).and_then(|start| text.get(start..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
}

/// Text as code where that is possible: a back-quote would end it, and so would a bar in a table. Two `#` may begin a
/// command in the logs of CI.
pub fn markdown_code(text: &str) -> String {
    if text.is_empty() || text.contains(['`', '|', '\\']) || text.contains("##") {
        markdown(text)
    } else {
        format!("`{text}`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_text_is_not() {
        for (text, expected) in [
            ("[user_id] <b>*", "\\[user\\_id\\] \\<b\\>\\*"),
            ("参数{param}", "参数{param}"),
            ("- 1. a-b: c. D", "\\- 1. a-b: c. D"),
            ("12) a", "12\\) a"),
            ("2008 a", "2008 a"),
            ("a -- b...", "a \\-\\- b\\.\\.\\."),
            ("see https://a.b, WWW.a.b", "see https\\://a.b, WWW\\.a.b"),
            ("::error::a", "\\::error::a"),
            ("    a", "a"),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
    }

    #[test]
    fn code_is_code_where_nothing_ends_it() {
        assert_eq!(markdown_code("0*0"), "`0*0`");
        assert_eq!(markdown_code("a`b"), "a\\`b");
    }
}
