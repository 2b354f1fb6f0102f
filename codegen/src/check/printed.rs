//! Plain texts beside printed ones: they differ from them, and the note gives the reason.

use crate::model::{Catalog, Table};
use crate::report::Report;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let lints = &catalog.lints;
    for row in table.reviewed_rows() {
        for reworded in &row.reworded {
            let (column, plain, printed) = (&reworded.column, &reworded.plain, &reworded.printed);
            if plain.text == printed.text {
                let message = format!("`{column}` repeats `printed.{column}`");
                report
                    .lint(lints.redundant, "redundant", plain.span, message)
                    .related(printed.span, "printed text")
                    .note(format!(
                        "if `{column}` is empty, the printed text is the message"
                    ))
                    .help("clear the cell");
            } else if row.note.is_empty() {
                let message = format!("`{column}` differs from `printed.{column}` without a note");
                report
                    .lint(lints.note, "note", plain.span, message)
                    .related(printed.span, "printed text")
                    .help("give the reason in the column `note`");
            }
        }
    }
}
