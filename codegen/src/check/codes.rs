//! Codes that stand more than once, and what each must have.

use std::collections::HashMap;

use crate::model::{Catalog, Charset, Field, Row, Table};
use crate::names;
use crate::report::Report;
use crate::suggest::suggestion;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let mut first_rows: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in &table.rows {
        let mut is_first = false;
        for (_, code) in row.code.codes() {
            let earlier = first_rows.entry(code.clone()).or_default();
            match earlier.first() {
                None => is_first = true,
                Some(first) => {
                    if may_repeat(row, earlier, &code, table, report) {
                        check_agreement(row, first, table, catalog, report);
                    }
                }
            }
            earlier.push(row);
            if earlier.len() > 1 {
                break; // One overlap of two ranges says it all.
            }
        }
        if is_first {
            check_required(row, table, catalog, report);
        }
    }
    check_repeated(table, &first_rows, report);
    check_numbers(table, &first_rows, report);
}

/// The first row of a code has a name, and all that the catalog does not call optional.
fn check_required(row: &Row, table: &Table, catalog: &Catalog, report: &mut Report) {
    if row.name.is_empty {
        report
            .error(row.name.span, "there is no name")
            .help("say the condition in a few plain English words: `iccid not found`");
    }
    let http_is_optional = catalog.http.as_ref().is_none_or(|http| http.optional);
    if let Some(http) = &row.http
        && http.is_empty
        && !http_is_optional
    {
        report_missing(http, "http", report);
    }
    for (field, index) in row.attributes.iter().zip(&table.attributes) {
        let attribute = &catalog.attributes[*index];
        if field.is_empty && !attribute.optional {
            report_missing(field, &attribute.name.text, report);
        }
    }
}

fn report_missing<T>(field: &Field<T>, column: &str, report: &mut Report) {
    report
        .error(field.span, format!("there is no `{column}`"))
        .help("each code has one, because the catalog does not say that it is optional");
}

/// A code stands more than once in another scope, or because the table's description says so.
fn may_repeat(row: &Row, earlier: &[&Row], code: &str, table: &Table, report: &mut Report) -> bool {
    let same_scope = earlier.iter().find(|first| first.scope == row.scope);
    let Some(first) = same_scope else { return true };
    if table
        .repeated
        .iter()
        .any(|repeated| repeated.code.text == code)
    {
        return true;
    }
    let help = format!(
        "delete one of the rows; or, where the document does list it twice, say so in the table's TOML file: `repeated = {{ \"{code}\" = \"why\" }}`"
    );
    report
        .error(row.code.span, format!("the code {code} stands twice"))
        .related(first.code.span, "first here")
        .help(help);
    false
}

/// Rows that repeat a code may leave name, status and attributes empty; where they give them, they agree with the first.
fn check_agreement(row: &Row, first: &Row, table: &Table, catalog: &Catalog, report: &mut Report) {
    let mut differ = |span, first_span, what: &str| {
        report
            .error(span, format!("the {what} is another than in the code's first row"))
            .related(first_span, "the first row's")
            .help("leave it empty: one code has one of each, and only its messages may differ from row to row");
    };
    if let (Some(name), Some(first_name)) = (&row.name.value, &first.name.value)
        && names::upper_camel(name) != names::upper_camel(first_name)
    {
        differ(row.name.span, first.name.span, "name");
    }
    if let (Some(http), Some(first)) = (&row.http, &first.http)
        && differ_in_value(http, first)
    {
        differ(http.span, first.span, "HTTP status");
    }
    for ((field, first), index) in row
        .attributes
        .iter()
        .zip(&first.attributes)
        .zip(&table.attributes)
    {
        if differ_in_value(field, first) {
            differ(
                field.span,
                first.span,
                &catalog.attributes[*index].name.text,
            );
        }
    }
}

/// Returns `true` if both are given, and are not the same. What is no good has been reported already.
fn differ_in_value<T: PartialEq>(field: &Field<T>, first: &Field<T>) -> bool {
    let given_first = first.value.is_some() || first.is_empty;
    field.value.is_some() && given_first && field.value != first.value
}

/// The codes that `repeated` lists do stand more than once.
fn check_repeated(table: &Table, rows: &HashMap<String, Vec<&Row>>, report: &mut Report) {
    for repeated in &table.repeated {
        let code = &repeated.code;
        match rows.get(&code.text).map(Vec::len) {
            None => {
                report
                    .error(code.span, format!("the table has no code `{}`", code.text))
                    .maybe_help(suggestion(&code.text, rows.keys().map(String::as_str)));
            }
            Some(1) => {
                report
                    .error(code.span, format!("the code {} stands once", code.text))
                    .help(format!("delete the entry (\"{}\")", repeated.why));
            }
            Some(_) => {}
        }
    }
}

/// Codes of digits are numbers too: no two of them are the same one.
fn check_numbers(table: &Table, rows: &HashMap<String, Vec<&Row>>, report: &mut Report) {
    if table.charset != Charset::Digits {
        return;
    }
    let mut codes: Vec<(&str, &Row)> = rows
        .iter()
        .map(|(code, rows)| (code.as_str(), rows[0]))
        .collect();
    codes.sort_by(|(a, _), (b, _)| Charset::Digits.compare(a, b));
    for pair in codes.windows(2) {
        let [(first, first_row), (second, second_row)] = pair else {
            continue;
        };
        if first.trim_start_matches('0') == second.trim_start_matches('0') {
            report
                .error(
                    second_row.code.span,
                    format!("`{first}` and `{second}` are the same number"),
                )
                .related(first_row.code.span, "the other one")
                .help("give the table `charset = \"alphanumeric\"`: its codes are no numbers then");
        }
    }
}
