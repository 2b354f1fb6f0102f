//! A row of a table, cell by cell.

use super::cells::{brace_mistake, enum_value, retired, status, value};
use super::code_cells;
use super::code_misfits::Misfits;
use super::table_columns::{Column, TableColumns};
use super::table_languages::may_lack_messages;
use crate::diagnostic::LintLevel;
use crate::model::{Catalog, Field, Kind, Missing, Reworded, Row, Table};
use crate::names;
use crate::report::Report;
use crate::sanitize::quote_char;
use crate::source::Cell;

/// Resolves a row. Invalid cells are reported; `None` if the row has no valid code.
pub(super) fn resolve(
    cells: &[Cell],
    columns: &TableColumns,
    table: &Table,
    catalog: &Catalog,
    misfits: &mut Misfits,
    report: &mut Report,
) -> Option<Row> {
    let code = code_cells::resolve(cells, &columns.code, table, misfits, report);
    let name = field(cells, &columns.name, |cell| self::name(cell, report));
    let renamed = field(cells, &columns.renamed, |cell| renamed(cell, report));
    let review = columns.review.cell(cells);
    // The review mark or the header is an error already.
    let is_draft =
        review.is_some() && catalog.lints.review == LintLevel::Deny || !columns.are_valid;
    let (messages, missing) = messages(cells, columns, table, catalog, is_draft, report);
    let scope = columns.scope.as_ref().and_then(|column| {
        let cell = column.cell(cells).or(column.place(cells))?;
        enum_value(cell, &table.scopes, "scope", report)
    });
    let http = columns
        .http
        .as_ref()
        .map(|column| field(cells, column, |cell| status(cell, report)));
    let attributes = columns
        .attributes
        .iter()
        .map(|(index, column)| {
            field(cells, column, |cell| {
                value(cell, &catalog.attributes[*index], report)
            })
        })
        .collect();
    let printed = columns
        .printed
        .iter()
        .map(|(_, index)| cells[*index].text.clone())
        .collect();
    let retired = columns
        .retired
        .cell(cells)
        .and_then(|cell| retired(cell, report));
    let text_at =
        |index: Option<usize>| index.map_or_else(String::new, |index| cells[index].text.clone());
    Some(Row {
        code: code?,
        name,
        renamed,
        scope,
        http,
        messages,
        missing,
        attributes,
        printed,
        reworded: reworded(cells, columns, catalog),
        retired,
        review: review.cloned(),
        note: text_at(columns.note),
        translated_notes: columns
            .translated_notes
            .iter()
            .map(|index| text_at(*index))
            .collect(),
    })
}

/// Returns the messages and the attributes of kind `text` that have both a plain cell and a printed one.
fn reworded(cells: &[Cell], columns: &TableColumns, catalog: &Catalog) -> Vec<Reworded> {
    let messages = columns.messages.iter().zip(catalog.tags());
    let texts = columns.attributes.iter().filter_map(|(index, column)| {
        let attribute = &catalog.attributes[*index];
        let is_text = matches!(attribute.kind, Kind::Text);
        is_text.then_some((column, attribute.name.text.as_str()))
    });
    let reworded = messages.chain(texts).filter_map(|(column, name)| {
        let (plain, printed) = column.both(cells)?;
        Some(Reworded {
            column: name.to_owned(),
            plain: plain.clone(),
            printed: printed.clone(),
        })
    });
    reworded.collect()
}

/// Resolves a cell that may be empty.
fn field<T>(cells: &[Cell], column: &Column, read: impl FnOnce(&Cell) -> Option<T>) -> Field<T> {
    match column.cell(cells) {
        Some(cell) => Field {
            value: read(cell),
            is_empty: false,
            span: cell.span,
        },
        None => {
            let place = column.place(cells);
            Field {
                value: None,
                is_empty: place.is_some(),
                span: place.unwrap_or(&cells[0]).span,
            }
        }
    }
}

/// Resolves a name that can become a variant.
fn name(cell: &Cell, report: &mut Report) -> Option<String> {
    match name_mistake(&cell.text) {
        None => Some(cell.text.clone()),
        Some((message, help)) => {
            report.error(cell.span, message).help(help);
            None
        }
    }
}

/// Returns why a name cannot become a variant, and help.
fn name_mistake(name: &str) -> Option<(String, &'static str)> {
    const PLAIN_WORDS: &str = "use a few plain English words, such as `iccid not found`";
    if let Some(c) = name.chars().find(|c| !names::is_plain(*c)) {
        let c = quote_char(c);
        let message = format!("invalid character {c} in name `{name}`");
        return Some((message, PLAIN_WORDS));
    }
    let variant = names::upper_camel(name);
    let reason = match variant.as_str() {
        _ if names::is_variant(&variant) => return None,
        "" => return Some((format!("name `{name}` has no letters"), PLAIN_WORDS)),
        "ALL" => "is a constant of every enum",
        "Self" => "is a Rust keyword",
        _ => "starts with a digit",
    };
    let message = format!("name `{name}` becomes `{variant}`, which {reason}");
    Some((message, "choose another name"))
}

/// Resolves the former names of a code, separated by semicolons. `None` if one of them is invalid.
fn renamed(cell: &Cell, report: &mut Report) -> Option<Vec<String>> {
    let names: Vec<&str> = cell.text.split(';').map(str::trim).collect();
    if names.contains(&"") {
        let rest: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        report
            .error(cell.span, "empty name in `renamed`")
            .note("names are separated by a semicolon")
            .help(match rest.as_slice() {
                [] => "clear the cell".to_owned(),
                rest => format!("write `{}`", rest.join("; ")),
            });
        return None;
    }
    let names = names.into_iter().map(|text| match name_mistake(text) {
        None => Some(text.to_owned()),
        Some((message, _)) => {
            report
                .error(cell.span, message)
                .note("`renamed` lists names that the variant had before")
                .help("correct the name, or remove it");
            None
        }
    });
    names.collect()
}

/// Resolves the messages: those of the row, and those that fallbacks supply.
fn messages(
    cells: &[Cell],
    columns: &TableColumns,
    table: &Table,
    catalog: &Catalog,
    is_draft: bool,
    report: &mut Report,
) -> (Vec<Cell>, Vec<Missing>) {
    let languages = || columns.messages.iter().enumerate();
    let own: Vec<Option<Cell>> = (languages().zip(catalog.tags()))
        .map(|((language, column), tag)| {
            let is_expected = table.requires_language(language) || column.cell(cells).is_some();
            if is_expected && column.cell(cells).is_none() && !is_draft {
                let is_new = columns.untranslated.contains(&language);
                let has_printed = !columns.printed.is_empty();
                let fallback = may_lack_messages(language, table, catalog);
                report_missing(
                    column.place(cells),
                    tag,
                    has_printed,
                    fallback,
                    is_new,
                    report,
                );
            }
            is_expected.then(|| message(cells, column, tag, report))
        })
        .collect();
    let (mut messages, mut missing) = (Vec::new(), Vec::new());
    for (language, column) in languages() {
        let span = column.place(cells).unwrap_or(&cells[0]).span;
        let mut sources = table.sources[language].iter().copied();
        let source = sources.find(|source| own[*source].is_some());
        if let Some(source) = source.filter(|source| *source != language) {
            missing.push(Missing {
                language,
                source,
                span,
            });
        }
        let text = String::new();
        let message = source.and_then(|source| own[source].clone());
        messages.push(message.unwrap_or(Cell { text, span }));
    }
    (messages, missing)
}

/// Reports an empty cell, and all cells of a new column once. A missing column is reported as such.
fn report_missing(
    place: Option<&Cell>,
    tag: &str,
    has_printed: bool,
    fallback: Option<String>,
    is_new: bool,
    report: &mut Report,
) {
    let Some(place) = place else { return };
    let message = format!("missing message in `{tag}`");
    let finding = match is_new {
        true => report.repeated_error(place.span, message),
        false => report.error(place.span, message),
    };
    let help = match has_printed {
        true => format!("write the message, or put the text of the document in `printed.{tag}`"),
        false => "write the message".to_owned(),
    };
    finding.help(help).maybe_help(fallback);
}

/// Resolves a message; returns an empty one if it is missing.
fn message(cells: &[Cell], column: &Column, tag: &str, report: &mut Report) -> Cell {
    let Some(cell) = column.cell(cells) else {
        let span = column.place(cells).unwrap_or(&cells[0]).span;
        let text = String::new();
        return Cell { text, span };
    };
    if let Some(mistake) = brace_mistake(&cell.text) {
        let is_printed = column
            .printed(cells)
            .is_some_and(|printed| printed.span == cell.span);
        let finding = report.error(cell.span, mistake.message);
        if is_printed {
            finding
                .note(format!(
                    "the printed text is the message because column `{tag}` is empty"
                ))
                .help(format!("write the message in column `{tag}`"));
        } else {
            finding
                .note("a placeholder is a name in ASCII snake_case, such as `{order_id}`")
                .help(mistake.help);
        }
    }
    cell.clone()
}
