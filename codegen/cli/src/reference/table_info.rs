//! What readers are shown of a table, whatever the format.

use codegen::Catalog;
use codegen::catalog::Table;

/// The enum's path, from the crate where the catalog names it.
pub(crate) fn path(catalog: &Catalog, table: Table<'_>) -> String {
    match catalog.crate_name() {
        Some(name) => format!("{name}::{}", table.path()),
        None => table.path(),
    }
}

/// The document that it was taken from.
pub(crate) fn source(table: Table<'_>) -> Option<String> {
    let source = table.provenance();
    let parts = [source.publisher, source.document, source.version];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Returns whether the statuses say more than the codes do.
pub(crate) fn has_http(table: Table<'_>) -> bool {
    table.codes().any(|code| {
        let status = code.http_status();
        status.is_some_and(|status| status.to_string() != code.code())
    })
}

/// The attributes that it has columns for, in the catalog's order.
pub(crate) fn attributes<'a>(
    catalog: &'a Catalog,
    table: Table<'a>,
) -> Vec<codegen::catalog::Attribute<'a>> {
    let is_column = |name: &str| table.attributes().any(|column| column.name() == name);
    let attributes = catalog.attributes();
    attributes
        .filter(|attribute| is_column(attribute.name()))
        .collect()
}
