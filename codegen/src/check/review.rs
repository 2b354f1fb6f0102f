//! Rows that somebody must look at before anything is generated from them: a lint, denied unless the catalog says otherwise.

use crate::model::{Catalog, Table};
use crate::report::Report;

/// `import` and `reconcile` mark what a machine could not decide; the mark is removed by hand.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for mark in table.rows.iter().filter_map(|row| row.review.as_ref()) {
        let text = format!("to be looked at: {}", mark.text);
        if let Some(finding) = report.lint(catalog.lints.review, "review", mark.span, text) {
            finding.help("put the row right, then empty this cell");
        }
    }
}
