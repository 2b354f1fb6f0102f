//! The text of cells.

use codegen::text::{is_han, is_invisible};

/// Returns the text without white space at its ends and with each run of white space as one space, or as nothing if it is a line
/// break in Chinese text. Invisible characters are dropped.
pub(crate) fn normalize_whitespace(text: &str) -> String {
    let mut normal = String::new();
    let (mut is_space, mut is_break) = (false, false);
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() || c.is_control() {
            is_space = true;
            is_break |= c == '\n';
            continue;
        }
        let last = normal.chars().next_back();
        let is_joined = is_break && is_wide(c) && last.is_some_and(is_wide);
        if is_space && last.is_some() && !is_joined {
            normal.push(' ');
        }
        (is_space, is_break) = (false, false);
        normal.push(c);
    }
    normal
}

/// Returns `true` for Chinese and Japanese characters and their punctuation, between which lines are broken without a space.
fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3000}'..='\u{30ff}' | '\u{ff00}'..='\u{ff60}' | '“' | '”' | '‘' | '’' | '…' | '—')
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

/// Returns the byte at which each line begins.
pub(crate) fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(end, _)| end + 1);
    std::iter::once(0).chain(ends).collect()
}

/// Returns the line (from 0) of a byte.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_or_none() {
        for (text, normal) in [
            ("  a\t b\u{a0}\n c\u{200b} ", "a b c"),
            ("包裹晚到，\n但可能丢失", "包裹晚到，但可能丢失"),
            ("包裹\n  晚到", "包裹晚到"),
            ("包裹 晚到", "包裹 晚到"),
            ("参数\nsign 无效", "参数 sign 无效"),
            ("", ""),
        ] {
            assert_eq!(normalize_whitespace(text), normal);
        }
    }
}
