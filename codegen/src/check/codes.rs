//! Codes that occur more than once, and required cells.

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::diagnostic::LintLevel;
use crate::model::{Catalog, Charset, Field, Kind, Row, Table};
use crate::names;
use crate::report::{MAX_SINGLE, Report};
use crate::source::Span;
use crate::suggest::{or, similar_code};

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let repeated = table.repeated.iter();
    let repeated: HashSet<&str> = repeated
        .map(|repeated| repeated.code.text.as_str())
        .collect();
    let mut first_rows: HashMap<String, Vec<&Row>> = HashMap::new();
    let mut first_in_scope: HashMap<(String, Option<usize>), &Row> = HashMap::new();
    let mut duplicates = Vec::new();
    let empty = EmptyColumns::find(table);
    for row in &table.rows {
        let mut is_first = false;
        for (_, code) in row.code.codes() {
            let rows = first_rows.entry(code.clone()).or_default();
            rows.push(row);
            let first = rows[0];
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
            } else if first_in_scope.retired.is_some() && row.retired.is_none() {
                // `retired_codes` reports it.
            } else if row.code.is_range || first_in_scope.code.is_range {
                report_overlap(row, first_in_scope, &code, report);
            } else {
                duplicates.push((row, first_in_scope, code));
            }
            break; // Two ranges that overlap are one mistake.
        }
        if is_first {
            check_required(row, &empty, table, catalog, report);
        }
    }
    report_duplicates(&duplicates, table, report);
    check_repeated(table, &first_rows, report);
    check_numbers(table, &first_rows, report);
}

/// Checks the first row of a code, which has a name, a status and all attributes that are not optional.
fn check_required(
    row: &Row,
    empty: &EmptyColumns,
    table: &Table,
    catalog: &Catalog,
    report: &mut Report,
) {
    let is_draft = row.review.is_some() && catalog.lints.review == LintLevel::Deny;
    if is_draft || !table.is_header_valid {
        return; // The review mark or the header is an error already.
    }
    if row.name.is_empty {
        let finding = match empty.name {
            true => report.repeated_error(row.name.span, "missing name"),
            false => report.error(row.name.span, "missing name"),
        };
        finding
            .help("describe the condition in a few plain English words, such as `iccid not found`");
    }
    let http_is_optional = catalog.http.as_ref().is_none_or(|http| http.optional);
    if let Some(http) = &row.http
        && http.is_empty
        && !http_is_optional
    {
        let expected = "an integer from 100 to 599";
        report_missing(http, "http", expected, empty.http, report);
    }
    let fields = row.attributes.iter().zip(&table.attributes);
    for ((field, index), is_new) in fields.zip(&empty.attributes) {
        let attribute = &catalog.attributes[*index];
        if field.is_empty && !attribute.optional {
            let expected = match &attribute.kind {
                Kind::Enum(values) if values.is_empty() => continue, // Reported where it is declared.
                Kind::Enum(values) => or(&values
                    .iter()
                    .map(|value| &value.name.text)
                    .collect::<Vec<_>>()),
                Kind::Flag => or(&["true", "false"]),
                Kind::Integer(_) => "an integer".to_owned(),
                Kind::Url => "a URL".to_owned(),
                Kind::Text => "a text".to_owned(),
            };
            report_missing(field, &attribute.name.text, &expected, *is_new, report);
        }
    }
}

/// The columns without any value, because they are new.
struct EmptyColumns {
    name: bool,
    http: bool,
    /// In the order of the table's attributes.
    attributes: Vec<bool>,
}

impl EmptyColumns {
    fn find(table: &Table) -> Self {
        let rows = || table.rows.iter();
        let is_empty = |column: usize| rows().all(|row| row.attributes[column].is_empty);
        EmptyColumns {
            name: rows().all(|row| row.name.is_empty),
            http: rows().all(|row| row.http.as_ref().is_none_or(|http| http.is_empty)),
            attributes: (0..table.attributes.len()).map(is_empty).collect(),
        }
    }
}

/// Reports an empty cell, and all cells of a new column once.
fn report_missing<T>(
    field: &Field<T>,
    column: &str,
    expected: &str,
    is_new: bool,
    report: &mut Report,
) {
    let message = format!("missing value for `{column}`");
    let finding = match is_new {
        true => report.repeated_error(field.span, message),
        false => report.error(field.span, message),
    };
    finding
        .note(format!("`{column}` is not `optional` in the catalog"))
        .help(format!("write {expected}"));
}

fn report_overlap(row: &Row, first: &Row, code: &str, report: &mut Report) {
    let texts = [&first.code, &row.code].map(|code| code.text());
    report
        .error(
            row.code.span,
            format!("`{}` and `{}` overlap in code `{code}`", texts[0], texts[1]),
        )
        .related(first.code.span, "first defined here")
        .help("change the first or the last code of one of them");
}

/// Reports rows with the code and the scope of an earlier row. Many of them have one cause, such as rows that were pasted twice.
fn report_duplicates(duplicates: &[(&Row, &Row, String)], table: &Table, report: &mut Report) {
    // A document may list a code several times. The codes of a table without a document are the team's own.
    let has_document = table.provenance.is_given() || !table.repeated.is_empty();
    let list = |entry: &str| {
        if table.repeated.is_empty() {
            format!("add `repeated = {{ {entry} }}` at the top of the table's TOML file")
        } else {
            format!("add `{entry}` to `repeated` in the table's TOML file")
        }
    };
    if let [(row, first, code), rest @ ..] = duplicates
        && duplicates.len() > MAX_SINGLE
    {
        let count = duplicates.len();
        let mut finding = report
            .error(row.code.span, format!("{count} duplicate codes"))
            .related(first.code.span, format!("`{code}` first defined here"));
        for (row, _, _) in &rest[..MAX_SINGLE - 1] {
            finding = finding.related(row.code.span, "another duplicate");
        }
        let differ = duplicates.iter().any(|(row, first, _)| differ(row, first));
        let list = list("\"CODE\" = \"REASON\"");
        let list = format!("if the document lists a code twice, {list}");
        finding
            .note(format!("and {} more", count - MAX_SINGLE))
            .maybe_help(differ.then(|| different_codes(has_document).to_owned()))
            .help("delete the duplicate rows")
            .maybe_help(has_document.then_some(list));
        return;
    }
    for (row, first, code) in duplicates {
        let differ = differ(row, first);
        let (message, help) = match row.scope {
            Some(scope) => (
                format!(
                    "duplicate code `{code}` in scope `{}`",
                    table.scopes[scope].name.text
                ),
                "correct the scope of one of the rows, or delete the row",
            ),
            None if differ => (
                format!("duplicate code `{code}`"),
                "if they are the same code, delete one of the rows",
            ),
            None => (format!("duplicate code `{code}`"), "delete one of the rows"),
        };
        let clear = match (&row.name.value, &first.name.value) {
            (Some(name), Some(first)) if name != first => ", and clear `name` in this row",
            _ => "",
        };
        let list = list(&format!("\"{code}\" = \"REASON\""));
        let list = format!("if the document lists the code twice, {list}{clear}");
        report
            .error(row.code.span, message)
            .related(first.code.span, "first defined here")
            .maybe_help(differ.then(|| different_codes(has_document).to_owned()))
            .help(help)
            .maybe_help(has_document.then_some(list));
    }
}

/// Returns `true` if two rows with one code may be two codes, such as those that two branches added: their names or messages differ.
fn differ(row: &Row, first: &Row) -> bool {
    let names = row.name.value.as_ref().zip(first.name.value.as_ref());
    let mut messages = row.messages.iter().zip(&first.messages);
    let texts_differ = names.is_some_and(|(name, first)| name != first)
        || messages.any(|(message, first)| message.text != first.text);
    // A code in a wrong scope is more likely than a wrong code.
    texts_differ && row.scope.is_none()
}

/// Returns what to do about different codes that are written alike. A team assigns its own codes, but not those of a document.
fn different_codes(has_document: bool) -> &'static str {
    if has_document {
        "if they are different codes, correct the code of one of the rows"
    } else {
        "if they are different codes, give one of the rows an unused code"
    }
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
                .related(first_row.code.span, "the other code")
                .help(respell)
                .help("if the codes are not numbers, set `charset = \"alphanumeric\"` in the table's TOML file");
        }
    }
}
