//! Cells whose text a program has lost: a lint, denied unless the catalog says otherwise.

use super::table_columns::TableColumns;
use crate::model::{Catalog, is_lost, spreadsheet_error};
use crate::read::csv::Grid;
use crate::report::{MAX_SINGLE, Report};
use crate::source::Span;

const LINT: &str = "damaged";

pub(super) fn check(grid: &Grid, columns: &TableColumns, catalog: &Catalog, report: &mut Report) {
    let level = catalog.lints.damaged;
    let mut lost: Vec<Span> = Vec::new();
    for row in &grid.rows {
        let is_reviewed = columns.review.cell(row).is_none();
        for cell in row.iter().filter(|_| is_reviewed) {
            if let Some(error) = spreadsheet_error(&cell.text) {
                report
                    .lint(level, LINT, cell.span, format!("cell contains `{error}`"))
                    .note("a spreadsheet writes this in place of a value that it cannot compute")
                    .help("restore the text; if it starts with `=`, `+`, `-` or `@`, put a space before it");
            } else if is_lost(&cell.text) {
                lost.push(cell.span);
            }
        }
    }
    let note = "programs write `?` for characters that their encoding does not have";
    let help = "restore the text, and save the file as UTF-8";
    let message = "question marks in place of a text";
    if lost.len() > MAX_SINGLE {
        let mut finding = report.lint(level, LINT, lost[0], message);
        for span in &lost[1..MAX_SINGLE] {
            finding = finding.related(*span, "also here");
        }
        let more = lost.len() - MAX_SINGLE;
        finding
            .note(format!("and {more} more"))
            .note(note)
            .help(help);
    } else {
        for span in lost {
            report
                .lint(level, LINT, span, message)
                .note(note)
                .help(help);
        }
    }
}
