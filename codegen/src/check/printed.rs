//! Plain texts beside printed ones: they say something else, and the note says why.

use crate::model::{Catalog, Table};
use crate::report::Report;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let lints = &catalog.lints;
    for row in &table.rows {
        for reworded in &row.reworded {
            let (column, plain, printed) = (&reworded.column, &reworded.plain, &reworded.printed);
            if plain.text == printed.text {
                let message = format!("`{column}` repeats `printed.{column}`");
                if let Some(finding) =
                    report.lint(lints.redundant, "redundant", plain.span, message)
                {
                    finding
                        .related(printed.span, "the printed text")
                        .help("leave the cell empty: that means as printed");
                }
            } else if row.note.is_empty() {
                let message = format!("`{column}` differs from `printed.{column}` without a note");
                if let Some(finding) = report.lint(lints.note, "note", plain.span, message) {
                    finding
                        .related(printed.span, "the printed text")
                        .help("say why in the column `note`");
                }
            }
        }
    }
}
