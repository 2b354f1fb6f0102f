//! The file of a module: its scopes and its tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::{print_items, root, table, words};
use crate::lower::{Catalog, Module};

/// The text of a module's file.
pub(super) fn emit(catalog: &Catalog<'_>, path: &[String], module: &Module<'_>) -> String {
    let outward: TokenStream = path.iter().map(|_| quote!(super::)).collect();
    let tables: Vec<_> = module
        .tables
        .iter()
        .map(|index| &catalog.tables[*index])
        .collect();
    let mut parts = Vec::new();
    if let Some(scoped) = tables.iter().find(|table| !table.model.scopes.is_empty()) {
        let doc = "Where a row of the document applies.";
        parts.push(root::spaced(&print_items(words::word_enum(
            catalog,
            "Scope",
            doc,
            &scoped.model.scopes,
            &outward,
        ))));
    }
    for lowered in tables {
        parts.push(table::emit(catalog, lowered, &outward));
    }
    parts.join("\n")
}
