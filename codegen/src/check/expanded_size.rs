//! The size of what all codes say.
//!
//! A row is as long as people wrote it; a range makes thousands of codes of it, each with all that the row says.

use crate::limits::Limit;
use crate::model::{Catalog, Row, Value};
use crate::report::Report;

/// Returns `true` if it is within the limit: the checks that come after look at each code.
pub(super) fn check(catalog: &Catalog, limit: &Limit, report: &mut Report) -> bool {
    let mut texts = 0_u64;
    for row in catalog.tables.iter().flat_map(|table| &table.rows) {
        texts = texts.saturating_add(row.code.count.saturating_mul(length(row)));
        if texts > limit.max {
            report
                .error(row.code.span, limit.message())
                .help("a range gives its row's texts to each of its codes: list the codes that exist, or shorten the texts");
            return false;
        }
    }
    true
}

/// The bytes of all that a row says.
fn length(row: &Row) -> u64 {
    let name = row.name.value.as_ref().map_or(0, String::len);
    let messages: usize = row.messages.iter().map(|cell| cell.text.len()).sum();
    let printed: usize = row.printed.iter().map(String::len).sum();
    let attributes = row.attributes.iter().map(|field| match &field.value {
        Some(Value::Text(text)) => text.len(),
        _ => 0,
    });
    let attributes: usize = attributes.sum();
    let retired = row.retired.as_ref().map_or(0, |retired| retired.why.len());
    let length = row.code.first.len() + name + messages + printed + attributes + retired;
    u64::try_from(length).unwrap_or(u64::MAX)
}
