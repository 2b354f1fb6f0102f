//! Placeholders: the messages of a row have the same ones in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::name_words::{self, SORTED};
use crate::model::{Catalog, Table, is_damaged, placeholders};
use crate::report::{MAX_SINGLE, Report};
use crate::source::Cell;

/// The placeholders of a message.
type Names<'a> = BTreeSet<&'a str>;

/// A message with other placeholders than most messages of its row.
struct Misfit<'a> {
    language: usize,
    message: &'a Cell,
    found: Names<'a>,
    /// The first message with the placeholders of most, and its language.
    usual: (usize, &'a Cell),
    expected: Names<'a>,
}

/// Checks that the messages of a row have the same placeholders. Returns `false` if the messages of a language are those of
/// other rows.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) -> bool {
    // A damaged message that is an error already needs no second one.
    let is_error = report.is_error(catalog.lints.damaged, "damaged");
    let is_readable = |message: &Cell| !is_error || !is_damaged(&message.text);
    let mut misfits: Vec<Misfit> = Vec::new();
    let mut rows_with_placeholders = 0;
    for row in &table.rows {
        let messages = row.own_messages();
        let messages = messages.filter(|(_, message)| !message.text.is_empty());
        let messages = messages.filter(|(_, message)| row.review.is_some() || is_readable(message));
        let names = messages.filter_map(|(language, message)| {
            Some((language, message, placeholders(&message.text)?))
        });
        let names: Vec<_> = names.collect();
        rows_with_placeholders += usize::from(names.iter().any(|(.., names)| !names.is_empty()));
        if names.windows(2).all(|pair| pair[0].2 == pair[1].2) {
            continue;
        }
        let Some((language, message, expected)) = most_common(&names) else {
            continue;
        };
        let different = names.iter().filter(|(.., found)| found != expected);
        misfits.extend(different.map(|(index, cell, found)| Misfit {
            language: *index,
            message: cell,
            found: found.clone(),
            usual: (*language, message),
            expected: expected.clone(),
        }));
    }
    let languages = 0..catalog.languages.len();
    for language in languages {
        let of_language = || misfits.iter().filter(|misfit| misfit.language == language);
        let count = of_language().count();
        if count > MAX_SINGLE
            && count * 2 >= rows_with_placeholders
            && are_of_other_rows(of_language())
        {
            let misfits: Vec<&Misfit> = of_language().collect();
            report_wrong_rows(&misfits, rows_with_placeholders, table, catalog, report);
            return false;
        }
    }
    for misfit in &misfits {
        report_misfit(misfit, catalog, report);
    }
    true
}

/// Returns the first message with the placeholders that most messages have.
fn most_common<'a, 'b>(
    messages: &'b [(usize, &'a Cell, Names<'a>)],
) -> Option<&'b (usize, &'a Cell, Names<'a>)> {
    let same = |names: &Names| {
        let others = messages.iter().filter(|(.., others)| others == names);
        others.count()
    };
    // `max_by_key` returns the last of several maxima.
    messages.iter().rev().max_by_key(|(.., names)| same(names))
}

/// Returns `true` if most of the messages have the placeholders that are expected of another of them.
fn are_of_other_rows<'a>(misfits: impl Iterator<Item = &'a Misfit<'a>> + Clone) -> bool {
    let mut expected: BTreeMap<&Names, usize> = BTreeMap::new();
    for misfit in misfits.clone() {
        *expected.entry(&misfit.expected).or_default() += 1;
    }
    let (mut count, mut elsewhere) = (0, 0);
    for misfit in misfits {
        count += 1;
        if let Some(left) = expected.get_mut(&misfit.found).filter(|left| **left > 0) {
            *left -= 1;
            elsewhere += 1;
        }
    }
    elsewhere * 2 > count
}

/// Reports a language whose messages are those of other rows.
fn report_wrong_rows(
    misfits: &[&Misfit],
    rows: usize,
    table: &Table,
    catalog: &Catalog,
    report: &mut Report,
) {
    let [first, ..] = misfits else { return };
    let tag = |language: usize| &catalog.languages[language].tag;
    let message = format!(
        "`{}` messages do not match those in `{}`: placeholders differ in {} of {rows} rows",
        tag(first.language),
        tag(first.usual.0),
        misfits.len(),
    );
    let label = |misfit: &Misfit| {
        let (expected, found) = (list(&misfit.expected), list(&misfit.found));
        format!("expected {expected}, found {found}")
    };
    let mut finding = report
        .error(first.message.span, message)
        .label(label(first));
    for misfit in &misfits[1..MAX_SINGLE] {
        finding = finding.related(misfit.message.span, label(misfit));
    }
    for note in name_words::notes(table, catalog) {
        finding = finding.note(note);
    }
    finding.help(SORTED);
}

fn report_misfit(misfit: &Misfit, catalog: &Catalog, report: &mut Report) {
    let (found, expected) = (&misfit.found, &misfit.expected);
    let missing = expected - found;
    let surplus = found - expected;
    let what = match (missing.is_empty(), surplus.is_empty()) {
        (_, true) => format!("is missing {}", list(&missing)),
        (true, _) => format!("has an extra {}", list(&surplus)),
        _ => format!(
            "is missing {} and has an extra {}",
            list(&missing),
            list(&surplus)
        ),
    };
    let tag = |language: usize| catalog.languages[language].tag.as_str();
    let (language, usual) = misfit.usual;
    report
        .error(
            misfit.message.span,
            format!("placeholders differ: `{}` {what}", tag(misfit.language)),
        )
        .related(usual.span, format!("placeholders of `{}`", tag(language)))
        .help("use the same placeholders in every language");
}

/// Returns placeholders as messages write them: `` `{id}`, `{name}` ``.
fn list(names: &Names) -> String {
    if names.is_empty() {
        return "no placeholder".to_owned();
    }
    let names: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
    names.join(", ")
}
