//! Where a document prints something else than what users are shown, and why.

use codegen::lower::{Catalog, Code, Table};
use codegen::model::{Row, Value};

/// What a document prints for a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed<'a> {
    /// Something else than what users are shown.
    Differs { column: &'a str, text: &'a str },
    /// Nothing, where users are shown a message: it is a translation.
    Absent { column: &'a str },
}

/// The columns of an entry in which the document is not what users are shown; in the order of the table's columns.
pub(super) fn differences<'a>(
    catalog: &Catalog<'_>,
    table: &'a Table<'_>,
    code: &Code<'_>,
    entry: &'a Row,
) -> Vec<Printed<'a>> {
    let columns = table.model.printed.iter().map(String::as_str);
    let cells = columns.zip(entry.printed.iter().map(String::as_str));
    cells
        .filter_map(|(column, text)| {
            let is_language = catalog.model.tags().any(|tag| tag == column);
            match shown(catalog, table, code, entry, column) {
                Some(shown) if shown == text => None,
                Some(_) if text.is_empty() => is_language.then_some(Printed::Absent { column }),
                _ if text.is_empty() => None,
                _ => Some(Printed::Differs { column, text }),
            }
        })
        .collect()
}

/// What readers are shown for a column, where they are.
fn shown<'a>(
    catalog: &Catalog<'_>,
    table: &'a Table<'_>,
    code: &'a Code<'_>,
    entry: &'a Row,
    column: &str,
) -> Option<&'a str> {
    if let Some(language) = catalog.model.tags().position(|tag| tag == column) {
        return Some(&entry.messages[language].text);
    }
    match column {
        "code" => Some(&code.code),
        "scope" => entry
            .scope
            .map(|scope| table.model.scopes[scope].name.text.as_str()),
        _ => {
            let attributes = &catalog.model.attributes;
            let index = attributes
                .iter()
                .position(|attribute| attribute.name.text == column)?;
            match code.attributes[index] {
                Some(Value::Text(text)) => Some(text),
                _ => None,
            }
        }
    }
}
