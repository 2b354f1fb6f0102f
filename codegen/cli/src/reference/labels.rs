//! What things are called for readers: the catalog's docs and names, in a language where it translates them.

use codegen::Catalog;
use codegen::catalog::{Attribute, EnumValue, Table, Translation, Value};

/// The labels of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labels<'a> {
    catalog: &'a Catalog,
    translation: Option<Translation<'a>>,
    /// Of the catalog's languages, the one that is nearest.
    language: &'a str,
}

impl<'a> Labels<'a> {
    /// The labels in a language; where the catalog has none in it, those that it has.
    pub(crate) fn new(catalog: &'a Catalog, tag: &str) -> Self {
        let tags = catalog.translations().map(Translation::language);
        let translation = nearest(tag, tags).and_then(|tag| {
            let mut translations = catalog.translations();
            translations.find(|translation| translation.language() == tag)
        });
        let language = nearest(tag, catalog.languages());
        Labels {
            catalog,
            translation,
            language: language.unwrap_or(catalog.display_language()),
        }
    }

    /// A provider: what its module is about, or else the module's path.
    pub(crate) fn module(&self, path: &str) -> String {
        let translated = self.translation.and_then(|labels| labels.module(path));
        match translated.or_else(|| self.catalog.module_doc(path)) {
            Some(doc) => doc.trim_end_matches(['.', '。']).to_owned(),
            None => path.to_owned(),
        }
    }

    /// A table's title; in another language where it has none in this one.
    pub(crate) fn table(&self, table: Table<'_>) -> String {
        let mut others = self.catalog.languages();
        let title = (table.title(self.language))
            .or_else(|| table.title(self.catalog.display_language()))
            .or_else(|| others.find_map(|language| table.title(language)));
        title.map_or_else(|| table.path(), str::to_owned)
    }

    /// What the HTTP status means; empty where the codes have none.
    pub(crate) fn http_doc(&self) -> &'a str {
        let translated = self.translation.and_then(Translation::http);
        let doc = self.catalog.http().map(|http| http.doc());
        translated.or(doc).unwrap_or_default()
    }

    pub(crate) fn attribute(&self, attribute: Attribute<'a>) -> String {
        let translated = self
            .translation
            .and_then(|labels| labels.attribute(attribute.name()).name);
        translated.map_or_else(|| humanize(attribute.name()), str::to_owned)
    }

    pub(crate) fn attribute_doc(&self, attribute: Attribute<'a>) -> &'a str {
        let translated = self
            .translation
            .and_then(|labels| labels.attribute(attribute.name()).doc);
        translated.unwrap_or(attribute.doc())
    }

    /// A listed value of an attribute.
    pub(crate) fn enum_value(&self, attribute: Attribute<'a>, value: EnumValue<'a>) -> String {
        let translated = self
            .translation
            .and_then(|labels| labels.value(attribute.name(), value.name()).name);
        translated.map_or_else(|| humanize(value.name()), str::to_owned)
    }

    pub(crate) fn enum_value_doc(&self, attribute: Attribute<'a>, value: EnumValue<'a>) -> &'a str {
        let translated = self
            .translation
            .and_then(|labels| labels.value(attribute.name(), value.name()).doc);
        translated.unwrap_or(value.doc())
    }

    /// A value of an attribute.
    pub(crate) fn value(&self, attribute: Attribute<'a>, value: Value<'a>) -> String {
        match value {
            Value::Enum(value) => self.enum_value(attribute, value),
            other => other.to_string(),
        }
    }
}

/// The tag that serves a language: that tag, or else the first of the same language with another script or region.
fn nearest<'a>(tag: &str, tags: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let same = |other: &str| primary(other).eq_ignore_ascii_case(primary(tag));
    let mut all = tags.clone();
    let exact = all.find(|other| *other == tag);
    exact.or_else(|| tags.clone().find(|other| same(other)))
}

/// The language of a tag, without script and region.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// `after-change` as people write it: `After change`.
fn humanize(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => spaced,
    }
}
