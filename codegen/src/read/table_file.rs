//! The keys of a table's `NAME.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::language_option::LanguageOption;
use super::text_option::TextOption;
use crate::model::Charset;

/// `NAME.toml`: the description of the table in `NAME.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableFile {
    /// The path of the Rust module: `lianlian`, or `lianlian::accp`.
    pub module: Spanned<String>,
    /// The name of the enum: `ReturnCode`.
    #[serde(rename = "type")]
    pub type_name: Spanned<String>,
    /// The languages with a column. The default is those of the catalog.
    pub languages: Option<Spanned<Vec<Spanned<LanguageOption>>>>,
    /// The title of the table, by language.
    #[serde(default)]
    pub title: BTreeMap<Spanned<String>, String>,
    /// What users must know first, by language.
    #[serde(default)]
    pub doc: BTreeMap<Spanned<String>, String>,
    /// The source document.
    pub source: Option<SourceOptions>,
    /// The form of the codes.
    pub code: CodeOptions,
    /// The HTTP statuses that rows may have.
    pub http: Option<Spanned<HttpRule>>,
    /// The scopes, for tables with a `scope` column.
    pub scope: Option<ScopeOptions>,
    /// The codes that occur more than once, each with the reason.
    #[serde(default)]
    pub repeated: BTreeMap<Spanned<String>, String>,
    /// The texts of the document that are not codes, each with the reason: headings of groups, dashes, words for other codes.
    #[serde(default)]
    pub ignored: BTreeMap<String, String>,
    /// The codes with a cautious value, by attribute: a code leaves caution only if it leaves the list as well.
    #[serde(default)]
    pub cautious: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// The marks of variable parts in printed texts, besides text in braces: `X`.
    #[serde(default)]
    pub printed_placeholders: Vec<Spanned<String>>,
    /// The paths of derive macros that the enum has besides the generator's own: `strum::EnumIter`.
    #[serde(default)]
    pub derive: Vec<Spanned<String>>,
    /// The Rust attributes of the enum: `#[must_use]`.
    #[serde(default)]
    pub attributes: Vec<Spanned<String>>,
    /// `true` if a `match` in another crate needs a `_` arm.
    #[serde(default)]
    pub non_exhaustive: bool,
}

/// `source`: the source document.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceOptions {
    /// The title.
    pub document: Option<TextOption>,
    /// The publisher.
    pub publisher: Option<TextOption>,
    /// The edition.
    pub version: Option<String>,
}

/// `code`: the form of the codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeOptions {
    /// The characters of the codes.
    pub charset: Spanned<Charset>,
    /// The number of characters in each code. The default is any number.
    pub width: Option<Spanned<i64>>,
    /// The most codes in a range. The default is 10,000.
    pub max_range: Option<u32>,
}

/// The value that equals the HTTP status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SameAs {
    /// The code.
    Code,
}

/// `http`: the statuses that rows may have. The default is any from 100 to 599.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpRule {
    /// The code is the status, and the table has no `http` column.
    pub same_as: Option<SameAs>,
    /// The table whose codes are the allowed statuses.
    pub table: Option<Spanned<String>>,
    /// Additional statuses.
    #[serde(default)]
    pub also: Vec<Spanned<i64>>,
}

/// `[scope]`: the scopes of rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeOptions {
    /// Each scope with its meaning.
    pub values: Spanned<BTreeMap<Spanned<String>, String>>,
}
