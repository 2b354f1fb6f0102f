//! Resolve: from the files' contents to the model.
//!
//! This pass looks up each name and turns each cell into a value of its type. It reports cells that are invalid by themselves;
//! [`check`](crate::check) reports what needs more than one cell.

mod attributes;
mod cells;
mod code_cells;
mod code_forms;
mod code_misfits;
mod conditions;
mod damaged_cells;
mod default_fallbacks;
mod derived;
mod enum_options;
mod fallbacks;
mod language_options;
mod languages;
mod rows;
mod rust_names;
mod table_columns;
mod table_languages;
mod tables;
mod terms;
mod translations;
mod unknown_code;

use std::path::{Component, Path};

use toml::Spanned;

use self::cells::status_number;
use self::fallbacks::fallbacks;
use self::languages::{display, languages};
use crate::limits::{Limit, Limits};
use crate::model::{Catalog, Http, ModuleDoc, Reference, Rule, Rust};
use crate::read::catalog_file::CatalogFile;
use crate::read::{CatalogFiles, cell, check_relative, in_order, span};
use crate::report::Report;
use crate::source::{Cell, SourceId, tidy};

/// Builds the model from the files' contents. Invalid parts are reported and left out.
pub(crate) fn catalog(files: &CatalogFiles, limits: &Limits, report: &mut Report) -> Catalog {
    let mut catalog = catalog_without_tables(files, limits, report);
    // Without a language, each table would report columns that nothing requires.
    let tables = if catalog.languages.is_empty() {
        &[]
    } else {
        files.tables.as_slice()
    };
    let mut codes = 0_u64;
    for files in tables {
        let table = tables::resolve(files, &catalog, limits, report);
        codes += table.rows.iter().map(|row| row.code.count).sum::<u64>();
        if codes > limits.all_codes.max {
            report
                .error(table.name.span, limits.all_codes.message())
                .help("split the catalog");
            catalog.tables.clear(); // Checking so many codes takes too long.
            break;
        }
        catalog.tables.push(table);
    }
    catalog.all_tables_loaded = catalog.tables.len() == files.catalog.tables.len();
    rust_names::check(&catalog, &limits.module_length, report);
    catalog
}

/// Resolves everything but the tables.
fn catalog_without_tables(files: &CatalogFiles, limits: &Limits, report: &mut Report) -> Catalog {
    let (source, file) = (files.source, &files.catalog);
    let languages = languages(source, file, &limits.languages, report);
    let display = display(source, file, &languages, report);
    let fallbacks = fallbacks(source, file, &languages, report);
    let glossary = files
        .glossary
        .as_ref()
        .map(|grid| terms::resolve(grid, &languages, report))
        .unwrap_or_default();
    let http = file.http.as_ref().map(|http| Http {
        doc: http
            .doc
            .clone()
            .unwrap_or_else(|| "The HTTP status for the code.".to_owned()),
        optional: http.optional,
        undocumented: http
            .undocumented
            .as_ref()
            .and_then(|status| status_number(*status.get_ref(), span(source, status), report)),
    });
    let attributes = in_order(&file.attribute)
        .map(|(name, options)| attributes::resolve(source, name, options, report))
        .collect();
    let modules = in_order(&file.module)
        .map(|(path, doc)| ModuleDoc {
            path: cell(source, path),
            doc: doc.clone(),
        })
        .collect();
    let unknown_code = unknown_code::resolve(source, &file.unknown_code, &languages, report);
    let mut catalog = Catalog {
        file_name: files.name.clone(),
        languages,
        fallbacks,
        unknown_code,
        display,
        http,
        attributes,
        schema_out: output_folder(source, file.schema.out.as_ref(), "schemas", report),
        modules,
        glossary,
        spellings: file
            .spellings
            .iter()
            .map(|word| cell(source, word))
            .collect(),
        lints: file.lints.clone(),
        rules: Vec::new(),
        reference: Reference::default(),
        tables: Vec::new(),
        all_tables_loaded: false,
        rust: Rust {
            out: output_folder(source, file.rust.out.as_ref(), "generated", report),
            command: file
                .rust
                .command
                .clone()
                .unwrap_or_else(|| "codegen".to_owned()),
            serde: feature(source, file.rust.serde.as_ref(), report),
            http: feature(source, file.rust.http.as_ref(), report),
            sqlx: feature(source, file.rust.sqlx.as_ref(), report),
            errors: file.rust.errors,
        },
    };
    let markdown = output_folder(source, file.markdown.out.as_ref(), "reference", report);
    catalog.reference = translations::resolve(source, file, &catalog, markdown, report);
    derived::conditions(source, file, &mut catalog, report);
    catalog.rules = rules(source, file, &catalog, &limits.rules, report);
    catalog
}

fn rules(
    source: SourceId,
    file: &CatalogFile,
    catalog: &Catalog,
    limit: &Limit,
    report: &mut Report,
) -> Vec<Rule> {
    if limit.is_exceeded_by(file.rule.len()) {
        let first_beyond = usize::try_from(limit.max).unwrap_or(usize::MAX);
        report
            .error(span(source, &file.rule[first_beyond]), limit.message())
            .help("use the attributes of codes in place of their names");
        return Vec::new();
    }
    let rules = file.rule.iter();
    rules
        .filter_map(|rule| conditions::resolve(source, rule, catalog, report))
        .collect()
}

/// Resolves the name of a cargo feature, which goes into the generated code.
fn feature(source: SourceId, name: Option<&Spanned<String>>, report: &mut Report) -> Option<Cell> {
    let name = cell(source, name?);
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
    if name.text.is_empty() || !name.text.chars().all(allowed) {
        report
            .error(name.span, format!("invalid feature name `{}`", name.text))
            .help("name the Cargo feature of your crate that enables this code, such as `serde`")
            .help("to generate no code for this crate, remove the key");
    }
    Some(name)
}

/// Resolves the directory of an output, relative to the catalog; `None` if it cannot belong to the output alone.
fn output_folder(
    source: SourceId,
    folder: Option<&Spanned<String>>,
    example: &str,
    report: &mut Report,
) -> Option<Cell> {
    let folder = cell(source, folder?);
    let path = Path::new(&folder.text);
    if !check_relative(&folder, report) {
        return None;
    }
    if !tidy(path)
        .components()
        .any(|part| matches!(part, Component::Normal(_)))
    {
        report
            .error(folder.span, "output directory contains the catalog")
            .help(format!("use a separate directory, such as `{example}`"));
        return None;
    }
    Some(folder)
}
