//! What only the reference needs: where it goes, and its words in other languages than that of the catalog's docs.

use std::collections::BTreeMap;

use super::{Catalog, Kind};
use crate::diagnostic::{Report, did_you_mean};
use crate::names;
use crate::read::catalog::CatalogFile;
use crate::read::translation::{AttributeTranslation, TranslationOptions, ValueTranslation};
use crate::read::{Placed, cell, span};
use crate::source::{Cell, SourceId, Span};

/// What the catalog says for the reference alone. Nothing generated in Rust depends on it.
#[derive(Debug, Default)]
pub struct Reference {
    /// Where the Markdown goes; relative to the catalog.
    pub markdown: Option<Cell>,
    /// The crate that the generated code is part of: the paths begin with it.
    pub crate_name: Option<String>,
    pub translations: Vec<Translation>,
}

/// The catalog's docs in another language. What is empty is shown as the catalog has it.
#[derive(Debug, Default)]
pub struct Translation {
    pub language: String,
    pub http: Option<String>,
    /// By path.
    pub modules: BTreeMap<String, String>,
    /// By name.
    pub attributes: BTreeMap<String, Wording>,
    /// By the names of the attribute and of the value.
    pub values: BTreeMap<(String, String), Wording>,
}

/// What something is called, and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    pub name: Option<String>,
    pub doc: Option<String>,
}

pub(super) fn build(
    source: SourceId,
    file: &CatalogFile,
    catalog: &Catalog,
    report: &mut Report,
) -> Reference {
    let mut builder = Builder {
        source,
        catalog,
        report,
    };
    Reference {
        markdown: file.markdown.out.as_ref().map(|out| cell(source, out)),
        crate_name: builder.crate_name(file),
        translations: super::catalog::in_order(&file.translation)
            .map(|(tag, options)| builder.translation(tag, options))
            .collect(),
    }
}

/// Looks the names up.
struct Builder<'a> {
    source: SourceId,
    catalog: &'a Catalog,
    report: &'a mut Report,
}

impl Builder<'_> {
    fn crate_name(&mut self, file: &CatalogFile) -> Option<String> {
        let name = file.rust.crate_name.as_ref()?;
        if !names::is_identifier(name.get_ref()) {
            let message = format!("`{}` cannot be a crate", name.get_ref());
            self.report
                .error(self.span(name), message)
                .help("write it as Rust code does, in snake_case: `my_codes`");
        }
        Some(name.get_ref().clone())
    }

    fn translation(&mut self, tag: &Placed<String>, options: &TranslationOptions) -> Translation {
        self.known(tag, "the languages", self.catalog.tags());
        for path in options.module.keys() {
            let modules = self.catalog.modules.iter();
            self.known(
                path,
                "the modules that `[module]` describes",
                modules.map(|module| module.path.text.as_str()),
            );
        }
        let mut translation = Translation {
            language: tag.get_ref().clone(),
            http: options.http.clone(),
            modules: plain(&options.module),
            ..Translation::default()
        };
        for (name, options) in &options.attribute {
            self.attribute(name, options, &mut translation);
        }
        translation
    }

    fn attribute(
        &mut self,
        name: &Placed<String>,
        options: &AttributeTranslation,
        translation: &mut Translation,
    ) {
        let attributes = &self.catalog.attributes;
        self.known(
            name,
            "the attributes",
            attributes
                .iter()
                .map(|attribute| attribute.name.text.as_str()),
        );
        let Some(attribute) = attributes
            .iter()
            .find(|attribute| attribute.name.text == *name.get_ref())
        else {
            return;
        };
        let words = match &attribute.kind {
            Kind::Enum(words) => words.as_slice(),
            Kind::Text | Kind::Integer | Kind::Flag => &[],
        };
        for (value, ValueTranslation { name: called, doc }) in &options.values {
            let of = format!("the values of `{}`", name.get_ref());
            self.known(value, &of, words.iter().map(|word| word.name.text.as_str()));
            let key = (name.get_ref().clone(), value.get_ref().clone());
            let wording = Wording {
                name: called.clone(),
                doc: doc.clone(),
            };
            translation.values.insert(key, wording);
        }
        let wording = Wording {
            name: options.name.clone(),
            doc: options.doc.clone(),
        };
        translation
            .attributes
            .insert(name.get_ref().clone(), wording);
    }

    /// Reports a name that is none of those that there are.
    fn known<'b>(&mut self, name: &Placed<String>, of: &str, known: impl Iterator<Item = &'b str>) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&name.get_ref().as_str()) {
            self.report
                .error(
                    self.span(name),
                    format!("`{}` is none of {of}", name.get_ref()),
                )
                .maybe_help(did_you_mean(name.get_ref(), known));
        }
    }

    fn span(&self, name: &Placed<String>) -> Span {
        span(self.source, name)
    }
}

/// A TOML table without its places.
fn plain(table: &BTreeMap<Placed<String>, String>) -> BTreeMap<String, String> {
    let entries = table.iter();
    entries
        .map(|(key, value)| (key.get_ref().clone(), value.clone()))
        .collect()
}
