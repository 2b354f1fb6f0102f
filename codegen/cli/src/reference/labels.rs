//! The names and descriptions that readers see, in a language if the catalog translates them.

use super::table_info;
use codegen::Catalog;
use codegen::catalog::{Attribute, EnumValue, Table, Translation, Value};

/// The labels of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labels<'a> {
    catalog: &'a Catalog,
    translation: Option<Translation<'a>>,
    /// The language of the catalog that is closest.
    language: &'a str,
}

impl<'a> Labels<'a> {
    /// Returns the labels in a language. Labels that the catalog does not translate are in its own language.
    pub(crate) fn new(catalog: &'a Catalog, tag: &str) -> Self {
        let tags = catalog.translations().map(Translation::language);
        let translation = closest(tag, tags).and_then(|tag| {
            let mut translations = catalog.translations();
            translations.find(|translation| translation.language() == tag)
        });
        let language = closest(tag, catalog.languages());
        Labels {
            catalog,
            translation,
            language: language.unwrap_or(catalog.display_language()),
        }
    }

    /// Returns the name of a provider: the description of its module, or else the module's path.
    pub(crate) fn module(&self, path: &str) -> String {
        let translated = self.translation.and_then(|labels| labels.module(path));
        match translated.or_else(|| self.catalog.module_doc(path)) {
            Some(doc) => doc.trim_end_matches(['.', '。']).to_owned(),
            None => path.to_owned(),
        }
    }

    /// Returns the title of a table, in another language if this one is missing.
    pub(crate) fn table(&self, table: Table<'a>) -> String {
        let title = self.or_another(|language| table.title(language));
        title.map_or_else(|| table.path(), str::to_owned)
    }

    /// Returns what users of a table must know first, in another language if it is missing in this one.
    pub(crate) fn table_doc(&self, table: Table<'a>) -> Option<&'a str> {
        self.or_another(|language| table.doc(language))
    }

    /// Returns the facts about the source of a table, each with a key that names it.
    pub(crate) fn source_facts(
        &self,
        table: Table<'a>,
    ) -> impl Iterator<Item = (&'static str, &'a str)> {
        table_info::source_facts(table, self.language)
    }

    /// Returns a text in this language, else in the language of `Display`, else in any.
    fn or_another(&self, text: impl Fn(&str) -> Option<&'a str>) -> Option<&'a str> {
        text(self.language)
            .or_else(|| text(self.catalog.display_language()))
            .or_else(|| self.catalog.languages().find_map(text))
    }

    /// Returns the description of the HTTP status, or an empty text if the codes have none.
    pub(crate) fn http_doc(&self) -> &'a str {
        let translated = self.translation.and_then(Translation::http);
        let doc = self.catalog.http().map(|http| http.doc());
        translated.or(doc).unwrap_or_default()
    }

    /// Returns the name of an attribute.
    pub(crate) fn attribute(&self, attribute: Attribute<'a>) -> String {
        let translated = self
            .translation
            .and_then(|labels| labels.attribute(attribute.name()).name);
        translated.map_or_else(|| humanize(attribute.name()), str::to_owned)
    }

    /// Returns the description of an attribute.
    pub(crate) fn attribute_doc(&self, attribute: Attribute<'a>) -> &'a str {
        let translated = self
            .translation
            .and_then(|labels| labels.attribute(attribute.name()).doc);
        translated.unwrap_or(attribute.doc())
    }

    /// Returns the name of a listed value.
    pub(crate) fn enum_value(&self, attribute: Attribute<'a>, value: EnumValue<'a>) -> String {
        let translated = self
            .translation
            .and_then(|labels| labels.value(attribute.name(), value.name()).name);
        translated.map_or_else(|| humanize(value.name()), str::to_owned)
    }

    /// Returns the description of a listed value.
    pub(crate) fn enum_value_doc(&self, attribute: Attribute<'a>, value: EnumValue<'a>) -> &'a str {
        let translated = self
            .translation
            .and_then(|labels| labels.value(attribute.name(), value.name()).doc);
        translated.unwrap_or(value.doc())
    }

    /// Returns the text of an attribute's value.
    pub(crate) fn value(&self, attribute: Attribute<'a>, value: Value<'a>) -> String {
        match value {
            Value::Enum(value) => self.enum_value(attribute, value),
            other => other.to_string(),
        }
    }
}

/// Returns the tag for a language: the same tag, or else the first of the same language with another script or region.
fn closest<'a>(tag: &str, tags: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let same = |other: &str| primary(other).eq_ignore_ascii_case(primary(tag));
    let mut all = tags.clone();
    let exact = all.find(|other| *other == tag);
    exact.or_else(|| tags.clone().find(|other| same(other)))
}

/// Returns the language of a tag, without script and region.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Returns `after-change` as `After change`.
fn humanize(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => spaced,
    }
}
