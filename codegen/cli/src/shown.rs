//! What readers are shown of a table, whatever the format.

use codegen::lower::{Catalog, Table};
use codegen::model::Attribute;

/// The enum's path, from the crate where the catalog names it.
pub(super) fn path(catalog: &Catalog<'_>, table: &Table<'_>) -> String {
    match &catalog.model.reference.crate_name {
        Some(name) => format!("{name}::{}", table.path()),
        None => table.path(),
    }
}

/// The document that it was taken from.
pub(super) fn source(table: &Table<'_>) -> Option<String> {
    let source = &table.model.provenance;
    let parts = [&source.publisher, &source.document, &source.version];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whether the statuses say more than the codes do.
pub(super) fn has_http(table: &Table<'_>) -> bool {
    let differs = |code: &codegen::lower::Code<'_>| {
        code.http.is_some_and(|http| http.to_string() != code.code)
    };
    table.codes.iter().any(differs)
}

/// The attributes that it has columns for, in the catalog's order, each with its index.
pub(super) fn attributes<'a>(
    catalog: &Catalog<'a>,
    table: &Table<'_>,
) -> Vec<(usize, &'a Attribute)> {
    let attributes = catalog.model.attributes.iter().enumerate();
    attributes
        .filter(|(index, _)| table.model.attributes.contains(index))
        .collect()
}
