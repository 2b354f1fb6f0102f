//! Counts with their nouns.

/// Returns the count with the noun, in the plural unless the count is 1: `2 errors`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
