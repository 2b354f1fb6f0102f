//! Messages that do not use the terms of the glossary.
//!
//! If a message contains a term in one language, the row's other messages contain a translation of the term.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::term_index::TermIndex;
use crate::model::{Catalog, Row, Table};
use crate::report::Report;
use crate::source::Cell;
use crate::suggest::or;

pub(super) fn check(tables: &[&Table], catalog: &Catalog, report: &mut Report) {
    check_duplicates(catalog, report);
    if catalog.glossary.is_empty() {
        return;
    }
    let languages = 0..catalog.languages.len();
    let terms: Vec<Wordings> = (languages.clone())
        .map(|language| {
            Wordings::new(
                catalog
                    .glossary
                    .iter()
                    .map(move |row| row.translations[language].as_slice()),
            )
        })
        .collect();
    for row in tables.iter().flat_map(|table| table.reviewed_rows()) {
        let lower = |message: &Cell| message.text.to_lowercase();
        let messages: Vec<String> = row.messages.iter().map(lower).collect();
        for from in languages.clone().filter(|from| row.has_message(*from)) {
            for term in terms[from].find(&messages[from]) {
                for to in languages.clone() {
                    if to != from && row.has_message(to) {
                        check_term(term, row, [from, to], &messages[to], catalog, report);
                    }
                }
            }
        }
    }
}

/// Checks that each term has one row.
fn check_duplicates(catalog: &Catalog, report: &mut Report) {
    let mut first_rows: HashMap<String, &Cell> = HashMap::new();
    for head in catalog.glossary.iter().map(|term| &term.head) {
        if head.text.is_empty() {
            continue;
        }
        let first = *(first_rows.entry(head.text.to_lowercase())).or_insert(head);
        if first.span == head.span {
            continue;
        }
        let message = format!("duplicate glossary term `{}`", head.text);
        let mut finding = report
            .lint(catalog.lints.glossary, "glossary", head.span, message)
            .related(first.span, "first defined here");
        if first.text != head.text {
            finding = finding.note("case is ignored");
        }
        finding.help("merge the rows, with `|` between the translations");
    }
}

/// Checks that a message contains a translation of a term; `text` is the message in lower case.
fn check_term(
    term: &Wording,
    row: &Row,
    [from, to]: [usize; 2],
    text: &str,
    catalog: &Catalog,
    report: &mut Report,
) {
    // Several rows may have the term; a translation of one of them is enough.
    let translations = (term.rows.iter()).flat_map(|row| &catalog.glossary[*row].translations[to]);
    let expected: Vec<&str> = translations.map(String::as_str).collect();
    let is_used = |term: &&str| position(text, &term.to_lowercase()).is_some();
    if expected.is_empty() || expected.iter().any(is_used) {
        return;
    }
    let message = format!(
        "glossary term `{}` is not translated as {}",
        term.text,
        or(&expected)
    );
    report
        .lint(
            catalog.lints.glossary,
            "glossary",
            row.messages[to].span,
            message,
        )
        .related(
            row.messages[from].span,
            format!("`{}` used here", term.text),
        )
        .help("use the glossary's translation, or add another one to the glossary");
}

/// A term in one language.
struct Wording<'a> {
    text: &'a str,
    lower: String,
    /// The rows of the glossary that have the term.
    rows: Vec<usize>,
}

/// The terms in one language.
struct Wordings<'a> {
    wordings: Vec<Wording<'a>>,
    index: TermIndex,
}

impl<'a> Wordings<'a> {
    /// Takes the translations in each row of the glossary.
    fn new(rows: impl Iterator<Item = &'a [String]>) -> Self {
        let mut by_term: BTreeMap<String, (&str, Vec<usize>)> = BTreeMap::new();
        for (row, translations) in rows.enumerate() {
            for text in translations {
                let wording = by_term.entry(text.to_lowercase());
                wording.or_insert((text, Vec::new())).1.push(row);
            }
        }
        let index = TermIndex::new(by_term.keys().cloned().collect());
        let wording = |(lower, (text, rows))| Wording { text, lower, rows };
        Wordings {
            wordings: by_term.into_iter().map(wording).collect(),
            index,
        }
    }

    /// Returns the terms in a text in lower case, without those inside longer ones, the longest first, so that `套餐组` is found and
    /// `套餐` is not.
    fn find(&self, text: &str) -> Vec<&Wording<'a>> {
        let places = self.index.find(text).filter_map(|(start, index)| {
            let wording = &self.wordings[index];
            let end = whole_words(text, start, &wording.lower)?;
            Some((wording, start..end))
        });
        let mut places: Vec<(&Wording, Range<usize>)> = places.collect();
        places.sort_by_key(|(term, place)| (Reverse(term.lower.len()), &term.lower, place.start));
        let mut is_taken = vec![false; text.len()];
        places.retain(|(_, place)| {
            let is_free = !is_taken[place.start] && !is_taken[place.end - 1];
            if is_free {
                is_taken[place.clone()].fill(true);
            }
            is_free
        });
        let mut found: Vec<&Wording> = places.into_iter().map(|(term, _)| term).collect();
        found.dedup_by_key(|term| &term.lower);
        found
    }
}

/// Returns the start and the end of a term in a text, both in lower case.
fn position(text: &str, term: &str) -> Option<(usize, usize)> {
    let mut places = text.match_indices(term);
    places.find_map(|(start, _)| Some((start, whole_words(text, start, term)?)))
}

/// Returns the end of a term at a place of a text. In scripts with spaces, a term is whole words, the last of which may have a
/// plural's `s`.
fn whole_words(text: &str, start: usize, term: &str) -> Option<usize> {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let mut end = start + term.len();
    if is_word(term.chars().next()) && is_word(text[..start].chars().next_back()) {
        return None;
    }
    if is_word(term.chars().next_back()) {
        if text[end..].starts_with('s') {
            end += 1;
        }
        if is_word(text[end..].chars().next()) {
            return None;
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_whole_words_or_their_plurals() {
        assert_eq!(position("the packages", "package"), Some((4, 12)));
        assert_eq!(position("add-on pack", "package"), None);
        assert_eq!(position("unpackaged", "package"), None);
        assert_eq!(position("repackage", "package"), None);
        assert_eq!(position("packaged", "package"), None);
        assert_eq!(position("package_id", "package"), None);
        assert_eq!(position("repackage a package", "package"), Some((12, 19)));
        assert_eq!(position("SIM卡1", "卡"), Some((3, 6)));
        assert_eq!(position("主卡已出库", "出库"), Some((9, 15)));
    }

    /// Returns the terms that a text contains.
    fn find(terms: &[&str], text: &str) -> Vec<String> {
        let rows: Vec<[String; 1]> = terms.iter().map(|term| [(*term).to_owned()]).collect();
        let wordings = Wordings::new(rows.iter().map(|row| row.as_slice()));
        let found = wordings.find(&text.to_lowercase());
        found.iter().map(|term| term.text.to_owned()).collect()
    }

    #[test]
    fn longer_terms_hide_shorter_ones_in_them() {
        let terms = ["套餐", "套餐组", "组"];
        assert_eq!(find(&terms, "套餐组不存在"), ["套餐组"]);
        assert_eq!(find(&terms, "套餐组与套餐"), ["套餐组", "套餐"]);
        assert_eq!(find(&terms, "组"), ["组"]);
    }

    #[test]
    fn terms_are_found_in_any_case_and_once() {
        let terms = ["card", "SIM card", "SIM", "Order", "order id"];
        assert_eq!(
            find(&terms, "SIM Cards and cards, cards"),
            ["SIM card", "card"]
        );
        assert_eq!(find(&terms, "order idle"), ["Order"]);
        assert_eq!(find(&terms, "reorder, simple"), Vec::<String>::new());
    }
}
