//! A row of a table, cell by cell.

use std::ops::RangeInclusive;

use super::columns::{Column, Columns};
use super::message::pieces;
use super::retired;
use super::{
    Attribute, Catalog, Charset, CodeRange, Field, Kind, Reworded, Row, Table, Value, Word,
};
use crate::diagnostic::{Report, did_you_mean, named};
use crate::source::Cell;

/// What an HTTP status may be, registered or not (RFC 9110, section 15).
pub(super) const STATUSES: RangeInclusive<u16> = 100..=599;

/// Reads a row. What is no good in it is reported; `None` where there is no code.
pub(super) fn build(
    cells: &[Cell],
    columns: &Columns,
    table: &Table,
    catalog: &Catalog,
    report: &mut Report,
) -> Option<Row> {
    let code = code(cells, &columns.code, table, report);
    let name = field(cells, &columns.name, |cell| Some(cell.text.clone()));
    let messages = (columns.messages.iter().zip(catalog.tags()))
        .map(|(column, tag)| message(cells, column, tag, report))
        .collect();
    let scope = (columns.scope.as_ref()).and_then(|column| {
        let cell = column.cell(cells).or(column.place(cells))?;
        word(cell, &table.scopes, "scope", report)
    });
    let http =
        (columns.http.as_ref()).map(|column| field(cells, column, |cell| status(cell, report)));
    let attributes = (columns.attributes.iter())
        .map(|(index, column)| {
            field(cells, column, |cell| {
                value(cell, &catalog.attributes[*index], report)
            })
        })
        .collect();
    let printed = (columns.printed.iter())
        .map(|(_, index)| cells[*index].text.clone())
        .collect();
    let retired = (columns.retired.cell(cells)).and_then(|cell| retired::read(cell, report));
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
fn reworded(cells: &[Cell], columns: &Columns, catalog: &Catalog) -> Vec<Reworded> {
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

fn code(cells: &[Cell], column: &Column, table: &Table, report: &mut Report) -> Option<CodeRange> {
    let Some(cell) = column.cell(cells) else {
        if let Some(place) = column.place(cells) {
            report
                .error(place.span, "a row without a code")
                .help("write the code, or delete the row");
        }
        return None;
    };
    if table.charset == Charset::Digits
        && let Some((first, last)) = cell.text.split_once('-')
    {
        return range(first.trim(), last.trim(), cell, table, report);
    }
    is_code(&cell.text, cell, table, report).then(|| CodeRange::single(cell.clone()))
}

/// `A-B`: every code from the first to the last, both of the same width.
fn range(
    first: &str,
    last: &str,
    cell: &Cell,
    table: &Table,
    report: &mut Report,
) -> Option<CodeRange> {
    if !is_code(first, cell, table, report) || !is_code(last, cell, table, report) {
        return None;
    }
    let help = "a range is FIRST-LAST, of codes with the same number of digits: `2000000-2000006`";
    let (Ok(from), Ok(to)) = (first.parse::<u64>(), last.parse::<u64>()) else {
        report
            .error(cell.span, "a range of numbers too large to count")
            .help(help);
        return None;
    };
    if first.len() != last.len() || from > to {
        report
            .error(cell.span, format!("`{}` is no range", cell.text))
            .help(help);
        return None;
    }
    let count = (to - from).saturating_add(1);
    let most = table.max_range;
    if count > most {
        report
            .error(
                cell.span,
                format!("the range stands for {count} codes; at most {most} are allowed"),
            )
            .help("list the codes that exist; or raise `max_range` beside the `charset` in the table's TOML file");
        return None;
    }
    Some(CodeRange {
        first: first.to_owned(),
        count,
        is_range: true,
        span: cell.span,
    })
}

/// Whether the text is a code as the table has them; says what happened to it if not.
fn is_code(text: &str, cell: &Cell, table: &Table, report: &mut Report) -> bool {
    let charset = table.charset;
    if let Some(stranger) = text.chars().find(|c| !charset.allows(*c)) {
        let finding = report.error(
            cell.span,
            format!(
                "the code `{text}` has {} in it; codes here are {}",
                named(stranger),
                charset.description()
            ),
        );
        if charset == Charset::Digits && looks_scientific(text) {
            finding.help("a spreadsheet turned the number into scientific notation: format the column as text, and write the code out");
        } else if ('０'..='９').contains(&stranger) {
            finding.help("these are full-width digits: type them in ASCII");
        } else if stranger.is_alphanumeric() && !stranger.is_ascii() {
            finding.help("it may look like an ASCII character and is none: type it anew");
        } else if let Some(inside) = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
        {
            finding.help(format!(
                "write `{inside}`; what the document prints belongs in `printed.code`"
            ));
        } else {
            finding.help("correct the code, or the `charset` in the table's TOML file");
        }
        return false;
    }
    if text.is_empty() {
        report.error(cell.span, "an empty code in a range");
        return false;
    }
    let Some(width) = table.width else {
        return true;
    };
    if text.len() < width && charset == Charset::Digits {
        report
            .error(cell.span, format!("the code `{text}` has {} of {width} digits", text.len()))
            .help(format!(
                "a spreadsheet may have dropped its leading zeros: write `{text:0>width$}`, and format the column as text"
            ));
    } else if text.len() != width {
        report
            .error(
                cell.span,
                format!(
                    "the code `{text}` has {} characters, and codes here have {width}",
                    text.len()
                ),
            )
            .help("correct the code, or the `width` in the table's TOML file");
    }
    text.len() == width
}

/// `1E+06`
fn looks_scientific(text: &str) -> bool {
    text.contains(['e', 'E']) && text.parse::<f64>().is_ok()
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

fn status(cell: &Cell, report: &mut Report) -> Option<u16> {
    let status = cell
        .text
        .parse()
        .ok()
        .filter(|status| STATUSES.contains(status));
    if status.is_none() {
        report
            .error(cell.span, format!("`{}` is no HTTP status", cell.text))
            .help("statuses are 100 to 599");
    }
    status
}

/// An attribute's value, as a cell writes it.
pub(super) fn value(cell: &Cell, attribute: &Attribute, report: &mut Report) -> Option<Value> {
    let name = &attribute.name.text;
    let (value, help) = match &attribute.kind {
        Kind::Enum(words) => return word(cell, words, name, report).map(Value::Word),
        Kind::Text => return Some(Value::Text(cell.text.clone())),
        Kind::Integer => (
            cell.text.parse().ok().map(Value::Integer),
            "it is an integer of 64 bits, `-12`",
        ),
        Kind::Flag => (
            cell.text.parse().ok().map(Value::Flag),
            "it is `true` or `false`, in lower case",
        ),
    };
    if value.is_none() {
        report
            .error(
                cell.span,
                format!("`{}` is no value of `{name}`", cell.text),
            )
            .help(help);
    }
    value
}

/// The index of a word of a closed vocabulary.
pub(super) fn word(cell: &Cell, words: &[Word], of: &str, report: &mut Report) -> Option<usize> {
    let index = words.iter().position(|word| word.name.text == cell.text);
    if index.is_none() {
        let names = || words.iter().map(|word| word.name.text.as_str());
        let list = names().collect::<Vec<_>>().join(", ");
        let message = if cell.text.is_empty() {
            format!("there is no {of}")
        } else {
            format!("`{}` is no value of `{of}`", cell.text)
        };
        report.error(cell.span, message).help(
            did_you_mean(&cell.text, names()).unwrap_or_else(|| format!("its values are {list}")),
        );
    }
    index
}
