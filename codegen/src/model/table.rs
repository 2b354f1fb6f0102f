//! A table: its description and its columns.

use super::catalog::{in_order, words};
use super::columns::Columns;
use super::row;
use super::{Catalog, HttpSource, Repeated, Table, Word};
use crate::diagnostic::{Report, did_you_mean};
use crate::limits::{self, Grouped};
use crate::read::table::{HttpRule, SameAs, TableFile};
use crate::read::{Placed, TableFiles, cell, span};
use crate::source::SourceId;

pub(super) fn build(files: &TableFiles, catalog: &Catalog, report: &mut Report) -> Option<Table> {
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
        title: title(source, file, catalog, report),
        provenance: file.source.clone().unwrap_or_default(),
        charset: file.code.charset,
        width: width(source, file, report),
        max_range: file.code.max_range.map_or(limits::RANGE, u64::from),
        http: http(source, file, catalog, report),
        scopes: scopes(source, file, report),
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
    };
    let columns = Columns::find(&files.grid.header, &table, catalog, report);
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
    for row in &files.grid.empty {
        report
            .error(*row, "an empty row between others")
            .help("delete the line; empty lines at the end of the file do no harm");
    }
    for cells in &files.grid.rows {
        let Some(row) = row::build(cells, &columns, &table, catalog, report) else {
            continue;
        };
        codes = codes.saturating_add(row.code.count);
        if codes > limits::CODES.most() {
            (report.error(row.code.span, limits::CODES.passed()))
                .help("split the table; a range stands for each of its codes");
            break;
        }
        table.rows.push(row);
    }
    Some(table)
}

fn width(source: SourceId, file: &TableFile, report: &mut Report) -> Option<usize> {
    let width = file.code.width.as_ref()?;
    let valid = usize::try_from(*width.get_ref())
        .ok()
        .filter(|width| *width > 0 && !limits::CELL_LENGTH.is_passed_by(*width));
    if valid.is_none() {
        report
            .error(
                span(source, width),
                format!(
                    "a width is a number of characters, from 1 to {}",
                    Grouped(limits::CELL_LENGTH.most())
                ),
            )
            .help("leave it out where codes differ in length");
    }
    valid
}

fn title(
    source: SourceId,
    file: &TableFile,
    catalog: &Catalog,
    report: &mut Report,
) -> Vec<Option<String>> {
    let mut titles = vec![None; catalog.languages.len()];
    for (tag, title) in in_order(&file.title) {
        match catalog
            .tags()
            .position(|language| language == tag.get_ref())
        {
            Some(language) => titles[language] = Some(title.clone()),
            None => {
                report
                    .error(
                        span(source, tag),
                        format!("`{}` is none of the languages", tag.get_ref()),
                    )
                    .maybe_help(did_you_mean(tag.get_ref(), catalog.tags()));
            }
        }
    }
    titles
}

fn printed_placeholders(source: SourceId, file: &TableFile, report: &mut Report) -> Vec<String> {
    for mark in &file.printed_placeholders {
        if mark.get_ref().is_empty() || mark.get_ref().contains(['{', '}']) {
            report
                .error(span(source, mark), "no placeholder that a document prints")
                .help("name what stands for the part that varies, `X`; what stands in braces need not be named");
        }
    }
    (file.printed_placeholders.iter())
        .map(|mark| mark.get_ref().clone())
        .collect()
}

fn scopes(source: SourceId, file: &TableFile, report: &mut Report) -> Vec<Word> {
    let Some(scope) = &file.scope else {
        return Vec::new();
    };
    let scopes = words(source, &scope.values);
    if scopes.is_empty() {
        report.error(
            cell(source, &file.module).span,
            "`[scope.values]` names no scope",
        );
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
            .error(
                at,
                "the catalog does not say that its codes have an HTTP status",
            )
            .help("add `[http]` to the catalog");
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
                .error(
                    at,
                    "a status that is the same as the code comes from nowhere else",
                )
                .help("`http = { same_as = \"code\" }`");
            return plain;
        }
        (None, _) => {}
    }
    let mut allowed = Vec::new();
    for status in also {
        match u16::try_from(*status.get_ref())
            .ok()
            .filter(|status| row::STATUSES.contains(status))
        {
            Some(status) => allowed.push(status),
            None => {
                report
                    .error(
                        span(source, status),
                        format!("{} is no HTTP status", status.get_ref()),
                    )
                    .help("statuses are 100 to 599");
            }
        }
    }
    HttpSource::Column {
        table: table
            .as_ref()
            .map(|name: &Placed<String>| cell(source, name)),
        also: allowed,
    }
}
