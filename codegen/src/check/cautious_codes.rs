//! The lists of codes with a cautious value: an edit of one cell alone does not make programs less cautious.

use std::collections::{HashMap, HashSet};

use crate::model::{Attribute, Catalog, CautiousCodes, Field, Row, Table, Value};
use crate::report::Report;
use crate::source::{Cell, Span};
use crate::suggest::{or, similar_code};

/// Returns the cells that it reports.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) -> HashSet<Span> {
    let mut reported = HashSet::new();
    for list in &table.cautious {
        check_list(list, table, catalog, &mut reported, report);
    }
    reported
}

fn check_list(
    list: &CautiousCodes,
    table: &Table,
    catalog: &Catalog,
    reported: &mut HashSet<Span>,
    report: &mut Report,
) {
    let attribute = &catalog.attributes[list.attribute];
    let column = (table.attributes.iter()).position(|index| *index == list.attribute);
    let mut listed: HashMap<&str, &Cell> = HashMap::new();
    for code in &list.codes {
        if let Some(first) = listed.insert(&code.text, code) {
            report
                .error(
                    code.span,
                    format!("duplicate code `{}` in `cautious`", code.text),
                )
                .related(first.span, "first listed here")
                .help("remove one of them");
        }
    }
    let (mut rows, mut texts, mut cautious) = (HashMap::new(), HashSet::new(), Vec::new());
    for row in &table.rows {
        let text = row.code.text();
        let new = row
            .code
            .codes()
            .filter(|(_, code)| rows.insert(code.clone(), row).is_none());
        // The first row of a code has the value.
        if new.count() > 0 {
            let value = column.map(|column| &row.attributes[column]);
            // A missing or invalid value is reported as such.
            let is_settled = value
                .is_none_or(|field| field.value.is_some() || attribute.optional && field.is_empty);
            if is_settled {
                let entry = listed.get(&*text).copied();
                let is_cautious = matches!(
                    value.and_then(|field| field.value.as_ref()),
                    Some(Value::Enum(index)) if attribute.cautious.values.contains(index)
                );
                match entry {
                    Some(entry) if !is_cautious => {
                        reported.extend(value.map(|field| field.span));
                        report_not_cautious(row, value, attribute, entry, report);
                    }
                    None if is_cautious => cautious.push(row),
                    _ => {}
                }
            }
        }
        texts.insert(text);
    }
    // Ranges with codes that are listed one by one.
    let mut split = HashSet::new();
    for code in list.codes.iter().filter(|code| !texts.contains(&code.text)) {
        if let Some(row) = rows.get(&code.text) {
            if !split.insert(row.code.span) {
                continue;
            }
            let (code, span, range) = (&code.text, code.span, row.code.text());
            report
                .error(
                    span,
                    format!("code `{code}` is part of the range `{range}`"),
                )
                .related(row.code.span, "the range is here")
                .help(format!(
                    "list the range instead of its codes: `\"{range}\"`"
                ));
        } else if table.all_codes_valid {
            report
                .error(
                    code.span,
                    format!("unknown code `{}` in `cautious`", code.text),
                )
                .maybe_help(similar_code(
                    &code.text,
                    cautious.iter().map(|row| row.code.first.as_str()),
                ))
                .help("correct the code, or remove it from the list");
        }
    }
    for row in cautious {
        if !split.contains(&row.code.span) {
            report_not_listed(row, column, attribute, list, report);
        }
    }
}

/// Reports a listed code whose value is not cautious.
fn report_not_cautious(
    row: &Row,
    value: Option<&Field<Value>>,
    attribute: &Attribute,
    entry: &Cell,
    report: &mut Report,
) {
    let (code, name) = (row.code.text(), &attribute.name.text);
    let values = attribute.cautious.values.iter();
    let values: Vec<&str> = values
        .map(|index| &*attribute.values()[*index].name.text)
        .collect();
    let found = match value.and_then(|field| field.value.as_ref()) {
        Some(value) => format!("`{}`", attribute.text(value)),
        None => "an empty cell".to_owned(),
    };
    report
        .error(
            value.map_or(row.code.span, |field| field.span),
            format!("code `{code}` is listed in `cautious`, but its `{name}` is not cautious"),
        )
        .label(format!("expected {}, found {found}", or(&values)))
        .related(entry.span, "listed here")
        .note("programs that do not query first may repeat an operation that was carried out")
        .help(format!("restore the value of `{name}`"))
        .help("if the operation was certainly not carried out, remove the code from the list");
}

/// Reports a code with a cautious value that is not listed.
fn report_not_listed(
    row: &Row,
    column: Option<usize>,
    attribute: &Attribute,
    list: &CautiousCodes,
    report: &mut Report,
) {
    let (code, name) = (row.code.text(), &attribute.name.text);
    report
        .error(
            column.map_or(row.code.span, |column| row.attributes[column].span),
            format!("code `{code}` has a cautious `{name}`, but is not listed in `cautious`"),
        )
        .related(list.span, format!("list for `{name}`"))
        .note("with the list, an edit of the row alone cannot make programs less cautious")
        .help(format!("add `\"{code}\"` to the list"));
}
