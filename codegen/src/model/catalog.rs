//! The catalog itself, without its tables.

use std::collections::BTreeMap;

use super::{Attribute, Catalog, Http, Kind, Language, ModuleDoc, Reference, Rust, Term, Word};
use super::{attribute, reference, rule};
use crate::diagnostic::{Report, did_you_mean};
use crate::limits;
use crate::read::catalog::{AttributeKind, AttributeOptions, CatalogFile};
use crate::read::csv::Grid;
use crate::read::{CatalogFiles, Placed, cell, span};
use crate::source::{Cell, SourceId};

pub(super) fn build(files: &CatalogFiles, report: &mut Report) -> Catalog {
    let (source, file) = (files.source, &files.catalog);
    let languages = languages(source, file, report);
    let display = display(source, file, &languages, report);
    let glossary = (files.glossary.as_ref())
        .map(|grid| glossary(grid, &languages, report))
        .unwrap_or_default();
    let http = (file.http.as_ref()).map(|http| Http {
        doc: (http.doc.clone())
            .unwrap_or_else(|| "The HTTP status that stands for the code.".to_owned()),
        optional: http.optional,
        undocumented: attribute::undocumented_status(source, http, report),
    });
    let attributes = in_order(&file.attribute)
        .filter_map(|(name, options)| self::attribute(source, name, options, report))
        .collect();
    let modules = in_order(&file.module)
        .map(|(path, doc)| ModuleDoc {
            path: cell(source, path),
            doc: doc.clone(),
        })
        .collect();
    let mut catalog = Catalog {
        languages,
        display,
        http,
        attributes,
        schema_out: file.schema.out.as_ref().map(|out| cell(source, out)),
        modules,
        glossary,
        spellings: (file.spellings.iter())
            .map(|word| cell(source, word))
            .collect(),
        lints: file.lints.clone(),
        rules: Vec::new(),
        reference: Reference::default(),
        tables: Vec::new(),
        is_complete: false,
        rust: Rust {
            out: file.rust.out.as_ref().map(|out| cell(source, out)),
            command: (file.rust.command.clone()).unwrap_or_else(|| "codegen".to_owned()),
            serde: feature(source, file.rust.serde.as_ref(), report),
            http: feature(source, file.rust.http.as_ref(), report),
        },
    };
    catalog.reference = reference::build(source, file, &catalog, report);
    catalog.rules = (file.rule.iter())
        .filter_map(|rule| rule::build(source, rule, &catalog, report))
        .collect();
    catalog
}

/// The entries of a TOML table in the file's order rather than the alphabet's.
pub(super) fn in_order<T>(
    table: &BTreeMap<Placed<String>, T>,
) -> impl Iterator<Item = (&Placed<String>, &T)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter()
}

/// A feature's name goes into the generated code: cargo's rules for it keep it a name.
fn feature(source: SourceId, name: Option<&Placed<String>>, report: &mut Report) -> Option<Cell> {
    let name = cell(source, name?);
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
    if name.text.is_empty() || !name.text.chars().all(allowed) {
        report
            .error(name.span, format!("`{}` is no name of a cargo feature", name.text))
            .help("name the feature of your crate that guards this code, `serde`; leave the key out to do without the code");
    }
    Some(name)
}

fn languages(source: SourceId, file: &CatalogFile, report: &mut Report) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for (index, tag) in file.languages.iter().enumerate() {
        let (tag, span) = (tag.get_ref(), span(source, tag));
        if limits::LANGUAGES.is_passed_by(index + 1) {
            (report.error(span, limits::LANGUAGES.passed())).help("make several catalogs of it");
            languages.clear(); // A column for each would be missing in each table.
            break;
        }
        if !is_language_tag(tag) {
            report
                .error(span, format!("`{tag}` is no language tag"))
                .help("BCP 47 tags are letters and digits with hyphens between: `en`, `pt-BR`, `zh-Hant`");
        } else if let Some(first) = languages
            .iter()
            .find(|first| first.tag.eq_ignore_ascii_case(tag))
        {
            report
                .error(span, format!("the language `{tag}` stands twice"))
                .related(first.span, "first here");
        } else {
            languages.push(Language {
                tag: tag.clone(),
                span,
            });
        }
    }
    if file.languages.is_empty() {
        let at = crate::source::Span::new(source, 0..0);
        report
            .error(at, "a catalog needs a language")
            .help("`languages = [\"en\"]`");
    }
    languages
}

/// The form of a BCP 47 tag (RFC 5646): a language of 2 to 8 letters, then subtags of 1 to 8 letters and digits.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn display(
    source: SourceId,
    file: &CatalogFile,
    languages: &[Language],
    report: &mut Report,
) -> usize {
    let Some(tag) = &file.display else { return 0 };
    let found = languages
        .iter()
        .position(|language| &language.tag == tag.get_ref());
    if found.is_none() {
        let tags = languages.iter().map(|language| language.tag.as_str());
        report
            .error(
                span(source, tag),
                format!("`{}` is none of the languages", tag.get_ref()),
            )
            .maybe_help(did_you_mean(tag.get_ref(), tags));
    }
    found.unwrap_or(0)
}

fn attribute(
    source: SourceId,
    name: &Placed<String>,
    options: &AttributeOptions,
    report: &mut Report,
) -> Option<Attribute> {
    let name = cell(source, name);
    let kind = match (&options.values, &options.kind) {
        (Some(values), None) => Kind::Enum(words(source, values)),
        (None, Some(AttributeKind::Text)) => Kind::Text,
        (None, Some(AttributeKind::Integer)) => Kind::Integer,
        (None, Some(AttributeKind::Flag)) => Kind::Flag,
        (values, _) => {
            let both = if values.is_some() {
                "both `values` and a `kind`"
            } else {
                "neither `values` nor a `kind`"
            };
            report
                .error(name.span, format!("the attribute `{}` has {both}", name.text))
                .help("give it `values` (a closed vocabulary), or `kind = \"text\"`, `\"integer\"` or `\"flag\"`");
            return None;
        }
    };
    if matches!(&kind, Kind::Enum(words) if words.is_empty()) {
        report.error(
            name.span,
            format!("the attribute `{}` has no values", name.text),
        );
    }
    let mut attribute = Attribute {
        name,
        doc: options.doc.clone(),
        kind,
        optional: options.optional,
        undocumented: None,
        success: Vec::new(),
        predicates: Vec::new(),
    };
    attribute::complete(&mut attribute, source, options, report);
    Some(attribute)
}

/// A closed vocabulary.
pub(super) fn words(source: SourceId, values: &BTreeMap<Placed<String>, String>) -> Vec<Word> {
    in_order(values)
        .map(|(name, doc)| Word {
            name: cell(source, name),
            doc: doc.clone(),
        })
        .collect()
}

fn glossary(grid: &Grid, languages: &[Language], report: &mut Report) -> Vec<Term> {
    let mut columns = Vec::new();
    for header in &grid.header {
        let language = languages
            .iter()
            .position(|language| language.tag == header.text);
        if language.is_none() {
            let tags = languages.iter().map(|language| language.tag.as_str());
            report
                .error(
                    header.span,
                    format!("the column `{}` is none of the languages", header.text),
                )
                .maybe_help(did_you_mean(&header.text, tags));
        }
        columns.push(language);
    }
    let term = |row: &Vec<crate::source::Cell>| {
        let mut renderings = vec![Vec::new(); languages.len()];
        for (cell, language) in row.iter().zip(&columns) {
            let Some(language) = language else { continue };
            let given = cell
                .text
                .split('|')
                .map(str::trim)
                .filter(|text| !text.is_empty());
            renderings[*language] = given.map(str::to_owned).collect();
        }
        Some(Term {
            head: row.first()?.clone(),
            renderings,
        })
    };
    grid.rows.iter().filter_map(term).collect()
}
