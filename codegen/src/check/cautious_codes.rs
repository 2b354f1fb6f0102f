//! The lists of codes with a cautious value: an edit of one cell alone does not make programs less cautious.

use std::collections::{HashMap, HashSet};

use crate::model::{Attribute, Catalog, CautiousCodes, Field, Row, Table, Value};
use crate::report::{MAX_SINGLE, Report};
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
    let mut not_cautious = Vec::new();
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
                        not_cautious.push(NotCautious { row, value, entry });
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
    report_not_cautious(&not_cautious, attribute, report);
    cautious.retain(|row| !split.contains(&row.code.span));
    report_not_listed(&cautious, column, attribute, list, report);
}

/// A listed code whose value is not cautious.
struct NotCautious<'a> {
    row: &'a Row,
    /// `None` if the table has no column for the attribute.
    value: Option<&'a Field<Value>>,
    /// The code in the list.
    entry: &'a Cell,
}

impl NotCautious<'_> {
    fn span(&self) -> Span {
        self.value.map_or(self.row.code.span, |field| field.span)
    }

    fn label(&self, attribute: &Attribute) -> String {
        let values = attribute.cautious.values.iter();
        let values: Vec<&str> = values
            .map(|index| &*attribute.values()[*index].name.text)
            .collect();
        let found = match self.value.and_then(|field| field.value.as_ref()) {
            Some(value) => format!("`{}`", attribute.text(value)),
            None => "an empty cell".to_owned(),
        };
        format!("expected {}, found {found}", or(&values))
    }
}

/// Reports listed codes whose values are not cautious. Many of them have one cause, such as a change of the catalog.
fn report_not_cautious(codes: &[NotCautious<'_>], attribute: &Attribute, report: &mut Report) {
    let name = &attribute.name.text;
    let note = "programs that do not query first may repeat an operation that was carried out";
    if let [first, rest @ ..] = codes
        && codes.len() > MAX_SINGLE
    {
        let count = codes.len();
        let message =
            format!("{count} codes are listed in `cautious`, but their `{name}` is not cautious");
        let mut finding = report
            .error(first.span(), message)
            .label(first.label(attribute))
            .related(first.entry.span, "listed here");
        for code in &rest[..MAX_SINGLE - 1] {
            finding = finding.related(code.span(), code.label(attribute));
        }
        finding
            .note(format!("and {} more", count - MAX_SINGLE))
            .note(note)
            .help(format!(
                "restore the values of `{name}`, or `cautious` in `[attribute.{name}]` in the catalog"
            ))
            .help("if the operations were certainly not carried out, remove the codes from the list");
        return;
    }
    for code in codes {
        let text = code.row.code.text();
        let message =
            format!("code `{text}` is listed in `cautious`, but its `{name}` is not cautious");
        report
            .error(code.span(), message)
            .label(code.label(attribute))
            .related(code.entry.span, "listed here")
            .note(note)
            .help(format!("restore the value of `{name}`"))
            .help("if the operation was certainly not carried out, remove the code from the list");
    }
}

/// Reports codes with a cautious value that are not listed. Many of them have one cause, such as a new list.
fn report_not_listed(
    rows: &[&Row],
    column: Option<usize>,
    attribute: &Attribute,
    list: &CautiousCodes,
    report: &mut Report,
) {
    let name = &attribute.name.text;
    let span = |row: &Row| column.map_or(row.code.span, |column| row.attributes[column].span);
    let note = "each code with a cautious value must be listed, so that a mistaken edit of its row is an error";
    if rows.len() > MAX_SINGLE {
        let count = rows.len();
        let message =
            format!("{count} codes have a cautious `{name}`, but are not listed in `cautious`");
        let mut finding = report.error(list.span, message);
        for row in &rows[..MAX_SINGLE] {
            let label = format!("code `{}` is not listed", row.code.text());
            finding = finding.related(span(row), label);
        }
        let codes: Vec<String> = rows
            .iter()
            .map(|row| format!("\"{}\"", row.code.text()))
            .collect();
        finding
            .note(format!("and {} more", count - MAX_SINGLE))
            .note(note)
            .help(format!("add the codes to the list: `{}`", codes.join(", ")));
        return;
    }
    for row in rows {
        let code = row.code.text();
        report
            .error(
                span(row),
                format!("code `{code}` has a cautious `{name}`, but is not listed in `cautious`"),
            )
            .related(list.span, format!("list for `{name}`"))
            .note(note)
            .help(format!("add `\"{code}\"` to the list"));
    }
}
