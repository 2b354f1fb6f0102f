//! Messages that do not use the terms of the glossary.
//!
//! If a message contains a term in one language, the row's other messages contain a translation of the term.

use std::collections::HashMap;

use crate::model::{Catalog, Row, Table, Term};
use crate::report::Report;
use crate::source::Cell;
use crate::suggest::or;

pub(super) fn check(tables: &[&Table], catalog: &Catalog, report: &mut Report) {
    check_duplicates(catalog, report);
    let languages = 0..catalog.languages.len();
    for from in languages.clone() {
        let index = Index::new(&catalog.glossary, from);
        for row in tables.iter().flat_map(|table| table.reviewed_rows()) {
            for to in languages.clone().filter(|to| *to != from) {
                compare(row, from, to, &index, catalog, report);
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

fn compare(
    row: &Row,
    from: usize,
    to: usize,
    index: &Index,
    catalog: &Catalog,
    report: &mut Report,
) {
    if !row.has_message(from) || !row.has_message(to) {
        return;
    }
    let (message, counterpart) = (&row.messages[from], &row.messages[to]);
    for term in index.find(&message.text) {
        // Several terms may have the same translation; a translation of one of them is enough.
        let expected: Vec<&str> = catalog
            .glossary
            .iter()
            .filter(|row| {
                row.translations[from]
                    .iter()
                    .any(|other| other.eq_ignore_ascii_case(term))
            })
            .flat_map(|row| row.translations[to].iter().map(String::as_str))
            .collect();
        if expected.is_empty()
            || expected
                .iter()
                .any(|expected| contains(&counterpart.text, expected))
        {
            continue;
        }
        let text = format!(
            "glossary term `{term}` is not translated as {}",
            or(&expected)
        );
        report
            .lint(catalog.lints.glossary, "glossary", counterpart.span, text)
            .related(message.span, format!("`{term}` used here"))
            .help("use the glossary's translation, or add another one to the glossary");
    }
}

/// The terms of one language, the longest first, so that `套餐组` is found before `套餐`.
struct Index<'a>(Vec<&'a str>);

impl<'a> Index<'a> {
    fn new(glossary: &'a [Term], language: usize) -> Self {
        let mut terms: Vec<&str> = glossary
            .iter()
            .flat_map(|term| term.translations[language].iter().map(String::as_str))
            .collect();
        terms.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        terms.dedup();
        Index(terms)
    }

    /// Returns the terms in the text, without those inside longer ones.
    fn find(&self, text: &str) -> Vec<&'a str> {
        let mut rest = text.to_lowercase();
        let mut found = Vec::new();
        for term in &self.0 {
            let wanted = term.to_lowercase();
            let mut is_found = false;
            while let Some((start, end)) = position(&rest, &wanted) {
                // NUL in place of the term separates the words around it.
                rest.replace_range(start..end, "\u{0}");
                is_found = true;
            }
            if is_found {
                found.push(*term);
            }
        }
        found
    }
}

fn contains(text: &str, term: &str) -> bool {
    position(&text.to_lowercase(), &term.to_lowercase()).is_some()
}

/// Returns the start and the end of a term in the text. In scripts with spaces, a term is whole words, the last of which may
/// have a plural's `s`.
fn position(text: &str, term: &str) -> Option<(usize, usize)> {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    text.match_indices(term).find_map(|(start, found)| {
        let mut end = start + found.len();
        let starts_inside =
            is_word(term.chars().next()) && is_word(text[..start].chars().next_back());
        if is_word(term.chars().next_back()) {
            if text[end..].starts_with('s') {
                end += 1;
            }
            if is_word(text[end..].chars().next()) {
                return None;
            }
        }
        (!starts_inside).then_some((start, end))
    })
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

    #[test]
    fn longer_terms_hide_shorter_ones_in_them() {
        let index = Index(vec!["套餐组", "套餐"]);
        assert_eq!(index.find("套餐组不存在"), ["套餐组"]);
        assert_eq!(index.find("套餐组与套餐"), ["套餐组", "套餐"]);
    }
}
