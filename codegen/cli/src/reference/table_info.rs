//! Facts about a table that all formats show.

use codegen::Catalog;
use codegen::catalog::Table;

/// Returns the path of the enum, from the crate if the catalog names it.
pub(crate) fn path(catalog: &Catalog, table: Table<'_>) -> String {
    match catalog.crate_name() {
        Some(name) => format!("{name}::{}", table.path()),
        None => table.path(),
    }
}

/// Returns the source of a table in a language: publisher, document and version.
pub(crate) fn source(table: Table<'_>, language: &str) -> Option<String> {
    let facts: Vec<&str> = source_facts(table, language)
        .map(|(_, fact)| fact)
        .collect();
    (!facts.is_empty()).then(|| facts.join(" · "))
}

/// Returns the facts about the source of a table in a language, each with a key that names it.
pub(crate) fn source_facts<'a>(
    table: Table<'a>,
    language: &str,
) -> impl Iterator<Item = (&'static str, &'a str)> {
    let source = table.provenance(language);
    let facts = [
        ("publisher", source.publisher),
        ("document", source.document),
        ("edition", source.version),
    ];
    let facts = facts.into_iter();
    facts.filter_map(|(key, fact)| Some((key, fact?)))
}

/// Returns `true` if some HTTP status differs from its code.
pub(crate) fn has_http(table: Table<'_>) -> bool {
    table.codes().any(|code| {
        let status = code.http_status();
        status.is_some_and(|status| status.to_string() != code.code())
    })
}

/// Returns the attributes that have a column in the table, in the order of the catalog.
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
