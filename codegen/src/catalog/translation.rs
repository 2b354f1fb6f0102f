//! The docs of a catalog in other languages: `[translation.TAG]`.

use crate::model;

/// The docs of a catalog in another language. What it leaves out is shown as the catalog has it.
#[derive(Clone, Copy, Debug)]
pub struct Translation<'a>(&'a model::Translation);

/// What something is called, and what it means, in another language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label<'a> {
    /// What it is called.
    pub name: Option<&'a str>,
    /// What it means.
    pub doc: Option<&'a str>,
}

impl<'a> Translation<'a> {
    pub(super) fn new(translation: &'a model::Translation) -> Self {
        Translation(translation)
    }

    /// Returns the BCP 47 tag of its language.
    pub fn language(self) -> &'a str {
        &self.0.language
    }

    /// Returns what the HTTP status means.
    pub fn http(self) -> Option<&'a str> {
        self.0.http.as_deref()
    }

    /// Returns what a module is about, by the module's path.
    pub fn module(self, path: &str) -> Option<&'a str> {
        self.0.modules.get(path).map(String::as_str)
    }

    /// Returns what an attribute is called and what it means.
    pub fn attribute(self, name: &str) -> Label<'a> {
        label(self.0.attributes.get(name))
    }

    /// Returns what a value of an attribute is called and what it means.
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
