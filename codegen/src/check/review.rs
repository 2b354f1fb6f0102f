//! Rows that somebody must look at before anything is generated from them: a lint, denied unless the catalog says otherwise.

use crate::diagnostic::Report;
use crate::model::{Catalog, Table};

/// `import` and `reconcile` mark what a machine could not decide; the mark is removed by hand.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for mark in table.rows.iter().filter_map(|row| row.review.as_ref()) {
        let text = format!("to be looked at: {}", mark.text);
        let found = report.lint(catalog.lints.review, "review", mark.span, text);
        found.map(|finding| finding.help("put the row right, then empty this cell"));
    }
}
