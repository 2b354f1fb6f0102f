//! The keys of a table's `NAME.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `NAME.toml`: what `NAME.csv` beside it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableFile {
    /// The path of the Rust module: `lianlian`, or `lianlian::accp`.
    pub(crate) module: Spanned<String>,
    /// The enum's name: `ReturnCode`.
    #[serde(rename = "type")]
    pub(crate) type_name: Spanned<String>,
    /// What the table is called, by language.
    #[serde(default)]
    pub(crate) title: BTreeMap<Spanned<String>, String>,
    /// Where it comes from.
    pub(crate) source: Option<Provenance>,
    /// What its codes look like.
    pub(crate) code: CodeOptions,
    /// Which HTTP statuses its rows may name.
    pub(crate) http: Option<Spanned<HttpRule>>,
    /// Where a row may apply, for tables with a `scope` column.
    pub(crate) scope: Option<ScopeOptions>,
    /// The codes that stand more than once, and why.
    #[serde(default)]
    pub(crate) repeated: BTreeMap<Spanned<String>, String>,
}

/// `source`: the document that the table was taken from.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Provenance {
    /// Its title.
    pub(crate) document: Option<String>,
    /// Who publishes it.
    pub(crate) publisher: Option<String>,
    /// Its edition.
    pub(crate) version: Option<String>,
}

/// `code`: what the codes look like.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeOptions {
    /// `digits`, `alphanumeric` or `ascii`.
    pub(crate) charset: Spanned<String>,
    /// How many characters each has; without it, any number.
    pub(crate) width: Option<Spanned<i64>>,
    /// How many codes a range may stand for; without it, 10,000.
    pub(crate) max_range: Option<u32>,
}

/// `http`: which statuses the rows may name. Without it, any from 100 to 599.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpRule {
    /// `"code"`: the code itself is the status, and there is no `http` column.
    pub(crate) same_as: Option<Spanned<String>>,
    /// The table whose codes are the statuses that may be named.
    pub(crate) table: Option<Spanned<String>>,
    /// Statuses that may be named besides.
    #[serde(default)]
    pub(crate) also: Vec<Spanned<i64>>,
}

/// `[scope]`: where a row may apply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeOptions {
    /// Each scope, and what it means.
    pub(crate) values: BTreeMap<Spanned<String>, String>,
}
