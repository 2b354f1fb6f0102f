//! How names are written: a lint, which the catalog turns on.

use crate::model::{Catalog, Charset, Row, Table};
use crate::report::Report;

/// How many letters a variant may have before it gets hard to read.
const MAX_LETTERS: usize = 40;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for row in &table.rows {
        let Some(name) = &row.name.value else {
            continue; // It is missing, or repeats the code's first row.
        };
        let mut found = |message: String, help: String| {
            if let Some(finding) = report.lint(
                catalog.lints.name_style,
                "name-style",
                row.name.span,
                message,
            ) {
                finding.help(help);
            }
        };
        let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
        if letters > MAX_LETTERS {
            found(
                format!("name has {letters} letters, expected at most {MAX_LETTERS}"),
                "name the subject and the condition in few words: `iccid not found`".to_owned(),
            );
        }
        let words = lower_case_words(name);
        if *name != words {
            found(
                format!("`{name}` is not in lower-case words"),
                format!("write `{words}`"),
            );
        }
        if contains_code(name, row, table) && is_documented(row, table, catalog) {
            found(
                format!("name contains the code `{}`", row.code.first),
                "name the condition: only a code that the document does not describe is named after itself"
                    .to_owned(),
            );
        }
    }
}

/// The name in lower case, with one space between two words.
fn lower_case_words(name: &str) -> String {
    let words: Vec<&str> = (name.split(['-', '_', ' ']))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").to_lowercase()
}

/// Returns `true` if the name has the code as a number or, where codes have letters too, as a word. A code without digits is a
/// word of its own: `ORDER` may well be the order.
fn contains_code(name: &str, row: &Row, table: &Table) -> bool {
    let code = &row.code.first;
    match table.charset {
        Charset::Digits => (name.split(|c: char| !c.is_ascii_digit())).any(|digits| digits == code),
        _ => {
            code.contains(|c: char| c.is_ascii_digit())
                && name
                    .split([' ', '-', '_'])
                    .any(|word| word.eq_ignore_ascii_case(code))
        }
    }
}

/// Returns `false` if the table says what the document prints, and it prints no message for this row.
fn is_documented(row: &Row, table: &Table, catalog: &Catalog) -> bool {
    let mut messages = (table.printed.iter().zip(&row.printed))
        .filter(|(column, _)| catalog.tags().any(|tag| tag == column.as_str()))
        .peekable();
    messages.peek().is_none() || messages.any(|(_, printed)| !printed.is_empty())
}
