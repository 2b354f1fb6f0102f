//! Resolve: from what was read to the model.
//!
//! Each name is looked up, and each cell becomes a value of its type. Cells that are no good by themselves are reported
//! here; what needs more than one cell is left to [`check`](crate::check).

mod attributes;
mod cells;
mod code_cells;
mod conditions;
mod languages;
mod rows;
mod rust_names;
mod table_columns;
mod tables;
mod terms;
mod translations;

use std::path::{Component, Path};

use toml::Spanned;

use self::cells::status_number;
use self::languages::{display, languages};
use crate::limits::Limits;
use crate::model::{Catalog, Http, ModuleDoc, Reference, Rust};
use crate::read::{CatalogFiles, cell, in_order, span};
use crate::report::Report;
use crate::source::{Cell, SourceId, tidy};

/// Makes the model of what was read. What is no good is reported and left out.
pub(crate) fn catalog(files: &CatalogFiles, limits: &Limits, report: &mut Report) -> Catalog {
    let mut catalog = shared(files, limits, report);
    // Without a language, what each table lacks is beside the point.
    let tables = if catalog.languages.is_empty() {
        &[]
    } else {
        files.tables.as_slice()
    };
    let mut codes = 0_u64;
    for files in tables {
        if Path::new(&files.name.text).has_root() {
            report_absolute(&files.name, report);
        }
        let table = tables::resolve(files, &catalog, limits, report);
        codes += table.rows.iter().map(|row| row.code.count).sum::<u64>();
        if codes > limits.all_codes.max {
            report
                .error(table.name.span, limits.all_codes.message())
                .help("make several catalogs of it");
            catalog.tables.clear(); // To look at so many would take its time.
            break;
        }
        catalog.tables.push(table);
    }
    catalog.all_tables_loaded = catalog.tables.len() == files.catalog.tables.len();
    rust_names::check(&catalog, &limits.module_length, report);
    catalog
}

/// Resolves all but the tables.
fn shared(files: &CatalogFiles, limits: &Limits, report: &mut Report) -> Catalog {
    let (source, file) = (files.source, &files.catalog);
    let languages = languages(source, file, &limits.languages, report);
    let display = display(source, file, &languages, report);
    let glossary = files
        .glossary
        .as_ref()
        .map(|grid| terms::resolve(grid, &languages, report))
        .unwrap_or_default();
    let http = file.http.as_ref().map(|http| Http {
        doc: http
            .doc
            .clone()
            .unwrap_or_else(|| "The HTTP status that stands for the code.".to_owned()),
        optional: http.optional,
        undocumented: http
            .undocumented
            .as_ref()
            .and_then(|status| status_number(*status.get_ref(), span(source, status), report)),
    });
    let attributes = in_order(&file.attribute)
        .filter_map(|(name, options)| attributes::resolve(source, name, options, report))
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
        schema_out: output_folder(source, file.schema.out.as_ref(), report),
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
            out: output_folder(source, file.rust.out.as_ref(), report),
            command: file
                .rust
                .command
                .clone()
                .unwrap_or_else(|| "codegen".to_owned()),
            serde: feature(source, file.rust.serde.as_ref(), report),
            http: feature(source, file.rust.http.as_ref(), report),
        },
    };
    let markdown = output_folder(source, file.markdown.out.as_ref(), report);
    catalog.reference = translations::resolve(source, file, &catalog, markdown, report);
    catalog.rules = file
        .rule
        .iter()
        .filter_map(|rule| conditions::resolve(source, rule, &catalog, report))
        .collect();
    catalog
}

/// A feature's name goes into the generated code: cargo's rules for it keep it a name.
fn feature(source: SourceId, name: Option<&Spanned<String>>, report: &mut Report) -> Option<Cell> {
    let name = cell(source, name?);
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
    if name.text.is_empty() || !name.text.chars().all(allowed) {
        report
            .error(name.span, format!("`{}` is no name of a cargo feature", name.text))
            .help("name the feature of your crate that guards this code, `serde`; leave the key out to do without the code");
    }
    Some(name)
}

/// A folder for an output alone, relative to the catalog; `None` where it cannot be that.
fn output_folder(
    source: SourceId,
    folder: Option<&Spanned<String>>,
    report: &mut Report,
) -> Option<Cell> {
    let folder = cell(source, folder?);
    let path = Path::new(&folder.text);
    if path.has_root() {
        report_absolute(&folder, report);
        return None;
    }
    if !tidy(path)
        .components()
        .any(|part| matches!(part, Component::Normal(_)))
    {
        report
            .error(folder.span, "the catalog itself is in this folder")
            .help("name a folder of its own: `out = \"generated\"`");
        return None;
    }
    Some(folder)
}

fn report_absolute(path: &Cell, report: &mut Report) {
    report
        .error(
            path.span,
            format!("`{}` is there on this machine alone", path.text),
        )
        .help("paths are relative to the catalog: `../src/generated`");
}
