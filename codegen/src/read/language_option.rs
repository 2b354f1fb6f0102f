//! An entry of `languages`: a tag, or a tag with a fallback.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// A language of the catalog or of a table: `"zh"`, or `{ tag = "ja", fallback = "en" }`.
#[derive(Debug)]
pub(crate) struct LanguageOption {
    /// Its BCP 47 tag.
    pub tag: String,
    /// The language of the messages that are missing in this one. By default, none may be missing.
    pub fallback: Option<Spanned<String>>,
}

/// The keys of an entry that is a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    tag: String,
    fallback: Option<Spanned<String>>,
}

struct LanguageVisitor;

impl<'de> Visitor<'de> for LanguageVisitor {
    type Value = LanguageOption;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or a TOML table with `tag` and `fallback`")
    }

    fn visit_str<E: Error>(self, tag: &str) -> Result<LanguageOption, E> {
        Ok(LanguageOption {
            tag: tag.to_owned(),
            fallback: None,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LanguageOption, A::Error> {
        let Keys { tag, fallback } = Keys::deserialize(MapAccessDeserializer::new(map))?;
        Ok(LanguageOption { tag, fallback })
    }
}

// serde's untagged enums lose the spans.
impl<'de> Deserialize<'de> for LanguageOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LanguageVisitor)
    }
}
