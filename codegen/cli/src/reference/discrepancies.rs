//! Differences between the printed texts of a document and the texts of the catalog.

use codegen::Catalog;
use codegen::catalog::{Code, Row, Value};

/// A difference in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Discrepancy<'a> {
    /// The document prints another text than the catalog has.
    Differs { column: &'a str, text: &'a str },
    /// The document has no message in this language: the message is a translation.
    Absent { column: &'a str },
}

/// Returns the columns of a row in which the document differs from the catalog, in the order of the table's columns.
pub(crate) fn discrepancies<'a>(
    catalog: &'a Catalog,
    code: Code<'a>,
    row: Row<'a>,
) -> Vec<Discrepancy<'a>> {
    let difference = |(column, text): (&'a str, &'a str)| {
        let is_language = catalog.languages().any(|tag| tag == column);
        match catalog_text(code, row, column) {
            Some(own) if own == text => None,
            Some(_) if text.is_empty() => is_language.then_some(Discrepancy::Absent { column }),
            _ if text.is_empty() => None,
            _ => Some(Discrepancy::Differs { column, text }),
        }
    };
    row.printed_cells().filter_map(difference).collect()
}

/// Returns the text of the catalog for a column, if it has one.
fn catalog_text<'a>(code: Code<'a>, row: Row<'a>, column: &str) -> Option<&'a str> {
    match column {
        "code" => Some(code.code()),
        "scope" => row.scope(),
        _ => row.message(column).or_else(|| match code.value(column)? {
            Value::Text(text) => Some(text),
            _ => None,
        }),
    }
}
