//! Words with a fixed spelling: `spellings` of the catalog.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::term_index::TermIndex;
use crate::model::{Catalog, Row, Table};
use crate::report::Report;
use crate::source::Cell;

/// Checks that each word has one spelling.
pub(super) fn check_declared(catalog: &Catalog, report: &mut Report) {
    let mut first_words: HashMap<String, &Cell> = HashMap::new();
    for word in &catalog.spellings {
        let first = *(first_words.entry(word.text.to_ascii_lowercase())).or_insert(word);
        if !std::ptr::eq(first, word) {
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

pub(super) fn check(table: &Table, spellings: &Spellings, catalog: &Catalog, report: &mut Report) {
    let messages = table.reviewed_rows().flat_map(Row::own_messages);
    for (_, message) in messages {
        for (word, place) in spellings.misspelt(&message.text) {
            let text = format!("`{}` should be spelled `{word}`", &message.text[place]);
            report
                .lint(catalog.lints.spelling, "spelling", message.span, text)
                .help(format!(
                    "write `{word}`, or remove `{word}` from `spellings` in the catalog"
                ));
        }
    }
}

/// Words with a fixed spelling.
pub(super) struct Spellings<'a> {
    words: Vec<&'a str>,
    index: TermIndex,
}

impl<'a> Spellings<'a> {
    pub(super) fn new(words: impl Iterator<Item = &'a str>) -> Self {
        let mut by_lower: BTreeMap<String, &str> = BTreeMap::new();
        for word in words.filter(|word| !word.is_empty()) {
            // Of two spellings of a word, which is an error, the first one counts.
            by_lower.entry(word.to_ascii_lowercase()).or_insert(word);
        }
        Spellings {
            index: TermIndex::new(by_lower.keys().cloned().collect()),
            words: by_lower.into_values().collect(),
        }
    }

    /// Returns `true` if the message starts with one of the words, spelled as it should be.
    pub(super) fn start(&self, message: &str) -> bool {
        let mut places = self.occurrences(message).into_iter();
        places.any(|(word, place)| place.start == 0 && &message[place] == word)
    }

    /// Returns the words that a text spells otherwise, each with the first place.
    fn misspelt(&self, text: &str) -> Vec<(&'a str, Range<usize>)> {
        let mut places = self.occurrences(text);
        places.retain(|(word, place)| &text[place.clone()] != *word);
        places.sort_by_key(|(word, place)| (*word, place.start));
        places.dedup_by_key(|(word, _)| *word);
        places
    }

    /// Returns the places of the words in a text, in upper or lower case, outside placeholders. A word may have a plural's `s`.
    fn occurrences(&self, text: &str) -> Vec<(&'a str, Range<usize>)> {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let lower = text.to_ascii_lowercase();
        let places = self.index.find(&lower).filter_map(|(start, index)| {
            let word = self.words[index];
            let (before, after) = (&text[..start], &text[start + word.len()..]);
            let is_alone = !before.ends_with(is_word)
                && !after
                    .strip_prefix('s')
                    .unwrap_or(after)
                    .starts_with(is_word);
            let in_placeholder = before.rfind('{') > before.rfind('}');
            (is_alone && !in_placeholder).then_some((word, start..start + word.len()))
        });
        places.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_are_whole_words_in_any_case_outside_placeholders() {
        let starts = |text: &str, word: &str| -> Vec<usize> {
            let spellings = Spellings::new([word].into_iter());
            let places = spellings.occurrences(text).into_iter();
            places.map(|(_, place)| place.start).collect()
        };
        assert_eq!(starts("Iccid, ICCIDs and iccid", "ICCID"), [0, 7, 18]);
        assert_eq!(starts("iccid_list, myiccid, iccid2, iccidss", "ICCID"), []);
        assert_eq!(starts("{iccid}的iccid", "ICCID"), [10]);
        assert_eq!(starts("X-wsse", "X-WSSE"), [0]);
        assert_eq!(starts("", ""), []);
    }
}
