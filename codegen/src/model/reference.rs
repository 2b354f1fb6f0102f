//! The data of the reference: its directory, and the catalog's docs in other languages.

use std::collections::BTreeMap;

use crate::source::Cell;

/// The part of the catalog that only the reference uses. The generated Rust code does not depend on it.
#[derive(Debug, Default)]
pub struct Reference {
    /// The directory of the Markdown files, relative to the catalog.
    pub markdown: Option<Cell>,
    /// The name of the crate with the generated code, the first part of each path.
    pub crate_name: Option<String>,
    pub translations: Vec<Translation>,
}

/// The catalog's docs in another language. Missing ones are shown in the language of the catalog.
#[derive(Debug, Default)]
pub struct Translation {
    pub language: String,
    pub http: Option<String>,
    /// By path.
    pub modules: BTreeMap<String, String>,
    /// By name.
    pub attributes: BTreeMap<String, Label>,
    /// By the names of the attribute and of the value.
    pub values: BTreeMap<(String, String), Label>,
}

/// The name and the meaning of something in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    pub name: Option<String>,
    pub doc: Option<String>,
}
