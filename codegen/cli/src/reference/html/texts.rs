//! What the page says, in each language that it speaks: its own texts, and the words of the catalog.

use std::collections::BTreeMap;

use crate::reference::labels::{Labels, primary};
use codegen::Catalog;

/// The page's own texts. Those who add a language add it here, and nowhere else.
const TEXTS: &str = include_str!("texts.json");

/// Texts by key, by language.
#[derive(Debug)]
pub(crate) struct Texts {
    by_language: BTreeMap<String, BTreeMap<String, String>>,
    /// What the page speaks before its script has asked the browser.
    default: String,
}

impl Texts {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let mut by_language: BTreeMap<String, BTreeMap<String, String>> =
            serde_json::from_str(TEXTS).expect("texts.json holds texts by key, by language");
        for (tag, texts) in &mut by_language {
            catalog_texts(catalog, &Labels::new(catalog, tag), texts);
        }
        let display = primary(catalog.display_language());
        let default = if by_language.contains_key(display) {
            display
        } else {
            "en"
        };
        Texts {
            default: default.to_owned(),
            by_language,
        }
    }

    pub(crate) fn default_language(&self) -> &str {
        &self.default
    }

    pub(crate) fn languages(&self) -> Vec<&str> {
        self.by_language.keys().map(String::as_str).collect()
    }

    /// The text in a language. A key that there is none for shows itself: a test looks for that.
    pub(crate) fn get<'a>(&'a self, language: &str, key: &'a str) -> &'a str {
        let texts = self.by_language.get(language);
        texts
            .and_then(|texts| texts.get(key))
            .map_or(key, String::as_str)
    }

    /// JSON that may stand in a `<script>`: nothing in it can be taken for the end of one, or for a comment.
    pub(crate) fn island(&self) -> String {
        let json = serde_json::to_string(&self.by_language).expect("texts are JSON");
        json.replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026")
    }
}

/// The catalog's labels: providers, tables, attributes and their values.
fn catalog_texts<'a>(
    catalog: &'a Catalog,
    labels: &Labels<'a>,
    texts: &mut BTreeMap<String, String>,
) {
    let mut add = |key: String, text: &str| texts.insert(key, text.to_owned());
    for table in catalog.tables() {
        let module = table.module();
        add(module_key(&module), &labels.module(&module));
        add(table_key(table.name()), &labels.table(table));
    }
    add("status.doc".to_owned(), labels.http_doc());
    for attribute in catalog.attributes() {
        let key = attribute_key(attribute.name());
        add(format!("{key}.doc"), labels.attribute_doc(attribute));
        add(key, &labels.attribute(attribute));
        for value in attribute.values() {
            let key = value_key(attribute.name(), value.name());
            add(
                format!("{key}.doc"),
                labels.enum_value_doc(attribute, value),
            );
            add(key, &labels.enum_value(attribute, value));
        }
    }
}

pub(crate) fn module_key(path: &str) -> String {
    format!("module.{path}")
}

pub(crate) fn table_key(name: &str) -> String {
    format!("table.{name}")
}

pub(crate) fn attribute_key(name: &str) -> String {
    format!("attribute.{name}")
}

pub(crate) fn value_key(attribute: &str, word: &str) -> String {
    format!("value.{attribute}.{word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_text() {
        let texts: BTreeMap<String, BTreeMap<String, String>> =
            serde_json::from_str(TEXTS).unwrap();
        let keys = |tag: &str| texts[tag].keys().collect::<Vec<_>>();
        for tag in texts.keys() {
            assert_eq!(keys(tag), keys("en"), "{tag}");
        }
    }
}
