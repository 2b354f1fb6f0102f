//! The keys of a table's `NAME.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Charset, Provenance};

/// `NAME.toml`: what `NAME.csv` beside it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableFile {
    /// The path of the Rust module: `lianlian`, or `lianlian::accp`.
    pub module: Spanned<String>,
    /// The enum's name: `ReturnCode`.
    #[serde(rename = "type")]
    pub type_name: Spanned<String>,
    /// The table's title, by language.
    #[serde(default)]
    pub title: BTreeMap<Spanned<String>, String>,
    /// The document that it comes from.
    pub source: Option<Provenance>,
    /// The form of its codes.
    pub code: CodeOptions,
    /// Which HTTP statuses its rows may name.
    pub http: Option<Spanned<HttpRule>>,
    /// The scopes in which rows apply, for tables with a `scope` column.
    pub scope: Option<ScopeOptions>,
    /// The codes that stand more than once, and why.
    #[serde(default)]
    pub repeated: BTreeMap<Spanned<String>, String>,
    /// The marks that the document prints where a message varies, besides `{}` and anything else in braces: `X`.
    #[serde(default)]
    pub printed_placeholders: Vec<Spanned<String>>,
}

/// `code`: what the codes look like.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeOptions {
    /// The characters that they have.
    pub charset: Spanned<Charset>,
    /// The number of characters of each; without it, any number.
    pub width: Option<Spanned<i64>>,
    /// The number of codes that a range may stand for; without it, 10,000.
    pub max_range: Option<u32>,
}

/// The thing that a status is the same as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SameAs {
    /// The code.
    Code,
}

/// `http`: which statuses the rows may name. Without it, any from 100 to 599.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpRule {
    /// The code itself is the status, and there is no `http` column.
    pub same_as: Option<SameAs>,
    /// The table whose codes are the statuses that may be named.
    pub table: Option<Spanned<String>>,
    /// Statuses that may be named besides.
    #[serde(default)]
    pub also: Vec<Spanned<i64>>,
}

/// `[scope]`: where a row may apply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeOptions {
    /// Each scope, and what it means.
    pub values: BTreeMap<Spanned<String>, String>,
}
