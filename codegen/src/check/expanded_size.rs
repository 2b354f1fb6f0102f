//! The size of the texts of all codes.
//!
//! A range turns one row into thousands of codes, each with the texts of the row.

use crate::limits::Limit;
use crate::model::{Catalog, Row, Value};
use crate::report::Report;

/// Returns `true` if the size is within the limit. The checks that come after look at each code.
pub(super) fn check(catalog: &Catalog, limit: &Limit, report: &mut Report) -> bool {
    let mut texts = 0_u64;
    for row in catalog.tables.iter().flat_map(|table| &table.rows) {
        texts = texts.saturating_add(row.code.count.saturating_mul(length(row)));
        if texts > limit.max {
            report
                .error(row.code.span, limit.message())
                .note("the texts of a row count for each code of its range")
                .help("list the codes that exist instead of a range, or shorten the texts");
            return false;
        }
    }
    true
}

/// Returns the bytes of the texts of a row.
fn length(row: &Row) -> u64 {
    let name = row.name.value.as_ref().map_or(0, String::len);
    let renamed: usize = row.renamed.value.iter().flatten().map(String::len).sum();
    let messages: usize = row.messages.iter().map(|cell| cell.text.len()).sum();
    let printed: usize = row.printed.iter().map(String::len).sum();
    let attributes = row.attributes.iter().map(|field| match &field.value {
        Some(Value::Text(text)) => text.len(),
        _ => 0,
    });
    let attributes: usize = attributes.sum();
    let retired = row.retired.as_ref().map_or(0, |retired| retired.why.len());
    let length = row.code.first.len() + name + renamed + messages + printed + attributes + retired;
    u64::try_from(length).unwrap_or(u64::MAX)
}
