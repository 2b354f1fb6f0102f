//! Rust written as text: the parts that grow with the data.

use std::fmt::Write as _;

use proc_macro2::TokenStream;

/// A string literal. Only what has to be escaped is: the text stays readable, and does not depend on which
/// characters this version of Rust takes for printable.
pub(super) fn literal(text: &str) -> String {
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

/// Doc comments, one for each line of the text.
pub(super) fn doc_comments(out: &mut String, indent: &str, doc: &str) {
    for line in doc.lines() {
        let line = line.trim_end();
        let space = if line.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{indent}///{space}{line}");
    }
}

/// A `static` array of numbers for the machine alone.
pub(super) fn numbers(
    out: &mut String,
    doc: &str,
    name: &str,
    numbers: &[u64],
    root: &TokenStream,
) {
    let (width, count) = (width(numbers), numbers.len());
    let bytes = bytes(numbers, root);
    let _ = writeln!(
        out,
        "/// {doc}\nstatic {name}: [[u8; {width}]; {count}] = {bytes};\n"
    );
}

/// How many bytes each of the numbers needs.
fn width(numbers: &[u64]) -> usize {
    match numbers.iter().max() {
        None | Some(0..=0xff) => 1,
        Some(0x100..=0xffff) => 2,
        Some(0x1_0000..=0xffff_ffff) => 4,
        Some(_) => 8,
    }
}

/// An array of numbers from a byte string: rustc takes one whole, and an array element by element.
pub(super) fn bytes(numbers: &[u64], root: &TokenStream) -> String {
    let (width, count) = (width(numbers), numbers.len());
    let root = root.to_string().replace(' ', "");
    let mut text = format!("{root}numbers::<{width}, {count}>(b\"\\\n");
    for line in numbers.chunks(32 / width) {
        text.push_str("    ");
        // A digit behind `\0` would look like an octal escape.
        let mut is_behind_zero = false;
        for byte in line
            .iter()
            .flat_map(|number| number.to_le_bytes().into_iter().take(width))
        {
            let _ = match byte {
                0 => write!(text, "\\0"),
                b'0'..=b'9' if is_behind_zero => write!(text, "\\x{byte:02x}"),
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => write!(text, "{}", char::from(byte)),
                _ => write!(text, "\\x{byte:02x}"),
            };
            is_behind_zero = byte == 0;
        }
        text.push_str("\\\n");
    }
    text.push_str("\")");
    text
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
