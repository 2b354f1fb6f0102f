//! Messages that are missing in a language with a fallback.

use crate::model::{Catalog, Table};
use crate::report::Report;

/// Reports how many messages each language of a table lacks, at the first of them.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for (index, language) in catalog.languages.iter().enumerate() {
        let [own, fallback, ..] = table.sources[index].as_slice() else {
            continue;
        };
        if *own != index {
            continue; // The table does not have the language.
        }
        let rows = table.reviewed_rows();
        let mut missing = rows
            .flat_map(|row| &row.missing)
            .filter(|missing| missing.language == index);
        let Some(first) = missing.next() else {
            continue;
        };
        let (count, rows) = (1 + missing.count(), table.reviewed_rows().count());
        let (are, translations) = match count {
            1 => ("is", "translation"),
            _ => ("are", "translations"),
        };
        let text = format!(
            "{count} of {rows} messages {are} missing in `{}`",
            language.tag
        );
        report
            .lint(catalog.lints.untranslated, "untranslated", first.span, text)
            .label("first missing message")
            .note(format!(
                "users see the message in `{}` instead",
                catalog.languages[*fallback].tag
            ))
            .help(format!("add the missing {translations}"));
    }
}
