//! CSV files (RFC 4180), read cell by cell.
//!
//! The fields are taken from csv-core one by one, because it says how many bytes each took: that is each cell's place.

use std::ops::Range;

use csv_core::{ReadFieldResult, Reader};

use crate::limits::Limits;
use crate::report::Report;
use crate::source::{BYTE_ORDER_MARK, Cell, SourceId, Sources, Span};

/// A header and rows of as many cells; cells and rows that are empty to the end are left out.
#[derive(Debug)]
pub(crate) struct Grid {
    pub header: Vec<Cell>,
    /// Those with something in them.
    pub rows: Vec<Vec<Cell>>,
    /// The places of the rows without anything in them between the others.
    pub empty: Vec<Span>,
}

/// Reads a file as CSV. White space around a cell is no part of it.
pub(super) fn parse(
    source: SourceId,
    sources: &Sources,
    limits: &Limits,
    report: &mut Report,
) -> Option<Grid> {
    let text = &sources.get(source).text;
    let (mut rows, mut sound) = records(source, text, limits, report);
    for cell in rows.iter().flatten() {
        sound &= check_line(cell, text, report);
    }
    while rows.last().is_some_and(|row| is_empty(row)) {
        rows.pop();
    }
    if rows.is_empty() && sound {
        let start = Span::new(source, 0..0);
        report
            .error(start, "the file is empty")
            .help("its first line names the columns, `code,name,…`");
        return None;
    }
    if rows.is_empty() {
        return None;
    }
    let mut header = rows.remove(0);
    let empty = rows.extract_if(.., |row| is_empty(row)).filter_map(|row| {
        let (first, last) = (row.first()?, row.last()?);
        Some(Span {
            end: last.span.end,
            ..first.span
        })
    });
    let empty = empty.collect();
    while header.last().is_some_and(|cell| cell.text.is_empty()) {
        header.pop();
    }
    if sound {
        for row in &mut rows {
            sound &= pad_row(row, &header, report);
        }
    }
    sound.then_some(Grid {
        header,
        rows,
        empty,
    })
}

/// The file's records, and whether each cell ends where it should. csv-core leaves empty lines out.
fn records(
    source: SourceId,
    text: &str,
    limits: &Limits,
    report: &mut Report,
) -> (Vec<Vec<Cell>>, bool) {
    let mut reader = Reader::new();
    let mut buffer = vec![0; 256];
    let mut at = if text.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len_utf8()
    } else {
        0
    };
    let (mut records, mut record) = (Vec::new(), Vec::new());
    let (mut start, mut filled) = (at, 0);
    let (mut sound, mut cells) = (true, 0);
    loop {
        let (result, read, written) =
            reader.read_field(&text.as_bytes()[at..], &mut buffer[filled..]);
        at += read;
        filled += written;
        match result {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull => buffer.resize(buffer.len() * 2, 0),
            ReadFieldResult::Field { record_end } => {
                let raw = raw_cell(text, start, at, record.is_empty());
                let value = String::from_utf8_lossy(&buffer[..filled]);
                let span = Span::new(source, raw.clone());
                sound &= check_quotes(text[raw].trim_end(), span, report);
                cells += 1;
                // Characters are no more than bytes, and counted only where those are too many.
                let exceeded = if limits.cell_length.is_exceeded_by(filled)
                    && limits.cell_length.is_exceeded_by(value.chars().count())
                {
                    Some((
                        limits.cell_length,
                        "a quote may be missing, or one too many",
                    ))
                } else if limits.columns.is_exceeded_by(record.len() + 1) {
                    Some((limits.columns, "a line end may be missing"))
                } else if limits.rows.is_exceeded_by(records.len() + 1) {
                    Some((limits.rows, "split the table"))
                } else if limits.cells.is_exceeded_by(cells) {
                    Some((limits.cells, "split the table"))
                } else {
                    None
                };
                if let Some((limit, help)) = exceeded {
                    report.error(span, limit.message()).help(help);
                    return (records, false);
                }
                record.push(Cell {
                    text: value.trim_matches(is_white_space).to_owned(),
                    span,
                });
                (start, filled) = (at, 0);
                if record_end {
                    records.push(std::mem::take(&mut record));
                }
            }
            ReadFieldResult::End => return (records, sound),
        }
    }
}

/// The bytes of a cell: what was read for it, without the line ends before it (where it is the first of its row)
/// and the comma or line end after it.
fn raw_cell(text: &str, start: usize, end: usize, is_first: bool) -> Range<usize> {
    let read = &text[start..end];
    let rest = if is_first {
        read.trim_start_matches(['\r', '\n'])
    } else {
        read
    };
    let cell = rest
        .strip_suffix(',')
        .unwrap_or(rest.trim_end_matches(['\r', '\n']));
    let start = start + read.len() - rest.len();
    start..start + cell.len()
}

fn is_white_space(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// A quoted cell ends with its quote. csv-core reads on where it does not, and the rest of the file lands in one cell.
fn check_quotes(raw: &str, span: Span, report: &mut Report) -> bool {
    let quotes = raw.matches('"').count();
    let sound = !raw.starts_with('"') || (quotes.is_multiple_of(2) && raw.ends_with('"'));
    if !sound {
        let line = raw.lines().next().unwrap_or_default().len();
        let start = span.start as usize;
        report
            .error(Span::new(span.source, start..start + line), "a quoted cell that does not end with its quote")
            .help("write `\"` around the whole cell, and each quote in it twice: `\"say \"\"yes\"\"\"`");
    }
    sound
}

/// A cell is one line: breaks and tabs come from a paste, or from a quote that went astray.
fn check_line(cell: &Cell, text: &str, report: &mut Report) -> bool {
    let raw = &text[cell.span.range()];
    let found = raw
        .char_indices()
        .find(|(_, c)| matches!(c, '\n' | '\r' | '\t'));
    let Some((at, c)) = found else { return true };
    let start = cell.span.start as usize + at;
    let what = if c == '\t' { "a tab" } else { "a line break" };
    report
        .error(
            Span::new(cell.span.source, start..start + 1),
            format!("{what} in a cell"),
        )
        .help("a cell is one line of text: write a space instead");
    false
}

/// The column of the marks that a person removes. Rows without one may end before it, so that marking a row changes no other.
const REVIEW_COLUMN: &str = "review";

/// Pads a row with empty cells to the length of the header; cells beyond it must be empty.
fn pad_row(row: &mut Vec<Cell>, header: &[Cell], report: &mut Report) -> bool {
    let width = header.len();
    let needed = width - usize::from(header.last().is_some_and(|cell| cell.text == REVIEW_COLUMN));
    let Some(last) = row.last() else { return true };
    let end = Span {
        start: last.span.end,
        ..last.span
    };
    if let Some(surplus) = row.iter().skip(width).find(|cell| !cell.text.is_empty()) {
        report
            .error(
                surplus.span,
                format!("a cell too many: the header names {width} columns"),
            )
            .help("a comma in a cell needs quotes around the cell: `\"a, b\"`");
        return false;
    }
    if row.len() < needed {
        report
            .error(
                end,
                format!(
                    "the row has {} cells, and the header names {width} columns",
                    row.len()
                ),
            )
            .help("add the commas that are missing");
        return false;
    }
    row.resize(
        width,
        Cell {
            text: String::new(),
            span: end,
        },
    );
    true
}

fn is_empty(row: &[Cell]) -> bool {
    row.iter().all(|cell| cell.text.is_empty())
}
