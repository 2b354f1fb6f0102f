//! Codes that occur more than once, and required cells.

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::diagnostic::LintLevel;
use crate::model::{Catalog, Charset, Field, Kind, Row, Table};
use crate::names;
use crate::report::Report;
use crate::source::Span;
use crate::suggest::{or, similar_code};

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let repeated: HashSet<&str> = (table.repeated.iter())
        .map(|repeated| repeated.code.text.as_str())
        .collect();
    let mut first_rows: HashMap<String, Vec<&Row>> = HashMap::new();
    let mut first_in_scope: HashMap<(String, Option<usize>), &Row> = HashMap::new();
    for row in &table.rows {
        let mut is_first = false;
        for (_, code) in row.code.codes() {
            let rows = first_rows.entry(code.clone()).or_default();
            rows.push(row);
            let first = rows[0];
            // Without scopes, it is the first row.
            let first_in_scope = if table.scopes.is_empty() {
                first
            } else {
                let key = (code.clone(), row.scope);
                first_in_scope.entry(key).or_insert(row)
            };
            if ptr::eq(first, row) {
                is_first = true;
                continue;
            }
            if ptr::eq(first_in_scope, row) || repeated.contains(code.as_str()) {
                check_agreement(row, first, &code, table, catalog, report);
            } else {
                report_duplicate(row, first_in_scope, &code, table, report);
            }
            break; // Two ranges that overlap are one mistake.
        }
        if is_first {
            check_required(row, table, catalog, report);
        }
    }
    check_repeated(table, &first_rows, report);
    check_numbers(table, &first_rows, report);
}

/// Checks the first row of a code, which has a name, a status and all attributes that are not optional.
fn check_required(row: &Row, table: &Table, catalog: &Catalog, report: &mut Report) {
    if row.review.is_some() && catalog.lints.review == LintLevel::Deny {
        return; // The review mark is an error already, and says what to fill in.
    }
    if row.name.is_empty {
        report
            .error(row.name.span, "missing name")
            .help("describe the condition in a few plain English words, such as `iccid not found`");
    }
    let http_is_optional = catalog.http.as_ref().is_none_or(|http| http.optional);
    if let Some(http) = &row.http
        && http.is_empty
        && !http_is_optional
    {
        report_missing(http, "http", "an integer from 100 to 599", report);
    }
    for (field, index) in row.attributes.iter().zip(&table.attributes) {
        let attribute = &catalog.attributes[*index];
        if field.is_empty && !attribute.optional {
            let expected = match &attribute.kind {
                Kind::Enum(values) if values.is_empty() => continue, // Reported where it is declared.
                Kind::Enum(values) => or(&values
                    .iter()
                    .map(|value| &value.name.text)
                    .collect::<Vec<_>>()),
                Kind::Flag => or(&["true", "false"]),
                Kind::Integer => "an integer".to_owned(),
                Kind::Text => "a text".to_owned(),
            };
            report_missing(field, &attribute.name.text, &expected, report);
        }
    }
}

fn report_missing<T>(field: &Field<T>, column: &str, expected: &str, report: &mut Report) {
    report
        .error(field.span, format!("missing value for `{column}`"))
        .note(format!("`{column}` is not `optional` in the catalog"))
        .help(format!("write {expected}"));
}

/// Reports a code that occurs again in the same scope.
fn report_duplicate(row: &Row, first: &Row, code: &str, table: &Table, report: &mut Report) {
    if first.retired.is_some() && row.retired.is_none() {
        return; // `retired_codes` reports it.
    }
    if row.code.is_range || first.code.is_range {
        let (texts, help) = (
            [&first.code, &row.code].map(|code| code.text()),
            "change the first or the last code of one of them",
        );
        report
            .error(
                row.code.span,
                format!("`{}` and `{}` overlap in code `{code}`", texts[0], texts[1]),
            )
            .related(first.code.span, "first defined here")
            .help(help);
        return;
    }
    let (message, help) = match row.scope {
        Some(scope) => {
            let scope = &table.scopes[scope].name.text;
            let message = format!("duplicate code `{code}` in scope `{scope}`");
            (
                message,
                "correct the scope of one of the rows, or delete the row",
            )
        }
        None => (format!("duplicate code `{code}`"), "delete one of the rows"),
    };
    let clear = match (&row.name.value, &first.name.value) {
        (Some(name), Some(first)) if name != first => ", and clear `name` in this row",
        _ => "",
    };
    let reason = format!("\"{code}\" = \"REASON\"");
    let list = if table.repeated.is_empty() {
        format!("add `repeated = {{ {reason} }}` at the top of the table's TOML file")
    } else {
        format!("add `{reason}` to `repeated` in the table's TOML file")
    };
    report
        .error(row.code.span, message)
        .related(first.code.span, "first defined here")
        .help(help)
        .help(format!(
            "if the document lists the code twice, {list}{clear}"
        ));
}

/// Checks a row that repeats a code: its name, status and attributes are empty or equal to those of the first row.
fn check_agreement(
    row: &Row,
    first: &Row,
    code: &str,
    table: &Table,
    catalog: &Catalog,
    report: &mut Report,
) {
    let mut differ = |what: &str, [span, first_span]: [Span; 2], [found, expected]: [String; 2]| {
        report
            .error(span, format!("conflicting {what} for code `{code}`"))
            .label(format!("expected {expected}, found {found}"))
            .related(first_span, "first row of the code")
            .note("later rows of a code repeat the name, former names, status and attributes of the first row, or leave them empty")
            .help("clear the cell, or repeat the value of the first row");
    };
    let quoted = |text: &str| format!("`{text}`");
    if let (Some(name), Some(first_name)) = (&row.name.value, &first.name.value)
        && names::upper_camel(name) != names::upper_camel(first_name)
    {
        let spans = [row.name.span, first.name.span];
        differ("name", spans, [quoted(name), quoted(first_name)]);
    }
    let list = |names: &Vec<String>| quoted(&names.join("; "));
    if let Some(texts) = differing(&row.renamed, &first.renamed, list) {
        differ("`renamed`", [row.renamed.span, first.renamed.span], texts);
    }
    if let (Some(http), Some(first)) = (&row.http, &first.http)
        && let Some(texts) = differing(http, first, |status| format!("`{status}`"))
    {
        differ("HTTP status", [http.span, first.span], texts);
    }
    for ((field, first), index) in row
        .attributes
        .iter()
        .zip(&first.attributes)
        .zip(&table.attributes)
    {
        let attribute = &catalog.attributes[*index];
        if let Some(texts) = differing(field, first, |value| quoted(&attribute.text(value))) {
            let what = format!("`{}`", attribute.name.text);
            differ(&what, [field.span, first.span], texts);
        }
    }
}

/// Returns the texts of two values that differ. Invalid values have been reported already.
fn differing<T: PartialEq>(
    field: &Field<T>,
    first: &Field<T>,
    text: impl Fn(&T) -> String,
) -> Option<[String; 2]> {
    let value = field.value.as_ref()?;
    let expected = match &first.value {
        Some(first) if first == value => return None,
        Some(first) => text(first),
        None if first.is_empty => "an empty cell".to_owned(),
        None => return None,
    };
    Some([text(value), expected])
}

/// Checks that the codes in `repeated` occur more than once.
fn check_repeated(table: &Table, rows: &HashMap<String, Vec<&Row>>, report: &mut Report) {
    let listed: HashSet<&str> = (table.repeated.iter())
        .map(|repeated| repeated.code.text.as_str())
        .collect();
    let repeating = || {
        let repeating = rows.iter().filter(|(_, rows)| rows.len() > 1);
        let codes = repeating.map(|(code, _)| code.as_str());
        codes.filter(|code| !listed.contains(code))
    };
    for repeated in &table.repeated {
        let code = &repeated.code;
        match rows.get(&code.text).map(Vec::len) {
            None if !table.all_codes_valid => {}
            None => {
                report
                    .error(
                        code.span,
                        format!("unknown code `{}` in `repeated`", code.text),
                    )
                    .maybe_help(similar_code(&code.text, repeating()))
                    .help("correct the code, or remove it from `repeated`");
            }
            Some(1) if table.all_codes_valid => {
                report
                    .error(
                        code.span,
                        format!(
                            "code `{}` is listed in `repeated` but occurs only once",
                            code.text
                        ),
                    )
                    .help("remove it from `repeated`");
            }
            Some(_) => {}
        }
    }
}

/// Checks that codes that are numbers too are different numbers.
fn check_numbers(table: &Table, rows: &HashMap<String, Vec<&Row>>, report: &mut Report) {
    let charset = table.charset;
    if !charset.has_numbers() {
        return;
    }
    let mut codes: Vec<(i128, &str, &Row)> = (rows.iter())
        .filter_map(|(code, rows)| Some((charset.number(code)?, code.as_str(), rows[0])))
        .collect();
    codes.sort_by_key(|(number, code, _)| (*number, *code));
    for pair in codes.windows(2) {
        let [(number, first, first_row), (other, second, second_row)] = pair else {
            continue;
        };
        if number == other {
            let respell = match charset {
                Charset::Hex => "delete the row whose code the provider does not send",
                _ => "if a spreadsheet dropped leading zeros, restore them",
            };
            report
                .error(
                    second_row.code.span,
                    format!("codes `{first}` and `{second}` are the same number"),
                )
                .related(first_row.code.span, "other code")
                .help(respell)
                .help("if the codes are not numbers, set `charset = \"alphanumeric\"` in the table's TOML file");
        }
    }
}
