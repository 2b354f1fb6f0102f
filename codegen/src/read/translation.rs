//! `[translation.TAG]` of `catalog.toml`: what the reference says in another language than that of the catalog's docs.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `[translation.TAG]`: all of it is optional; what is left out is shown as the catalog has it.
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
    /// Its name.
    pub name: Option<String>,
    /// Its meaning.
    pub doc: Option<String>,
    /// Its values.
    #[serde(default)]
    pub values: BTreeMap<Spanned<String>, ValueTranslation>,
}

/// A value in another language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ValueTranslation {
    /// Its name.
    pub name: Option<String>,
    /// Its meaning.
    pub doc: Option<String>,
}
