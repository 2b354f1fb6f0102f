//! What only the reference needs: where it goes, and its words in other languages than that of the catalog's docs.

use std::collections::BTreeMap;

use crate::source::Cell;

/// The part of the catalog that is for the reference alone. Nothing generated in Rust depends on it.
#[derive(Debug, Default)]
pub struct Reference {
    /// The folder of the Markdown; relative to the catalog.
    pub markdown: Option<Cell>,
    /// The crate that the generated code is part of: the paths begin with it.
    pub crate_name: Option<String>,
    pub translations: Vec<Translation>,
}

/// The catalog's docs in another language. What is empty is shown as the catalog has it.
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
