//! The docs of a catalog in other languages: `[translation.TAG]`.

use crate::model;

/// The docs of a catalog in another language. Missing ones are shown in the language of the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Translation<'a>(&'a model::Translation);

/// The name and the meaning of something in another language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label<'a> {
    /// The name.
    pub name: Option<&'a str>,
    /// The meaning.
    pub doc: Option<&'a str>,
}

impl<'a> Translation<'a> {
    pub(super) fn new(translation: &'a model::Translation) -> Self {
        Translation(translation)
    }

    /// Returns the BCP 47 tag of the language.
    pub fn language(self) -> &'a str {
        &self.0.language
    }

    /// Returns the meaning of the HTTP status.
    pub fn http(self) -> Option<&'a str> {
        self.0.http.as_deref()
    }

    /// Returns the doc of a module, by path.
    pub fn module(self, path: &str) -> Option<&'a str> {
        self.0.modules.get(path).map(String::as_str)
    }

    /// Returns the name and the meaning of an attribute.
    pub fn attribute(self, name: &str) -> Label<'a> {
        label(self.0.attributes.get(name))
    }

    /// Returns the name and the meaning of a value of an attribute.
    pub fn value(self, attribute: &str, value: &str) -> Label<'a> {
        let key = (attribute.to_owned(), value.to_owned());
        label(self.0.values.get(&key))
    }
}

fn label(given: Option<&model::Label>) -> Label<'_> {
    given.map_or(Label::default(), |given| Label {
        name: given.name.as_deref(),
        doc: given.doc.as_deref(),
    })
}
