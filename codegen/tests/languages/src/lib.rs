//! The selection of languages in catalogs with different languages.

#![allow(clippy::enum_variant_names, dead_code, missing_docs, unreachable_pub)] // of generated code

/// A row of the tables in the documents.
#[derive(Debug)]
pub struct Pair {
    /// The value of `Accept-Language`.
    pub requested: &'static str,
    /// The languages of the catalog, in its order.
    pub offered: &'static [&'static str],
    /// The language that the table says.
    pub selected: Option<&'static str>,
    /// `Lang::negotiate` of the catalog.
    pub negotiate: fn(&str) -> Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/pairs.rs"));
