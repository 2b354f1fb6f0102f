//! A text that may depend on the language.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// A text: `"Return Codes"`, or by language: `{ zh = "返回码", en = "Return Codes" }`.
#[derive(Debug)]
pub(crate) enum TextOption {
    /// The same in every language.
    Same(String),
    ByLanguage(BTreeMap<Spanned<String>, String>),
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = TextOption;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or a TOML table of strings by language")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<TextOption, E> {
        Ok(TextOption::Same(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TextOption, A::Error> {
        BTreeMap::deserialize(MapAccessDeserializer::new(map)).map(TextOption::ByLanguage)
    }
}

// serde's untagged enums lose the spans.
impl<'de> Deserialize<'de> for TextOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}
