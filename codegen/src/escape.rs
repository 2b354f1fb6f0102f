//! Escapes texts of a catalog for Markdown, which then shows them unchanged: without markup, HTML and links.
//!
//! rustdoc renders them (and would run a code block as a test), and so do viewers of the Markdown reference.

/// Escapes a line of text for a paragraph, a list item, a heading or a table cell.
pub fn markdown(text: &str) -> String {
    markdown_part(text.trim())
}

/// Escapes a part of a line, and keeps the spaces around it.
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
            // rustdoc replaces two hyphens and three full stops by other characters.
            '-' | '.' if before == Some(c) || after == Some(c) => true,
            '.' => ends_with(&text[..at], "www"),
            // A colon makes a link of an address. Two at the start of a line are a command in CI logs.
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
        // A table cell or a list item cannot contain these.
        escaped.push(if matches!(c, '\n' | '\r' | '\t') {
            ' '
        } else {
            c
        });
        before = Some(c);
    }
    escaped
}

/// Returns the place of a mark that would turn the text into a list or a heading: `- `, `1. `, `=`.
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

/// Formats a text as code if possible, and escapes it otherwise: a back-quote would end the code, a bar would end a table cell,
/// and two `#` can start a command in CI logs.
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
    fn markup_is_escaped_and_other_text_is_not() {
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
    fn text_that_would_end_code_is_escaped_instead() {
        assert_eq!(markdown_code("0*0"), "`0*0`");
        assert_eq!(markdown_code("a`b"), "a\\`b");
    }
}
