//! `[translation.TAG]` of `catalog.toml`: what the reference says in another language than that of the catalog's docs.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::placed::Placed;
/// `[translation.TAG]`: all of it is optional; what is left out is shown as the catalog has it.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TranslationOptions {
    /// What the HTTP status means: `[http] doc`.
    pub(crate) http: Option<String>,
    /// What each module is about: `[module]`.
    #[serde(default)]
    pub(crate) module: BTreeMap<Placed<String>, String>,
    /// The attributes, by name: `[attribute.NAME]`.
    #[serde(default)]
    pub(crate) attribute: BTreeMap<Placed<String>, AttributeTranslation>,
}

/// An attribute in another language.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeTranslation {
    /// What it is called.
    pub(crate) name: Option<String>,
    /// What it means.
    pub(crate) doc: Option<String>,
    /// Its values.
    #[serde(default)]
    pub(crate) values: BTreeMap<Placed<String>, ValueTranslation>,
}

/// A value in another language.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ValueTranslation {
    /// What it is called.
    pub(crate) name: Option<String>,
    /// What it means.
    pub(crate) doc: Option<String>,
}
