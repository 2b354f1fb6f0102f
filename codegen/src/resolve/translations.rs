//! The part of the catalog that only the reference uses.

use std::collections::BTreeMap;

use toml::Spanned;

use super::languages::report_unknown;
use crate::model::{Catalog, Label, Reference, Translation};
use crate::names;
use crate::read::catalog_file::CatalogFile;
use crate::read::translation::{AttributeTranslation, TranslationOptions, ValueTranslation};
use crate::read::{cell, in_order, span};
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

/// Looks up names.
struct ReferenceBuilder<'a> {
    source: SourceId,
    catalog: &'a Catalog,
    report: &'a mut Report,
}

impl ReferenceBuilder<'_> {
    fn crate_name(&mut self, file: &CatalogFile) -> Option<String> {
        let name = file.rust.crate_name.as_ref()?;
        if !names::is_identifier(name.get_ref()) {
            let message = format!("invalid crate name `{}`", name.get_ref());
            self.report
                .error(self.span(name), message)
                .help(match names::snake(name.get_ref()) {
                    snake if names::is_identifier(&snake) => {
                        format!("write the name as in Rust code: `{snake}`")
                    }
                    _ => "write the name as in Rust code, such as `my_codes`".to_owned(),
                });
        }
        Some(name.get_ref().clone())
    }

    fn translation(&mut self, tag: &Spanned<String>, options: &TranslationOptions) -> Translation {
        if !self.catalog.tags().any(|known| known == tag.get_ref()) {
            report_unknown(&cell(self.source, tag), self.catalog.tags(), self.report);
        }
        for path in options.module.keys() {
            let modules = self.catalog.modules.iter();
            self.check_known(
                path,
                "module",
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
        self.check_known(
            name,
            "attribute",
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
            let known = values.iter().map(|value| value.name.text.as_str());
            self.check_known(value, "value", known);
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

    /// Reports a name that is not a known one.
    fn check_known<'b>(
        &mut self,
        name: &Spanned<String>,
        kind: &str,
        known: impl Iterator<Item = &'b str>,
    ) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&name.get_ref().as_str()) {
            self.report
                .error(
                    self.span(name),
                    format!("unknown {kind} `{}`", name.get_ref()),
                )
                .help(
                    suggestion(kind, name.get_ref(), known)
                        .unwrap_or_else(|| "remove the translation".to_owned()),
                );
        }
    }

    fn span(&self, name: &Spanned<String>) -> Span {
        span(self.source, name)
    }
}

/// Returns a TOML table without its spans.
fn plain(table: &BTreeMap<Spanned<String>, String>) -> BTreeMap<String, String> {
    let entries = table.iter();
    entries
        .map(|(key, value)| (key.get_ref().clone(), value.clone()))
        .collect()
}
