//! Text of cells.

use codegen::text::is_invisible;

/// White space folded: runs become one space, ends are trimmed. What does not show is left out.
pub(crate) fn normalize_whitespace(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with all but its line ends blanked out in these places: lines keep their numbers, bytes their offsets.
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

/// The line (from 0) that holds the byte.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}
