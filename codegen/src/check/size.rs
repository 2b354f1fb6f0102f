//! Whether the codes have so little to say that each of them can say it.
//!
//! A row is as long as people wrote it; a range makes thousands of codes of it, each with all that the row says.

use crate::diagnostic::Report;
use crate::limits;
use crate::model::{Catalog, Row, Value};

/// Whether they have; what comes after looks at each code.
pub(super) fn check(catalog: &Catalog, report: &mut Report) -> bool {
    let mut texts = 0_u64;
    for row in catalog.tables.iter().flat_map(|table| &table.rows) {
        texts = texts.saturating_add(row.code.count.saturating_mul(length(row)));
        if texts > limits::TEXTS.most() {
            report
                .error(row.code.span, limits::TEXTS.passed())
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
