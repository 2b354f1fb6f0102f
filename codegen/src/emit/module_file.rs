//! The file of a module: its scopes and its tables.

use proc_macro2::TokenStream;

use super::{enums, literal, print, serde, table};
use crate::lower::{Catalog, Module};

/// Returns the text of a module's file.
pub(super) fn emit(catalog: &Catalog<'_>, path: &[String], module: &Module<'_>) -> String {
    let root = "super::".repeat(path.len());
    let tables: Vec<_> = (module.tables.iter())
        .map(|index| &catalog.tables[*index])
        .collect();
    let mut parts = Vec::new();
    if let Some(scoped) = tables.iter().find(|table| !table.model.scopes.is_empty()) {
        let doc = "The scope of a row of the table.";
        let scopes = &scoped.model.scopes;
        let scope = enums::value_enum("Scope", doc, scopes, &TokenStream::new());
        parts.push(print::items(scope));
        let mut traits = "value_traits!(self::Scope);\n".to_owned();
        traits.extend(serde::of_values(catalog, "self::Scope"));
        let traits = literal::indent(&traits, 1);
        parts.push(format!(
            "#[allow(clippy::wildcard_imports)] // What the traits need.\nconst _: () = {{\n    use {root}*;\n\n{traits}}};\n"
        ));
    }
    for lowered in tables {
        parts.push(table::emit(catalog, lowered, &root));
    }
    parts.join("\n")
}
