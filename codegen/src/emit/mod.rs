//! Emit: from the lowered catalog to the text of the Rust files.
//!
//! What has a fixed size is built with `quote` and printed by prettyplease; what grows with the data (the variants
//! and the arrays) is written as text, a row a line, so that a changed row is a changed line and a hundred
//! thousand rows are no trouble. [`support`] holds the Rust that is emitted as it stands.

mod code_trait;
mod docs;
mod enums;
mod header;
mod http;
mod inline;
mod layout;
mod literal;
mod lookup;
mod methods;
mod module_file;
mod packed;
mod print;
mod printed_templates;
mod received;
mod root_file;
mod rows;
mod serde;
mod support;
mod table;
mod value;

use std::collections::BTreeMap;

use crate::lower::Catalog;
use crate::names;

pub(crate) use self::header::{is_generated, lines as header_lines};

/// The file that joins the others.
const ROOT_FILE: &str = "mod.rs";

/// The file of what no catalog changes. A module cannot be called `mod`, so it cannot be a module's.
const SUPPORT_FILE: &str = "mod.support.rs";

/// The file of a module: `cmi.rs`, `lianlian.accp.rs`.
pub(crate) fn module_file(path: &[String]) -> String {
    format!("{}.rs", path.join("."))
}

/// The contents of each file, by its name.
pub(crate) fn files(catalog: &Catalog<'_>) -> BTreeMap<String, String> {
    // No table's rows are in these two: they stay as they are when one of them changes.
    let shared = [
        (ROOT_FILE, root_file::emit(catalog)),
        (SUPPORT_FILE, support::emit()),
    ];
    let mut files = BTreeMap::new();
    for (name, text) in shared {
        files.insert(name.to_owned(), header::with(&text, catalog, [].iter()));
    }
    for (path, module) in &catalog.modules {
        if !module.tables.is_empty() {
            let tables = module.tables.iter().map(|index| &catalog.tables[*index]);
            let text = module_file::emit(catalog, path, module);
            files.insert(module_file(path), header::with(&text, catalog, tables));
        }
    }
    files
}

/// A name as an identifier, raw where it is a keyword.
fn ident(name: &str) -> proc_macro2::Ident {
    let span = proc_macro2::Span::call_site();
    if names::is_identifier(name) {
        proc_macro2::Ident::new(name, span)
    } else {
        proc_macro2::Ident::new_raw(name, span)
    }
}
