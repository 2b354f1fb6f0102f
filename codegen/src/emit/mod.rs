//! Emit: from the lowered catalog to the text of the Rust files.
//!
//! What has a fixed size is built with `quote` and printed by prettyplease; what grows with the data (the variants
//! and the arrays) is written as text, a row a line, so that a changed row is a changed line and a hundred
//! thousand rows are no trouble. [`support`] holds the Rust that is emitted as it stands.

mod code;
mod columns;
mod docs;
mod header;
mod http;
mod inline;
mod lookup;
mod methods;
mod module;
mod received;
mod root;
mod serde;
mod support;
mod table;
mod text;
mod wording;
mod words;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use syn::parse::Parser as _;
use syn::{Attribute, File, Item};

use crate::lower::Catalog;
use crate::names;

pub use self::header::Header;
pub use self::header::{lines as header_lines, of_the_generator};

/// The file that joins the others.
const ROOT_FILE: &str = "mod.rs";

/// The file of what no catalog changes. A module cannot be called `mod`, so it cannot be a module's.
const SUPPORT_FILE: &str = "mod.support.rs";

/// The file of a module: `cmi.rs`, `lianlian.accp.rs`.
pub fn module_file(path: &[String]) -> String {
    format!("{}.rs", path.join("."))
}

/// The contents of each file, by its name.
pub fn files(catalog: &Catalog<'_>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    // No table's rows are in it: it stays as it is when one of them changes.
    let root = header::with(root::emit(catalog), catalog, [].iter());
    files.insert(ROOT_FILE.to_owned(), root);
    let support = header::of_support(&support::emit());
    files.insert(SUPPORT_FILE.to_owned(), support);
    for (path, module) in &catalog.modules {
        if !module.tables.is_empty() {
            let tables = || module.tables.iter().map(|index| &catalog.tables[*index]);
            let text = module::emit(catalog, path, module);
            files.insert(module_file(path), header::with(text, catalog, tables()));
        }
    }
    files
}

/// Prints what `quote` built. It is laid out nearly as rustfmt would: where names are long, lines break elsewhere. So
/// rustfmt has to be told to leave it alone, as [`print_items`] does.
fn print(tokens: TokenStream) -> String {
    prettyplease::unparse(&parse(tokens))
}

/// Prints items, each of which rustfmt leaves alone.
fn print_items(tokens: TokenStream) -> String {
    let mut file = parse(tokens);
    for item in &mut file.items {
        let attributes = match item {
            Item::Enum(item) => &mut item.attrs,
            Item::Fn(item) => &mut item.attrs,
            Item::Impl(item) => &mut item.attrs,
            Item::Trait(item) => &mut item.attrs,
            _ => continue,
        };
        let skip = Attribute::parse_outer.parse_str("#[rustfmt::skip]");
        attributes.extend(skip.expect("it is an attribute"));
    }
    prettyplease::unparse(&file)
}

fn parse(tokens: TokenStream) -> File {
    let mut file = syn::parse2(tokens).expect("the emitters build Rust items");
    inline::all(&mut file);
    file
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
