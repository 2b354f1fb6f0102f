//! Names and English messages that share no word: a lint. One of them may belong to another row.

use crate::model::{Catalog, Row, Table, is_damaged};
use crate::report::{MAX_SINGLE, Report};
use crate::source::Cell;

const LINT: &str = "name";

/// What to do about rows that mix the data of several codes.
pub(super) const SORTED: &str = "check whether a column was sorted without the others";

/// What to do if the names and messages are as they should be.
const SILENCE: &str = "to silence this lint, set `name = \"allow\"` in `[lints]` of the catalog";

/// Checks that names and messages describe the same conditions. Returns `false` if it reports an error about most of the rows.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) -> bool {
    let level = catalog.lints.name;
    let mut rows_match = true;
    for language in english(catalog) {
        match Mixed::find(table, language) {
            Some(mixed) => {
                let (first, _) = mixed.rows[0];
                let message = mixed.message(table, catalog);
                let mut finding = report.lint(level, LINT, first.name.span, message);
                for (_, message) in &mixed.rows[..MAX_SINGLE] {
                    finding = finding.related(message.span, "message");
                }
                finding
                    .note(format!("and {} more", mixed.rows.len() - MAX_SINGLE))
                    .help(SORTED)
                    .help(SILENCE);
                rows_match &= !report.is_error(level, LINT);
            }
            None => check_rows(table, language, catalog, report),
        }
    }
    rows_match
}

/// Returns a note for each language whose messages and names do not match in most rows.
pub(super) fn notes(table: &Table, catalog: &Catalog) -> Vec<String> {
    let mixed = english(catalog).filter_map(|language| Mixed::find(table, language));
    mixed.map(|mixed| mixed.message(table, catalog)).collect()
}

/// Names are in English, so other languages cannot be compared with them.
fn english(catalog: &Catalog) -> impl Iterator<Item = usize> {
    let languages = catalog.languages.iter().enumerate();
    let english = languages.filter(|(_, language)| language.primary() == "en");
    english.map(|(index, _)| index)
}

/// The rows with names and messages that share no word, if they are most rows of a table: the cause is likely to be one.
struct Mixed<'a> {
    language: usize,
    rows: Vec<(&'a Row, &'a Cell)>,
}

impl<'a> Mixed<'a> {
    fn find(table: &'a Table, language: usize) -> Option<Self> {
        let share_no_word = |(row, message): &(&Row, &Cell)| !share_word(row, &message.text);
        let rows: Vec<_> = messages(table, language).filter(share_no_word).collect();
        let is_most =
            rows.len() > MAX_SINGLE && rows.len() * 2 >= messages(table, language).count();
        is_most.then_some(Mixed { language, rows })
    }

    fn message(&self, table: &Table, catalog: &Catalog) -> String {
        let (count, rows) = (self.rows.len(), messages(table, self.language).count());
        let tag = &catalog.languages[self.language].tag;
        format!("names and `{tag}` messages share no word in {count} of {rows} rows")
    }
}

fn check_rows(table: &Table, language: usize, catalog: &Catalog, report: &mut Report) {
    for (row, message) in messages(table, language) {
        // The printed text counts as well: `BAD REQUEST` beside a reworded message.
        let text = format!("{} {}", message.text, row.printed.join(" "));
        if share_word(row, &text) {
            continue;
        }
        let name = row.name.value.as_deref().unwrap_or_default();
        let what = format!("name `{name}` shares no word with the message");
        report
            .lint(catalog.lints.name, LINT, row.name.span, what)
            .related(message.span, "message")
            .help("check that both describe the same condition, or reword one of them")
            .help(SILENCE);
    }
}

/// Returns the reviewed rows that have a message in a language, with it. Missing and damaged messages are reported elsewhere.
fn messages(table: &Table, language: usize) -> impl Iterator<Item = (&Row, &Cell)> {
    let rows = table
        .reviewed_rows()
        .filter(move |row| row.has_message(language));
    let messages = rows.map(move |row| (row, &row.messages[language]));
    messages.filter(|(_, message)| !message.text.is_empty() && !is_damaged(&message.text))
}

/// Returns `true` if the name of a row and a text share a word, perhaps in another form.
fn share_word(row: &Row, text: &str) -> bool {
    const STEM: usize = 4;
    let Some(name) = &row.name.value else {
        return true; // A missing or invalid name is an error.
    };
    let (text, lower_name) = (text.to_lowercase(), name.to_lowercase());
    let is_in_text = |word: &str| {
        let length = STEM.max(word.chars().count() / 2);
        let stem: String = word.chars().take(length).collect();
        text.contains(&stem)
    };
    let is_in_name = |word: &str| {
        let stem: String = word.chars().take(STEM).collect();
        word.chars().count() >= STEM && lower_name.contains(&stem)
    };
    lower_name.split([' ', '-', '_']).any(is_in_text)
        || text.split(|c: char| !c.is_alphanumeric()).any(is_in_name)
}
