//! Rows that need review: a lint, denied unless the catalog says otherwise.

use std::collections::HashMap;

use crate::model::{Catalog, Table};
use crate::report::Report;
use crate::source::Cell;

/// Reports the rows that `import` and `reconcile` marked, those with the same mark together. A person clears the mark after the
/// review.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let mut groups: Vec<(&Cell, usize)> = Vec::new();
    let mut indices: HashMap<&str, usize> = HashMap::new();
    for mark in table.rows.iter().filter_map(|row| row.review.as_ref()) {
        let index = *indices.entry(&mark.text).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, count)) => *count += 1,
            None => groups.push((mark, 1)),
        }
    }
    for (first, count) in groups {
        let rows = match count {
            1 => "row needs".to_owned(),
            _ => format!("{count} rows need"),
        };
        let message = format!("{rows} review ({})", first.text);
        let finding = report.lint(catalog.lints.review, "review", first.span, message);
        match count {
            1 => finding.help("review the row, then clear this cell"),
            _ => finding
                .label("first of these rows")
                .help("review the rows, then clear these cells"),
        };
    }
}
