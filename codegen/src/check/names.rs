//! The style of names: a lint, allowed unless the catalog says otherwise.

use crate::model::{Catalog, Charset, Row, Table};
use crate::report::Report;

/// The most letters in a variant that is easy to read.
const MAX_LETTERS: usize = 40;

const LINT: &str = "name-style";

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let level = catalog.lints.name_style;
    for row in table.reviewed_rows() {
        let Some(name) = &row.name.value else {
            continue; // It is missing, or repeats the code's first row.
        };
        let at = row.name.span;
        let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
        if letters > MAX_LETTERS {
            report
                .lint(
                    level,
                    LINT,
                    at,
                    format!("name has {letters} letters, expected at most {MAX_LETTERS}"),
                )
                .help(
                    "name the subject and the condition in a few words, such as `iccid not found`",
                );
        }
        let words = lower_case_words(name);
        if *name != words {
            report
                .lint(
                    level,
                    LINT,
                    at,
                    format!("name `{name}` is not in lower-case words separated by single spaces"),
                )
                .help(format!("write `{words}`"));
        }
        if contains_code(name, row, table) && is_documented(row, table, catalog) {
            report
                .lint(
                    level,
                    LINT,
                    at,
                    format!("name contains the code `{}`", row.code.first),
                )
                .note("a name may contain the code only if the document does not describe the code")
                .help("name the condition");
        }
    }
}

/// Returns the name in lower case, with one space between two words.
fn lower_case_words(name: &str) -> String {
    let words: Vec<&str> = (name.split(['-', '_', ' ']))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").to_lowercase()
}

/// Returns `true` if the name contains the code as a number or, if codes have letters too, as a word. A code without digits may
/// be a word of the condition: `ORDER`.
fn contains_code(name: &str, row: &Row, table: &Table) -> bool {
    let code = &row.code.first;
    match table.charset {
        Charset::Digits | Charset::Integer => {
            let code = code.trim_start_matches('-');
            (name.split(|c: char| !c.is_ascii_digit())).any(|digits| digits == code)
        }
        Charset::Hex | Charset::Alphanumeric | Charset::Ascii => {
            code.contains(|c: char| c.is_ascii_digit())
                && name
                    .split([' ', '-', '_'])
                    .any(|word| word.eq_ignore_ascii_case(code))
        }
    }
}

/// Returns `false` if the table has printed messages, and none in this row.
fn is_documented(row: &Row, table: &Table, catalog: &Catalog) -> bool {
    let mut messages = (table.printed.iter().zip(&row.printed))
        .filter(|(column, _)| catalog.tags().any(|tag| tag == column.as_str()))
        .peekable();
    messages.peek().is_none() || messages.any(|(_, printed)| !printed.is_empty())
}
