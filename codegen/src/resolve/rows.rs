//! A row of a table, cell by cell.

use super::cells::{enum_value, retired, status, value};
use super::code_cells;
use super::table_columns::{Column, TableColumns};
use crate::model::{Catalog, Field, Kind, Reworded, Row, Table, pieces};
use crate::names;
use crate::report::Report;
use crate::sanitize::quote_char;
use crate::source::Cell;

/// Resolves a row. What is no good in it is reported; `None` where there is no code.
pub(super) fn resolve(
    cells: &[Cell],
    columns: &TableColumns,
    table: &Table,
    catalog: &Catalog,
    report: &mut Report,
) -> Option<Row> {
    let code = code_cells::resolve(cells, &columns.code, table, report);
    let name = field(cells, &columns.name, |cell| name(cell, report));
    let messages = columns
        .messages
        .iter()
        .zip(catalog.tags())
        .map(|(column, tag)| message(cells, column, tag, report))
        .collect();
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
    let note = columns.note.map(|index| cells[index].text.clone());
    Some(Row {
        code: code?,
        name,
        scope,
        http,
        messages,
        attributes,
        printed,
        reworded: reworded(cells, columns, catalog),
        retired,
        review: columns.review.cell(cells).cloned(),
        note: note.unwrap_or_default(),
    })
}

/// The messages and the attributes of text that have a plain cell and a printed one.
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

/// A cell with a value in it, or none.
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

/// A name that can be a variant.
fn name(cell: &Cell, report: &mut Report) -> Option<String> {
    let name = &cell.text;
    if let Some(stranger) = name.chars().find(|c| !names::is_plain(*c)) {
        let stranger = quote_char(stranger);
        report
            .error(cell.span, format!("the name `{name}` has {stranger} in it"))
            .help("a name is a few plain English words: `iccid not found`");
        return None;
    }
    let variant = names::upper_camel(name);
    if !names::is_variant(&variant) {
        let why = if variant.starts_with(|c: char| c.is_ascii_digit()) {
            "starts with a digit"
        } else {
            "is a name that Rust or every enum has already"
        };
        report
            .error(
                cell.span,
                format!("the name `{name}` becomes `{variant}`, which {why}"),
            )
            .help("give it another name");
        return None;
    }
    Some(name.clone())
}

/// A message with sound braces. Where there is none, an empty one stands in for it.
fn message(cells: &[Cell], column: &Column, tag: &str, report: &mut Report) -> Cell {
    let Some(cell) = column.cell(cells) else {
        let span = column.place(cells).unwrap_or(&cells[0]).span;
        if column.place(cells).is_some() {
            report
                .error(span, format!("there is no message in `{tag}`"))
                .help(format!("write it in the column `{tag}`"));
        }
        let text = String::new();
        return Cell { text, span };
    };
    if let Err(at) = pieces(&cell.text) {
        let braces = &cell.text[at];
        let message = format!("`{braces}` is no placeholder");
        let printed = column
            .printed(cells)
            .is_some_and(|printed| printed.span == cell.span);
        let finding = report.error(cell.span, message);
        if printed {
            finding.help(format!(
                "printed text with such braces cannot stand in for an empty cell: write the message in the column `{tag}`"
            ));
        } else {
            finding.help(
                "a placeholder is `{name}` in ASCII snake_case; a literal brace is doubled, `{{`",
            );
        }
    }
    cell.clone()
}
