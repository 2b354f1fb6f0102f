//! `[translation.TAG]` of `catalog.toml`: the docs of the catalog in other languages, for the reference.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `[translation.TAG]`: translations of the docs. All are optional; missing ones are shown in the language of the catalog.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TranslationOptions {
    /// The meaning of the HTTP status: `[http] doc`.
    pub http: Option<String>,
    /// The docs of the modules: `[module]`.
    #[serde(default)]
    pub module: BTreeMap<Spanned<String>, String>,
    /// The attributes, by name: `[attribute.NAME]`.
    #[serde(default)]
    pub attribute: BTreeMap<Spanned<String>, AttributeTranslation>,
}

/// An attribute in another language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeTranslation {
    /// The name.
    pub name: Option<String>,
    /// The meaning.
    pub doc: Option<String>,
    /// The values.
    #[serde(default)]
    pub values: BTreeMap<Spanned<String>, ValueTranslation>,
}

/// A value in another language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ValueTranslation {
    /// The name.
    pub name: Option<String>,
    /// The meaning.
    pub doc: Option<String>,
}
