//! Emit: from the lowered catalog to the text of the Rust files.
//!
//! Parts of a fixed size are built with `quote` and printed by prettyplease. Parts that grow with the data (the variants
//! and the rows) are written as text, one row per line, so that a changed row is a changed line and a hundred thousand rows
//! take little time. [`support`] has the Rust that is emitted unchanged.

mod code_trait;
mod docs;
mod enums;
mod errors;
mod field;
mod header;
mod http;
mod inline;
mod layout;
mod literal;
mod lookup;
mod messages;
mod methods;
mod module_file;
mod numbers;
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

pub(crate) use self::header::{lines as header_lines, origin};

/// The file that includes the others.
const ROOT_FILE: &str = "mod.rs";

/// The file that is the same for every catalog. A module cannot be named `mod`, so no module has this file.
const SUPPORT_FILE: &str = "mod.support.rs";

/// Returns the name of a module's file: `cmi.rs`, `lianlian.accp.rs`.
pub(crate) fn module_file(path: &[String]) -> String {
    format!("{}.rs", path.join("."))
}

/// Returns the contents of each file, by name.
pub(crate) fn files(catalog: &Catalog<'_>) -> BTreeMap<String, String> {
    // These two have no rows of tables: a change of a row does not change them.
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

/// Returns a name as an identifier, raw if it is a keyword.
fn ident(name: &str) -> proc_macro2::Ident {
    let span = proc_macro2::Span::call_site();
    if names::is_identifier(name) {
        proc_macro2::Ident::new(name, span)
    } else {
        proc_macro2::Ident::new_raw(name, span)
    }
}
