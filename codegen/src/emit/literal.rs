//! Rust written as text, for the parts that grow with the data.

use std::fmt::Write as _;

/// Returns a string literal. Only characters that need it are escaped, so that the text stays readable and does not depend
/// on the characters that this version of Rust considers printable.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            c if c.is_control() || crate::unicode::is_invisible(c) => {
                let _ = write!(literal, "{}", c.escape_unicode());
            }
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

/// Returns string literals, separated by commas.
pub(super) fn strings(texts: &[impl AsRef<str>]) -> String {
    let literals: Vec<String> = (texts.iter()).map(|text| string(text.as_ref())).collect();
    literals.join(", ")
}

/// Returns bytes as the content of a byte string literal.
pub(super) fn bytes(bytes: impl IntoIterator<Item = u8>) -> String {
    let mut text = String::new();
    // A digit after `\0` would look like an octal escape.
    let mut is_behind_zero = false;
    for byte in bytes {
        let _ = match byte {
            0 => write!(text, "\\0"),
            b'0'..=b'9' if is_behind_zero => write!(text, "\\x{byte:02x}"),
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => write!(text, "{}", char::from(byte)),
            _ => write!(text, "\\x{byte:02x}"),
        };
        is_behind_zero = byte == 0;
    }
    text
}

/// Writes a doc comment for each line of a text.
pub(super) fn doc_comments(out: &mut String, indent: &str, doc: &str) {
    for line in doc.lines() {
        let line = line.trim_end();
        let space = if line.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{indent}///{space}{line}");
    }
}

/// Indents each line that is not empty, by levels of four spaces.
pub(super) fn indent(text: &str, levels: usize) -> String {
    let indent = "    ".repeat(levels);
    let mut indented = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines() {
        if !line.is_empty() {
            indented.push_str(&indent);
            indented.push_str(line);
        }
        indented.push('\n');
    }
    indented
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn string_literals_stay_readable_and_cannot_be_left() {
        assert_eq!(string("成功 \"a\\\""), r#""成功 \"a\\\"""#);
        assert_eq!(string("a\u{202e}\nb"), r#""a\u{202e}\u{a}b""#);
    }

    #[test]
    fn byte_literals_have_no_octal_escape() {
        assert_eq!(bytes(*b"\x001a\xff\0b"), r"\0\x31a\xff\0b");
    }
}
