//! What the catalog says for the reference alone.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::model::{Catalog, Label, Reference, Translation};
use crate::names;
use crate::read::catalog_file::CatalogFile;
use crate::read::translation::{AttributeTranslation, TranslationOptions, ValueTranslation};
use crate::read::{in_order, span};
use crate::report::Report;
use crate::source::{Cell, SourceId, Span};
use crate::suggest::suggestion;

pub(super) fn resolve(
    source: SourceId,
    file: &CatalogFile,
    catalog: &Catalog,
    markdown: Option<Cell>,
    report: &mut Report,
) -> Reference {
    let mut builder = ReferenceBuilder {
        source,
        catalog,
        report,
    };
    Reference {
        markdown,
        crate_name: builder.crate_name(file),
        translations: in_order(&file.translation)
            .map(|(tag, options)| builder.translation(tag, options))
            .collect(),
    }
}

/// Looks the names up.
struct ReferenceBuilder<'a> {
    source: SourceId,
    catalog: &'a Catalog,
    report: &'a mut Report,
}

impl ReferenceBuilder<'_> {
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

    fn translation(&mut self, tag: &Spanned<String>, options: &TranslationOptions) -> Translation {
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
        name: &Spanned<String>,
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
        let values = attribute.values();
        for (value, ValueTranslation { name: called, doc }) in &options.values {
            let of = format!("the values of `{}`", name.get_ref());
            let known = values.iter().map(|value| value.name.text.as_str());
            self.known(value, &of, known);
            let key = (name.get_ref().clone(), value.get_ref().clone());
            let label = Label {
                name: called.clone(),
                doc: doc.clone(),
            };
            translation.values.insert(key, label);
        }
        let label = Label {
            name: options.name.clone(),
            doc: options.doc.clone(),
        };
        translation.attributes.insert(name.get_ref().clone(), label);
    }

    /// Reports a name that is none of those that there are.
    fn known<'b>(
        &mut self,
        name: &Spanned<String>,
        of: &str,
        known: impl Iterator<Item = &'b str>,
    ) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&name.get_ref().as_str()) {
            self.report
                .error(
                    self.span(name),
                    format!("`{}` is none of {of}", name.get_ref()),
                )
                .maybe_help(suggestion(name.get_ref(), known));
        }
    }

    fn span(&self, name: &Spanned<String>) -> Span {
        span(self.source, name)
    }
}

/// A TOML table without its places.
fn plain(table: &BTreeMap<Spanned<String>, String>) -> BTreeMap<String, String> {
    let entries = table.iter();
    entries
        .map(|(key, value)| (key.get_ref().clone(), value.clone()))
        .collect()
}
