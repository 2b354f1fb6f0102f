//! Characters that have no business in a file that people read.
//!
//! They do not show, or look like something else, or turn the direction of what follows: text with them can read
//! differently from what it does.

use crate::diagnostic::{Report, is_invisible};
use crate::source::{BYTE_ORDER_MARK, SourceId, Sources, Span};

/// Reports each of them; whether there was none.
pub(super) fn check(source: SourceId, sources: &Sources, report: &mut Report) -> bool {
    let text = &sources.get(source).text;
    let mut sound = true;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_strange(c) && !(at == 0 && c == BYTE_ORDER_MARK) {
            let after = text[at + c.len_utf8()..].chars().next();
            if !is_joiner_in_word(before, c, after) {
                let span = Span::new(source, at..at + c.len_utf8());
                let code_point = u32::from(c);
                let (what, help) = if is_space(c) {
                    (
                        "a space that is not an ordinary one",
                        "type an ordinary space",
                    )
                } else if c.is_control() {
                    ("a control character", "delete it")
                } else {
                    (
                        "a character that does not show",
                        "delete it: it can make text read differently from what it is",
                    )
                };
                report
                    .error(span, format!("{what}, U+{code_point:04X}"))
                    .help(help);
                sound = false;
            }
        }
        before = Some(c);
    }
    sound
}

fn is_strange(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || is_invisible(c) || is_space(c)
}

/// Spaces that a spreadsheet or a web page puts in place of the ordinary one.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Persian, Hindi and others write U+200C and U+200D between letters.
fn is_joiner_in_word(before: Option<char>, c: char, after: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{600}'..='\u{dff}'));
    matches!(c, '\u{200c}' | '\u{200d}') && is_letter(before) && is_letter(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_are_letters_of_some_scripts_and_tricks_in_others() {
        assert!(is_joiner_in_word(
            Some('\u{645}'),
            '\u{200c}',
            Some('\u{631}')
        ));
        assert!(!is_joiner_in_word(Some('a'), '\u{200d}', Some('b')));
        assert!(!is_joiner_in_word(
            Some('\u{645}'),
            '\u{202e}',
            Some('\u{631}')
        ));
    }
}
