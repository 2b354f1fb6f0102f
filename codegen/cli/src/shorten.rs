//! Texts of arguments in messages, which may be much longer than a line.

/// Returns the first 100 characters of a text, with `…` if there are more.
pub(crate) fn shortened(text: &str) -> String {
    const MAX_LENGTH: usize = 100;
    let mut shown: String = text.chars().take(MAX_LENGTH).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
