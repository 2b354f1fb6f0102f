//! Characters that do not belong in a file that people read.
//!
//! They are invisible, look like other characters, or change the direction of the text after them, so that readers and
//! programs see different texts.

use std::collections::BTreeSet;

use crate::report::Report;
use crate::source::{BYTE_ORDER_MARK, SourceId, Sources, Span};
use crate::unicode::is_invisible;

/// Reports each of them in a file; returns `true` if there are none.
pub(super) fn check(source: SourceId, sources: &Sources, report: &mut Report) -> bool {
    let text = &sources.get(source).text;
    let mut is_valid = true;
    for (at, c) in disallowed(text) {
        if !(at == 0 && c == BYTE_ORDER_MARK) {
            let span = Span::new(source, at..at + c.len_utf8());
            report_character(c, false, span, report);
            is_valid = false;
        }
    }
    is_valid
}

/// Reports those that a text has by an escape, each once, or a line break; returns `true` if there are none.
pub(super) fn check_text(text: &str, span: Span, report: &mut Report) -> bool {
    if text.contains(['\n', '\r', '\t']) {
        report
            .error(span, "text contains a line break or a tab")
            .help("write the text on one line")
            .help("to split a long text, use `\"\"\"` and end each line with `\\`");
        return false;
    }
    let found: BTreeSet<char> = disallowed(text).map(|(_, c)| c).collect();
    for c in &found {
        report_character(*c, true, span, report);
    }
    found.is_empty()
}

/// Returns the characters that do not belong in a text, each with its place.
fn disallowed(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = None;
    text.char_indices().filter(move |(at, c)| {
        let after = text[at + c.len_utf8()..].chars().next();
        let is_letter = is_joiner_in_word(before, *c, after);
        before = Some(*c);
        is_disallowed(*c) && !is_letter
    })
}

fn report_character(c: char, is_escape: bool, span: Span, report: &mut Report) {
    let number = format!("U+{:04X}", u32::from(c));
    let form = if is_escape {
        " written as an escape"
    } else {
        ""
    };
    let message = if is_space(c) {
        format!("non-standard space {number}{form}")
    } else if c.is_control() {
        format!("control character {number}{form}")
    } else {
        format!("invisible character {number}{form}")
    };
    let finding = report.repeated_error(span, message);
    let delete = if is_escape {
        "delete the escape"
    } else {
        "delete it"
    };
    if is_space(c) {
        finding.help("replace it with a normal space");
    } else if c.is_control() {
        finding.help(delete);
    } else {
        finding
            .note("it can make a text look different from what it is")
            .help(delete);
    }
}

fn is_disallowed(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || is_invisible(c) || is_space(c)
}

/// Returns `true` for spaces that spreadsheets and web pages use in place of the normal one.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Returns `true` for U+200C and U+200D between letters of Persian, Hindi and others, and for Mongolian variation selectors.
fn is_joiner_in_word(before: Option<char>, c: char, after: Option<char>) -> bool {
    if matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}') {
        return matches!(before, Some('\u{1820}'..='\u{18aa}'));
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{600}'..='\u{dff}'));
    matches!(c, '\u{200c}' | '\u{200d}') && is_letter(before) && is_letter(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_are_allowed_between_letters_of_their_scripts() {
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
