//! Rows that need review: a lint, denied unless the catalog says otherwise.

use crate::model::{Catalog, Table};
use crate::report::Report;

/// Reports the rows that `import` and `reconcile` marked. A person clears the mark after the review.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for mark in table.rows.iter().filter_map(|row| row.review.as_ref()) {
        let message = format!("row needs review ({})", mark.text);
        report
            .lint(catalog.lints.review, "review", mark.span, message)
            .help("review the row, then clear this cell");
    }
}
