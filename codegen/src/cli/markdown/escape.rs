//! Text from a catalog as Markdown that shows it as it stands.

/// Text for a cell of a table: not taken for markup, for HTML, for a link or for the end of the cell.
pub(super) fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            // A cell has one line.
            '\n' | '\r' | '\t' => escaped.push(' '),
            // The colon of `https://`, the full stop of `www.` and the `@` of an address make links, and `$` a formula.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!'
            | '@' | ':' | '.' => {
                if needs_escape(c, &escaped) {
                    escaped.push('\\');
                }
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Full stops and colons are too frequent to be escaped where they do nothing.
fn needs_escape(c: char, before: &str) -> bool {
    let ends_with = |word: &str| {
        let tail = before
            .len()
            .checked_sub(word.len())
            .and_then(|start| before.get(start..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    };
    match c {
        '.' => ends_with("www"),
        ':' => ["http", "https", "ftp", "mailto", "xmpp"]
            .into_iter()
            .any(ends_with),
        _ => true,
    }
}

/// Text as code where that is possible: a back-quote or a bar would end it.
pub(super) fn code(text: &str) -> String {
    if text.contains(['`', '|', '\\']) {
        cell(text)
    } else {
        format!("`{text}`")
    }
}
