//! The texts of the page in each of its languages: its own texts and those of the catalog.

use std::collections::BTreeMap;

use crate::reference::labels::{Labels, primary};
use codegen::Catalog;

/// The page's own texts. A new language is added here only.
const TEXTS: &str = include_str!("texts.json");

/// Texts by key, by language.
#[derive(Debug)]
pub(crate) struct Texts {
    by_language: BTreeMap<String, BTreeMap<String, String>>,
    /// The language before the script has asked the browser.
    default: String,
}

impl Texts {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let mut by_language: BTreeMap<String, BTreeMap<String, String>> =
            serde_json::from_str(TEXTS).expect("texts.json holds texts by key, by language");
        for (tag, texts) in &mut by_language {
            choose_own(catalog, texts);
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

    /// Returns the text for a key in a language, or the key itself if the text is missing, which a test would notice.
    pub(crate) fn get<'a>(&'a self, language: &str, key: &'a str) -> &'a str {
        let texts = self.by_language.get(language);
        texts
            .and_then(|texts| texts.get(key))
            .map_or(key, String::as_str)
    }

    /// Returns the texts as JSON that is safe inside `<script>`: it cannot end the element or begin a comment.
    pub(crate) fn script_json(&self) -> String {
        let json = serde_json::to_string(&self.by_language).expect("texts are JSON");
        json.replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026")
    }
}

/// The prefix of texts that replace others in a catalog without printed texts: its codes do not come from a provider's document.
const OWN: &str = "own.";

fn choose_own(catalog: &Catalog, texts: &mut BTreeMap<String, String>) {
    let is_own = (catalog.tables()).all(|table| table.printed_columns().len() == 0);
    let own: Vec<(String, String)> = (texts.iter())
        .filter_map(|(key, text)| Some((key.strip_prefix(OWN)?.to_owned(), text.clone())))
        .collect();
    for (key, text) in own {
        texts.remove(&format!("{OWN}{key}"));
        if is_own {
            texts.insert(key, text);
        }
    }
}

/// Adds the labels of the catalog: providers, tables, attributes and their values.
fn catalog_texts<'a>(
    catalog: &'a Catalog,
    labels: &Labels<'a>,
    texts: &mut BTreeMap<String, String>,
) {
    let mut add = |key: String, text: &str| texts.insert(key, text.to_owned());
    for table in catalog.tables() {
        let module = table.module();
        add(module_key(&module), &labels.module(&module));
        let key = table_key(table.name());
        if let Some(doc) = labels.table_doc(table) {
            add(format!("{key}.doc"), doc);
        }
        for (fact, text) in labels.source_facts(table) {
            add(source_key(table.name(), fact), text);
        }
        add(key, &labels.table(table));
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

/// Returns the key of a fact about the source of a table.
pub(crate) fn source_key(name: &str, fact: &str) -> String {
    format!("{}.{fact}", table_key(name))
}

pub(crate) fn attribute_key(name: &str) -> String {
    format!("attribute.{name}")
}

pub(crate) fn value_key(attribute: &str, value: &str) -> String {
    format!("value.{attribute}.{value}")
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
