//! The text of cells.

use codegen::text::is_invisible;

/// Returns the text without white space at its ends and with each run of white space as one space. Invisible characters are
/// dropped.
pub(crate) fn normalize_whitespace(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text with spaces instead of everything but line breaks in these places. Line numbers and offsets stay the same.
pub(crate) fn mask(text: &str, places: &[std::ops::Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for place in places {
        for byte in &mut bytes[place.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).expect("the places begin and end between characters")
}

/// Returns the line (from 0) of a byte.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}
