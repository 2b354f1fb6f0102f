//! The keys of a table's `NAME.toml`.

use std::collections::BTreeMap;

use super::placed::Placed;
use serde::Deserialize;

/// `NAME.toml`: what `NAME.csv` beside it is.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TableFile {
    /// The path of the Rust module: `lianlian`, or `lianlian::accp`.
    pub(crate) module: Placed<String>,
    /// The enum's name: `ReturnCode`.
    #[serde(rename = "type")]
    pub(crate) type_name: Placed<String>,
    /// What the table is called, by language.
    #[serde(default)]
    pub(crate) title: BTreeMap<Placed<String>, String>,
    /// Where it comes from.
    pub(crate) source: Option<Provenance>,
    /// What its codes look like.
    pub(crate) code: CodeOptions,
    /// Which HTTP statuses its rows may name.
    pub(crate) http: Option<Placed<HttpRule>>,
    /// Where a row may apply, for tables with a `scope` column.
    pub(crate) scope: Option<ScopeOptions>,
    /// The codes that stand more than once, and why.
    #[serde(default)]
    pub(crate) repeated: BTreeMap<Placed<String>, String>,
    /// What the document prints where a message varies, besides `{}` and anything else in braces: `X`.
    #[serde(default)]
    pub(crate) printed_placeholders: Vec<Placed<String>>,
}

/// `source`: the document that the table was taken from.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeOptions {
    /// The characters that they have.
    pub(crate) charset: Charset,
    /// How many characters each has; without it, any number.
    pub(crate) width: Option<Placed<i64>>,
    /// How many codes a range may stand for; without it, 10,000.
    pub(crate) max_range: Option<u32>,
}

/// What a table's codes are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Charset {
    /// `0` to `9`. Such codes are numbers too, and are ordered as numbers.
    Digits,
    /// ASCII letters and digits.
    Alphanumeric,
    /// Printable ASCII without white space.
    Ascii,
}

/// What a status is the same as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SameAs {
    /// The code.
    Code,
}

/// `http`: which statuses the rows may name. Without it, any from 100 to 599.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpRule {
    /// The code itself is the status, and there is no `http` column.
    pub(crate) same_as: Option<SameAs>,
    /// The table whose codes are the statuses that may be named.
    pub(crate) table: Option<Placed<String>>,
    /// Statuses that may be named besides.
    #[serde(default)]
    pub(crate) also: Vec<Placed<i64>>,
}

/// `[scope]`: where a row may apply.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeOptions {
    /// Each scope, and what it means.
    pub(crate) values: BTreeMap<Placed<String>, String>,
}
