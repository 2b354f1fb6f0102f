//! Characters that have no business in a file that people read.
//!
//! They do not show, or look like something else, or turn the direction of what follows: text with them can read
//! differently from what it does.

use crate::report::Report;
use crate::source::{BYTE_ORDER_MARK, SourceId, Sources, Span};
use crate::unicode::is_invisible;

/// Reports each of them in a file; whether there was none.
pub(super) fn check(source: SourceId, sources: &Sources, report: &mut Report) -> bool {
    let text = &sources.get(source).text;
    let mut sound = true;
    for (at, c) in strange(text) {
        if !(at == 0 && c == BYTE_ORDER_MARK) {
            let span = Span::new(source, at..at + c.len_utf8());
            let (what, help) = described(c);
            report.error(span, what).help(help);
            sound = false;
        }
    }
    sound
}

/// Reports the first of them in a text that is written with escapes, or that has more lines than one; whether there was
/// none.
pub(super) fn check_text(text: &str, span: Span, report: &mut Report) -> bool {
    if text.contains(['\n', '\r', '\t']) {
        report
            .error(span, "a line break or a tab in a text")
            .help("a text is one line; a long one goes on after a `\\` at the end of a line, between `\"\"\"`");
        return false;
    }
    let Some((_, c)) = strange(text).next() else {
        return true;
    };
    let (what, help) = described(c);
    report
        .error(span, format!("{what}, by its escape"))
        .help(help);
    false
}

/// The characters that have no business there, each with its place.
fn strange(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = None;
    text.char_indices().filter(move |(at, c)| {
        let after = text[at + c.len_utf8()..].chars().next();
        let is_letter = is_joiner_in_word(before, *c, after);
        before = Some(*c);
        is_strange(*c) && !is_letter
    })
}

/// Says what is wrong with a character, and what to do.
fn described(c: char) -> (String, &'static str) {
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
    (format!("{what}, U+{:04X}", u32::from(c)), help)
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

/// Persian, Hindi and others write U+200C and U+200D between letters, Mongolian its variation selectors behind them.
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
