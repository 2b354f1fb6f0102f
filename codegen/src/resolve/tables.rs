//! Tables: descriptions and rows.

use std::collections::BTreeMap;

use toml::Spanned;

use super::attributes::enum_values;
use super::cells::status_number;
use super::code_misfits::Misfits;
use super::damaged_cells;
use super::derived;
use super::enum_options;
use super::languages::report_unknown;
use super::rows;
use super::table_columns::TableColumns;
use super::table_languages;
use crate::limits::{DEFAULT_MAX_RANGE, Grouped, Limit, Limits};
use crate::model::{Catalog, CautiousCodes, EnumValue, HttpSource, Provenance, Repeated, Table};
use crate::read::table_file::{HttpRule, SameAs, TableFile};
use crate::read::text_option::TextOption;
use crate::read::{TableFiles, cell, in_order, span};
use crate::report::Report;
use crate::source::SourceId;
use crate::suggest::suggestion;

/// Resolves a table. Invalid parts are reported and left out.
pub(super) fn resolve(
    files: &TableFiles,
    catalog: &Catalog,
    limits: &Limits,
    report: &mut Report,
) -> Table {
    let (source, file) = (files.source, &files.description);
    let mut table = Table {
        name: files.name.clone(),
        module: file
            .module
            .get_ref()
            .split("::")
            .map(str::to_owned)
            .collect(),
        module_span: span(source, &file.module),
        type_name: cell(source, &file.type_name),
        sources: table_languages::sources(source, file, catalog, report),
        title: by_language(source, &file.title, catalog, report),
        doc: by_language(source, &file.doc, catalog, report),
        provenance: provenance(source, file, catalog, report),
        charset: *file.code.charset.get_ref(),
        width: width(source, file, &limits.cell_length, report),
        max_range: file.code.max_range.map_or(DEFAULT_MAX_RANGE, u64::from),
        http: http(source, file, catalog, report),
        scopes: scopes(source, file, report),
        cautious: cautious_codes(source, file, catalog, report),
        repeated: in_order(&file.repeated)
            .map(|(code, why)| Repeated {
                code: cell(source, code),
                why: why.clone(),
            })
            .collect(),
        printed_placeholders: printed_placeholders(source, file, report),
        printed: Vec::new(),
        attributes: Vec::new(),
        rows: Vec::new(),
        underived: Vec::new(),
        is_header_valid: false,
        enum_options: enum_options::resolve(source, file, catalog, report),
        all_codes_valid: false,
    };
    let has_scopes = file.scope.is_some();
    let mut columns = TableColumns::find(&files.grid.header, &table, has_scopes, catalog, report);
    columns.find_untranslated(&files.grid.rows);
    table.is_header_valid = columns.are_valid;
    table.printed = columns
        .printed
        .iter()
        .map(|(name, _)| name.clone())
        .collect();
    table.attributes = columns
        .attributes
        .iter()
        .map(|(attribute, _)| *attribute)
        .collect();
    let mut codes = 0_u64;
    for row in &files.grid.blank {
        report
            .error(*row, "blank row")
            .note("blank rows are allowed at the end of the file only")
            .help("delete the line");
    }
    if files.grid.rows.is_empty() {
        let header = files.grid.header.first();
        report
            .error(
                header.map_or(table.name.span, |cell| cell.span),
                format!("table `{}` has no rows", table.name.text),
            )
            .help("add a row, or remove the table from `tables` in the catalog");
    }
    damaged_cells::check(&files.grid, &columns, catalog, report);
    let mut misfits = Misfits::default();
    for cells in &files.grid.rows {
        let Some(row) = rows::resolve(cells, &columns, &table, catalog, &mut misfits, report)
        else {
            continue;
        };
        codes = codes.saturating_add(row.code.count);
        if codes > limits.codes.max {
            report
                .error(row.code.span, limits.codes.message())
                .note("each code of a range counts")
                .help("list the codes that exist, or split the table");
            break;
        }
        table.rows.push(row);
    }
    table.all_codes_valid = table.rows.len() == files.grid.rows.len();
    let width = file.code.width.as_ref().map(|width| span(source, width));
    misfits.report(&table, span(source, &file.code.charset), width, report);
    derived::fill(&mut table, catalog);
    table
}

/// Resolves the lists of codes with a cautious value.
fn cautious_codes(
    source: SourceId,
    file: &TableFile,
    catalog: &Catalog,
    report: &mut Report,
) -> Vec<CautiousCodes> {
    let guarded = || {
        let attributes = catalog.attributes.iter().enumerate();
        attributes.filter(|(_, attribute)| !attribute.cautious.values.is_empty())
    };
    let lists = in_order(&file.cautious).filter_map(|(name, codes)| {
        let name = cell(source, name);
        let found = guarded().find(|(_, attribute)| attribute.name.text == name.text);
        if found.is_none() {
            let mut attributes = catalog.attributes.iter();
            let guarded: Vec<&str> = guarded()
                .map(|(_, attribute)| attribute.name.text.as_str())
                .collect();
            if attributes.any(|attribute| attribute.name.text == name.text) {
                let message = format!("attribute `{}` has no `cautious` values", name.text);
                report.error(name.span, message).help(format!(
                    "remove the list, or set `cautious` in `[attribute.{}]` in the catalog",
                    name.text
                ));
            } else {
                let finding = report.error(name.span, format!("unknown attribute `{}`", name.text));
                match suggestion("attribute", &name.text, guarded) {
                    Some(help) => finding.help(help),
                    None => finding.help("remove the list"),
                };
            }
        }
        Some(CautiousCodes {
            attribute: found?.0,
            span: name.span,
            codes: codes.iter().map(|code| cell(source, code)).collect(),
        })
    });
    lists.collect()
}

fn width(source: SourceId, file: &TableFile, limit: &Limit, report: &mut Report) -> Option<usize> {
    let width = file.code.width.as_ref()?;
    let valid = usize::try_from(*width.get_ref())
        .ok()
        .filter(|width| *width > 0 && !limit.is_exceeded_by(*width));
    if valid.is_none() {
        report
            .error(
                span(source, width),
                format!("`width = {}` is out of range", width.get_ref()),
            )
            .label(format!(
                "expected an integer from 1 to {}",
                Grouped(limit.max)
            ))
            .help("if codes differ in length, omit `width`");
    }
    valid
}

/// Resolves texts by language to texts in the order of the languages.
fn provenance(
    source: SourceId,
    file: &TableFile,
    catalog: &Catalog,
    report: &mut Report,
) -> Provenance {
    let options = file.source.as_ref();
    let mut text = |text: Option<&TextOption>| match text {
        None => vec![None; catalog.languages.len()],
        Some(TextOption::Same(text)) => vec![Some(text.clone()); catalog.languages.len()],
        Some(TextOption::ByLanguage(texts)) => by_language(source, texts, catalog, report),
    };
    Provenance {
        document: text(options.and_then(|options| options.document.as_ref())),
        publisher: text(options.and_then(|options| options.publisher.as_ref())),
        version: options.and_then(|options| options.version.clone()),
    }
}

fn by_language(
    source: SourceId,
    texts: &BTreeMap<Spanned<String>, String>,
    catalog: &Catalog,
    report: &mut Report,
) -> Vec<Option<String>> {
    let mut resolved = vec![None; catalog.languages.len()];
    for (tag, text) in in_order(texts) {
        match catalog
            .tags()
            .position(|language| language == tag.get_ref())
        {
            Some(language) => resolved[language] = Some(text.clone()),
            None => {
                report_unknown(&cell(source, tag), catalog.tags(), report);
            }
        }
    }
    resolved
}

fn printed_placeholders(source: SourceId, file: &TableFile, report: &mut Report) -> Vec<String> {
    for mark in &file.printed_placeholders {
        if mark.get_ref().is_empty() {
            report
                .error(span(source, mark), "empty entry in `printed_placeholders`")
                .help("write the text that stands for a variable part, such as `X`");
        } else if mark.get_ref().contains(['{', '}']) {
            report
                .error(
                    span(source, mark),
                    "`printed_placeholders` lists text in braces",
                )
                .note("text in braces is always a placeholder")
                .help("remove the entry");
        }
    }
    file.printed_placeholders
        .iter()
        .map(|mark| mark.get_ref().clone())
        .collect()
}

fn scopes(source: SourceId, file: &TableFile, report: &mut Report) -> Vec<EnumValue> {
    let Some(scope) = &file.scope else {
        return Vec::new();
    };
    let scopes = enum_values(source, scope.values.get_ref());
    if scopes.is_empty() {
        report
            .error(span(source, &scope.values), "`[scope.values]` is empty")
            .help("list the scopes, or remove `[scope.values]` and the column `scope`");
    }
    scopes
}

fn http(source: SourceId, file: &TableFile, catalog: &Catalog, report: &mut Report) -> HttpSource {
    let plain = HttpSource::Column {
        table: None,
        also: Vec::new(),
    };
    let Some(rule) = &file.http else {
        return if catalog.http.is_some() {
            plain
        } else {
            HttpSource::Absent
        };
    };
    let at = span(source, rule);
    if catalog.http.is_none() {
        report
            .error(at, "`http` requires `[http]` in the catalog")
            .help("add `[http]` to the catalog, or remove this key");
    }
    let HttpRule {
        same_as,
        table,
        also,
    } = rule.get_ref();
    match (same_as, table) {
        (Some(SameAs::Code), None) if also.is_empty() => return HttpSource::Code,
        (Some(SameAs::Code), _) => {
            report
                .error(at, "`same_as` cannot be combined with `table` or `also`")
                .help("write `http = { same_as = \"code\" }`");
            return plain;
        }
        (None, _) => {}
    }
    // Resolve all of them, so that each invalid status is reported.
    let also = also
        .iter()
        .filter_map(|status| status_number(*status.get_ref(), span(source, status), report))
        .collect();
    HttpSource::Column {
        table: table
            .as_ref()
            .map(|name: &Spanned<String>| cell(source, name)),
        also,
    }
}
