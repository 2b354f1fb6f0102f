//! Words with a fixed spelling: `spellings` of the catalog.

use std::ops::Range;

use crate::model::{Catalog, Row, Table};
use crate::report::Report;
use crate::source::Cell;

/// Checks that each word has one spelling.
pub(super) fn check_declared(catalog: &Catalog, report: &mut Report) {
    for (index, word) in catalog.spellings.iter().enumerate() {
        let is_same = |first: &&Cell| first.text.eq_ignore_ascii_case(&word.text);
        if let Some(first) = catalog.spellings[..index].iter().find(is_same) {
            report
                .error(word.span, spellings_message(&first.text, &word.text))
                .related(first.span, "first listed here")
                .help("remove one of them");
        }
    }
}

fn spellings_message(first: &str, second: &str) -> String {
    if first == second {
        format!("duplicate spelling `{second}`")
    } else {
        format!("`{first}` and `{second}` are spellings of the same word")
    }
}

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    // Of two spellings of a word, which is an error, the first one counts.
    let mut words: Vec<&str> = Vec::new();
    for word in &catalog.spellings {
        if !words
            .iter()
            .any(|first| first.eq_ignore_ascii_case(&word.text))
        {
            words.push(&word.text);
        }
    }
    let messages = table.reviewed_rows().flat_map(Row::own_messages);
    for (_, message) in messages {
        for word in &words {
            let mut places = occurrences(&message.text, word);
            let Some(found) = places.find(|place| &message.text[place.clone()] != *word) else {
                continue;
            };
            let text = format!("`{}` should be spelled `{word}`", &message.text[found]);
            report
                .lint(catalog.lints.spelling, "spelling", message.span, text)
                .help(format!(
                    "write `{word}`, or remove `{word}` from `spellings` in the catalog"
                ));
        }
    }
}

/// Returns `true` if the message starts with one of the words, spelled as it should be.
pub(super) fn starts_message(message: &str, catalog: &Catalog) -> bool {
    let mut words = catalog.spellings.iter().map(|word| &word.text);
    words.any(|word| {
        message.starts_with(word.as_str()) && occurrences(message, word).any(|at| at.start == 0)
    })
}

/// Returns the places of a word in a text, in upper or lower case, outside placeholders. The word may have a plural's `s`.
fn occurrences<'a>(text: &'a str, word: &str) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let (lower, length) = (text.to_ascii_lowercase(), word.len());
    let starts: Vec<usize> = if word.is_empty() {
        Vec::new()
    } else {
        let word = word.to_ascii_lowercase();
        lower.match_indices(&word).map(|(at, _)| at).collect()
    };
    starts.into_iter().filter_map(move |start| {
        let (before, after) = (&text[..start], &text[start + length..]);
        let is_alone = !before.ends_with(is_word)
            && !after
                .strip_prefix('s')
                .unwrap_or(after)
                .starts_with(is_word);
        let in_placeholder = before.rfind('{') > before.rfind('}');
        (is_alone && !in_placeholder).then_some(start..start + length)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_are_whole_words_in_any_case_outside_placeholders() {
        let starts = |text: &str, word: &str| -> Vec<usize> {
            occurrences(text, word).map(|place| place.start).collect()
        };
        assert_eq!(starts("Iccid, ICCIDs and iccid", "ICCID"), [0, 7, 18]);
        assert_eq!(starts("iccid_list, myiccid, iccid2, iccidss", "ICCID"), []);
        assert_eq!(starts("{iccid}的iccid", "ICCID"), [10]);
        assert_eq!(starts("X-wsse", "X-WSSE"), [0]);
        assert_eq!(starts("", ""), []);
    }
}
