//! Classes of characters.

// Generated code has the same rule.
include!("emit/support/is_hidden.rs");

/// Returns `true` for characters that are invisible or change the direction of the text after them, so that a text can look
/// different from what it is.
pub fn is_invisible(c: char) -> bool {
    is_hidden(c) && !c.is_control()
}

/// Returns `true` for Chinese characters: ideographs and their radicals.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}
