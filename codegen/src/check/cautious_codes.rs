//! The lists of codes with a cautious value: an edit of one cell alone does not make programs less cautious.

use std::collections::{HashMap, HashSet};

use crate::model::{Attribute, Catalog, CautiousCodes, Row, Table, Value};
use crate::report::Report;
use crate::source::Cell;
use crate::suggest::{or, similar_code};

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for list in &table.cautious {
        check_list(list, table, catalog, report);
    }
}

fn check_list(list: &CautiousCodes, table: &Table, catalog: &Catalog, report: &mut Report) {
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
    let (mut rows, mut texts) = (HashMap::new(), HashSet::new());
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
                let value = value.and_then(|field| field.value.as_ref());
                check_row(
                    row,
                    value,
                    attribute,
                    (list, listed.get(&*text).copied()),
                    report,
                );
            }
        }
        texts.insert(text);
    }
    for code in list.codes.iter().filter(|code| !texts.contains(&code.text)) {
        if let Some(row) = rows.get(&code.text) {
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
        } else {
            report
                .error(
                    code.span,
                    format!("unknown code `{}` in `cautious`", code.text),
                )
                .maybe_help(similar_code(&code.text, texts.iter().map(String::as_str)));
        }
    }
}

/// Checks that a code has a cautious value if, and only if, it is listed.
fn check_row(
    row: &Row,
    value: Option<&Value>,
    attribute: &Attribute,
    (list, listed): (&CautiousCodes, Option<&Cell>),
    report: &mut Report,
) {
    let (code, name) = (row.code.text(), &attribute.name.text);
    let is_cautious =
        matches!(value, Some(Value::Enum(index)) if attribute.cautious.values.contains(index));
    match listed {
        Some(cell) if !is_cautious => {
            let values = attribute.cautious.values.iter();
            let values: Vec<&str> = values
                .map(|index| &*attribute.values()[*index].name.text)
                .collect();
            let found = value.map_or("an empty cell".to_owned(), |value| {
                format!("`{}`", attribute.text(value))
            });
            report
                .error(row.code.span, format!("code `{code}` is listed in `cautious`, but its `{name}` requires no query"))
                .label(format!("expected {}, found {found}", or(&values)))
                .related(cell.span, "listed here")
                .note("programs that do not query first may repeat an operation that was carried out")
                .help("restore the value of the row; or, if it is certain that the operation was not carried out, also remove the code from the list");
        }
        None if is_cautious => {
            report
                .error(row.code.span, format!("code `{code}` has a cautious `{name}`, but is not listed in `cautious`"))
                .related(list.span, format!("the list for `{name}` is here"))
                .help(format!("add `\"{code}\"` to the list, so that a later edit of the row alone cannot drop the caution"));
        }
        _ => {}
    }
}
