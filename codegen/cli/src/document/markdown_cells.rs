//! The cells of pipe tables.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::text::normalize_whitespace;

/// Returns `true` for a delimiter row: `| --- | :-: |`.
pub(crate) fn is_rule(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Returns the text of a cell as a reader sees it.
pub(crate) fn inline(cell: &str) -> String {
    // Inside a table, `1. …` and `# …` do not become a list or a heading.
    let table = format!(
        "|-|\n|-|\n| {} |\n",
        cell.replace('|', "\\|").replace("\\\\|", "\\|")
    );
    let (mut text, mut is_row) = (String::new(), false);
    for event in Parser::new_ext(&table, Options::ENABLE_TABLES) {
        match event {
            Event::End(TagEnd::TableHead) => is_row = true,
            Event::Text(part) | Event::Code(part) if is_row => text.push_str(&part),
            Event::InlineHtml(tag) if is_row => text.push_str(tag_text(&tag)),
            _ => {}
        }
    }
    normalize_whitespace(&text)
}

/// Returns the text that a tag stands for. A tag that HTML does not define, such as `<appid>`, is text of the provider.
fn tag_text(tag: &str) -> &str {
    const TAGS: [&str; 20] = [
        "a", "b", "br", "center", "code", "del", "div", "em", "font", "i", "img", "kbd", "p", "s",
        "small", "span", "strong", "sub", "sup", "u",
    ];
    let name = tag.trim_start_matches(['<', '/']);
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    match name[..end].to_ascii_lowercase().as_str() {
        "br" => "\n",
        "p" | "div" => " ",
        name if TAGS.contains(&name) || name.is_empty() => "",
        _ => tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_plain_text() {
        for (cell, text) in [
            ("`1012`", "1012"),
            ("[1012]", "[1012]"),
            ("**bold** and [a link](x)", "bold and a link"),
            ("a &amp; b<br>c", "a & b c"),
            ("no <appid> given", "no <appid> given"),
            ("1. first", "1. first"),
            ("user_id * 2", "user_id * 2"),
            ("参数{参数名变量}", "参数{参数名变量}"),
        ] {
            assert_eq!(inline(cell), text);
        }
    }
}
