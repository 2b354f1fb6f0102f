//! Rust written as text: the parts that grow with the data.

use std::fmt::Write as _;

/// A string literal. Only what has to be escaped is: the text stays readable, and does not depend on which
/// characters this version of Rust takes for printable.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            c if c.is_control() || crate::diagnostic::is_invisible(c) => {
                let _ = write!(literal, "{}", c.escape_unicode());
            }
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

/// Doc comments, one for each line of the text.
pub(super) fn doc_comments(out: &mut String, indent: &str, doc: &str) {
    for line in doc.lines() {
        let line = line.trim_end();
        let space = if line.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{indent}///{space}{line}");
    }
}

/// A `static` array with a row a line, each with the code and the variant that it is for.
pub(super) fn array<'a>(
    out: &mut String,
    doc: &str,
    name: &str,
    item_type: &str,
    rows: impl ExactSizeIterator<Item = (String, &'a str)>,
) {
    let _ = writeln!(
        out,
        "/// {doc}\n#[rustfmt::skip]\nstatic {name}: [{item_type}; {}] = [",
        rows.len()
    );
    for (value, remark) in rows {
        let _ = writeln!(out, "    {value}, // {remark}");
    }
    out.push_str("];\n\n");
}

/// A `static` array of numbers that nobody reads, as many in a line as fit.
pub(super) fn packed(
    out: &mut String,
    doc: &str,
    name: &str,
    item_type: &str,
    items: &[impl std::fmt::Display],
) {
    let _ = writeln!(
        out,
        "/// {doc}\n#[rustfmt::skip]\nstatic {name}: [{item_type}; {}] = [",
        items.len()
    );
    for line in items.chunks(20) {
        out.push_str("   ");
        for item in line {
            let _ = write!(out, " {item},");
        }
        out.push('\n');
    }
    out.push_str("];\n\n");
}

/// Indents each line that is not empty.
pub(super) fn indent(text: &str) -> String {
    let mut indented = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines() {
        if !line.is_empty() {
            indented.push_str("    ");
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
    fn literals_stay_readable_and_cannot_be_left() {
        assert_eq!(literal("成功 \"a\\\""), r#""成功 \"a\\\"""#);
        assert_eq!(literal("a\u{202e}\nb"), r#""a\u{202e}\u{a}b""#);
    }
}
