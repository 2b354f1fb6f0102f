//! What things are called for readers: the catalog's docs and names, in a language where it translates them.

use codegen::lower::Table;
use codegen::model::{Attribute, Catalog, EnumValue, Kind, Label as Words, Translation, Value};

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording<'a> {
    catalog: &'a Catalog,
    translation: Option<&'a Translation>,
    /// Of the catalog's languages, the one that is nearest.
    language: usize,
}

impl<'a> Wording<'a> {
    /// The words in a language; where the catalog has none in it, those that it has.
    pub(super) fn new(catalog: &'a Catalog, tag: &str) -> Self {
        let same = |other: &str| primary(other).eq_ignore_ascii_case(primary(tag));
        let nearest = |tags: &mut dyn Iterator<Item = &str>| {
            let tags: Vec<&str> = tags.collect();
            let exact = tags.iter().position(|other| *other == tag);
            exact.or_else(|| tags.iter().position(|other| same(other)))
        };
        let translations = &catalog.reference.translations;
        let translation = nearest(
            &mut translations
                .iter()
                .map(|translation| translation.language.as_str()),
        );
        Wording {
            catalog,
            translation: translation.map(|index| &translations[index]),
            language: nearest(&mut catalog.tags()).unwrap_or(catalog.display),
        }
    }

    /// A provider: what its module is about, or else the module's path.
    pub(super) fn module(&self, path: &[String]) -> String {
        let path = path.join("::");
        let translated = self
            .translation
            .and_then(|translation| translation.modules.get(&path));
        let doc = || {
            self.catalog
                .modules
                .iter()
                .find(|module| module.path.text == path)
                .map(|module| &module.doc)
        };
        match translated.or_else(doc) {
            Some(doc) => doc.trim_end_matches(['.', '。']).to_owned(),
            None => path,
        }
    }

    /// A table's title; in another language where it has none in this one.
    pub(super) fn table(&self, table: &Table<'a>) -> String {
        let titles = &table.model.title;
        let other = || {
            titles[self.catalog.display]
                .as_ref()
                .or(titles.iter().flatten().next())
        };
        match titles[self.language].as_ref().or_else(other) {
            Some(title) => title.clone(),
            None => table.path(),
        }
    }

    /// What the HTTP status means; empty where the codes have none.
    pub(super) fn http_doc(&self) -> &'a str {
        let translated = self
            .translation
            .and_then(|translation| translation.http.as_deref());
        let doc = self.catalog.http.as_ref().map(|http| http.doc.as_str());
        translated.or(doc).unwrap_or_default()
    }

    pub(super) fn attribute(&self, attribute: &Attribute) -> String {
        let translated = self
            .attribute_words(attribute)
            .and_then(|words| words.name.clone());
        translated.unwrap_or_else(|| in_words(&attribute.name.text))
    }

    pub(super) fn attribute_doc(&self, attribute: &'a Attribute) -> &'a str {
        let translated = self
            .attribute_words(attribute)
            .and_then(|words| words.doc.as_deref());
        translated.unwrap_or(&attribute.doc)
    }

    /// A value of a closed vocabulary.
    pub(super) fn word(&self, attribute: &Attribute, word: &EnumValue) -> String {
        let translated = self
            .word_words(attribute, word)
            .and_then(|words| words.name.clone());
        translated.unwrap_or_else(|| in_words(&word.name.text))
    }

    pub(super) fn word_doc(&self, attribute: &Attribute, word: &'a EnumValue) -> &'a str {
        let translated = self
            .word_words(attribute, word)
            .and_then(|words| words.doc.as_deref());
        translated.unwrap_or(&word.doc)
    }

    /// A value, and what it means where that is said.
    pub(super) fn value(
        &self,
        attribute: &'a Attribute,
        value: &'a Value,
    ) -> (String, Option<&'a str>) {
        match (&attribute.kind, value) {
            (Kind::Enum(words), Value::Enum(index)) => {
                let word = &words[*index];
                (
                    self.word(attribute, word),
                    Some(self.word_doc(attribute, word)),
                )
            }
            (_, Value::Text(text)) => (text.clone(), None),
            (_, Value::Integer(integer)) => (integer.to_string(), None),
            (_, Value::Flag(flag)) => (flag.to_string(), None),
            (_, Value::Enum(_)) => unreachable!("only an enum's values are words"),
        }
    }

    fn attribute_words(&self, attribute: &Attribute) -> Option<&'a Words> {
        self.translation?.attributes.get(&attribute.name.text)
    }

    fn word_words(&self, attribute: &Attribute, word: &EnumValue) -> Option<&'a Words> {
        let key = (attribute.name.text.clone(), word.name.text.clone());
        self.translation?.values.get(&key)
    }
}

/// The language of a tag, without script and region.
pub(super) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// `after-change` as people write it: `After change`.
fn in_words(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => spaced,
    }
}
