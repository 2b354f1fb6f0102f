//! The keys of `catalog.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `catalog.toml`: which tables there are and what they share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogFile {
    /// BCP 47 language tags; a column of every table each.
    pub(crate) languages: Vec<Spanned<String>>,
    /// The language that `Display` speaks; without it, the first one.
    pub(crate) display: Option<Spanned<String>>,
    /// A CSV file of terms that the messages must use; relative to the catalog.
    pub(crate) glossary: Option<Spanned<String>>,
    /// The tables: NAME stands for `NAME.toml` and `NAME.csv`, relative to the catalog.
    pub(crate) tables: Vec<Spanned<String>>,
    /// Where Rust output goes.
    #[serde(default)]
    pub(crate) rust: RustOptions,
    /// That the codes have an HTTP status.
    pub(crate) http: Option<HttpOptions>,
    /// What each module is about, in a sentence, by its path.
    #[serde(default)]
    pub(crate) module: BTreeMap<Spanned<String>, String>,
    /// What else is said of each code, by name.
    #[serde(default)]
    pub(crate) attribute: BTreeMap<Spanned<String>, AttributeOptions>,
}

/// `[rust]`: where Rust output goes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RustOptions {
    /// The folder of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub(crate) out: Option<String>,
    /// The command that refreshes the checked-in copy, as the files' headers give it; without it, `codegen`.
    pub(crate) command: Option<Spanned<String>>,
}

/// `[http]`: that the codes have an HTTP status.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpOptions {
    /// What the status means, in a sentence or two.
    pub(crate) doc: Option<String>,
    /// Whether codes may be without one.
    #[serde(default)]
    pub(crate) optional: bool,
}

/// `[attribute.NAME]`: something that is said of each code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeOptions {
    /// What it means, in a sentence or two.
    pub(crate) doc: String,
    /// `text`, `integer` or `flag`; an attribute with `values` has none.
    pub(crate) kind: Option<Spanned<String>>,
    /// Whether codes may be without it.
    #[serde(default)]
    pub(crate) optional: bool,
    /// A closed vocabulary: each value, and what it means.
    pub(crate) values: Option<BTreeMap<Spanned<String>, String>>,
}
