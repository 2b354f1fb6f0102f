//! Where a document prints something else than what users are shown, and why.

use codegen::Catalog;
use codegen::catalog::{Code, Row, Value};

/// What a document prints for a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Discrepancy<'a> {
    /// Something else than what users are shown.
    Differs { column: &'a str, text: &'a str },
    /// Nothing, where users are shown a message: it is a translation.
    Absent { column: &'a str },
}

/// The columns of a row in which the document is not what users are shown, in the order of the table's columns.
pub(crate) fn discrepancies<'a>(
    catalog: &'a Catalog,
    code: Code<'a>,
    row: Row<'a>,
) -> Vec<Discrepancy<'a>> {
    let difference = |(column, text): (&'a str, &'a str)| {
        let is_language = catalog.languages().any(|tag| tag == column);
        match shown(code, row, column) {
            Some(shown) if shown == text => None,
            Some(_) if text.is_empty() => is_language.then_some(Discrepancy::Absent { column }),
            _ if text.is_empty() => None,
            _ => Some(Discrepancy::Differs { column, text }),
        }
    };
    row.printed_cells().filter_map(difference).collect()
}

/// What readers are shown for a column, where they are.
fn shown<'a>(code: Code<'a>, row: Row<'a>, column: &str) -> Option<&'a str> {
    match column {
        "code" => Some(code.code()),
        "scope" => row.scope(),
        _ => row.message(column).or_else(|| match code.value(column)? {
            Value::Text(text) => Some(text),
            _ => None,
        }),
    }
}
