//! CSV files (RFC 4180), read cell by cell.
//!
//! csv-core reads the fields one by one and counts the bytes of each, which gives the place of each cell.

use std::ops::Range;

use csv_core::{ReadFieldResult, Reader};

use super::csv_shape;
use crate::limits::Limits;
use crate::report::Report;
use crate::source::{BYTE_ORDER_MARK, Cell, SourceId, Sources, Span};

/// A header, and rows with as many cells. Empty columns and rows at the end are left out.
#[derive(Debug)]
pub(crate) struct Grid {
    pub header: Vec<Cell>,
    /// The rows that are not blank.
    pub rows: Vec<Vec<Cell>>,
    /// The places of blank rows between others.
    pub blank: Vec<Span>,
}

/// Reads a file as CSV, without white space around cells.
pub(super) fn parse(
    source: SourceId,
    sources: &Sources,
    limits: &Limits,
    report: &mut Report,
) -> Option<Grid> {
    let text = &sources.get(source).text;
    let (mut rows, mut is_valid) = records(source, text, limits, report);
    while rows.last().is_some_and(|row| is_empty(row)) {
        rows.pop();
    }
    if is_valid && !csv_shape::check(&rows, text, report) {
        return None;
    }
    if is_valid {
        // Without a closing quote, the rest of the file is in one cell.
        let is_invalid = |cell: &&Cell| !check_line(cell, text, report);
        is_valid = rows.iter().flatten().filter(is_invalid).count() == 0;
    }
    if rows.is_empty() && is_valid {
        let start = Span::new(source, 0..0);
        report
            .error(start, "file is empty")
            .help("add a header with the names of the columns: `code,name,…`");
        return None;
    }
    if rows.is_empty() {
        return None;
    }
    let mut header = rows.remove(0);
    let blank = rows.extract_if(.., |row| is_empty(row)).filter_map(|row| {
        let (first, last) = (row.first()?, row.last()?);
        Some(Span {
            end: last.span.end,
            ..first.span
        })
    });
    let blank = blank.collect();
    while header.last().is_some_and(|cell| cell.text.is_empty()) {
        header.pop();
    }
    is_valid = is_valid && csv_shape::pad_rows(&mut rows, &header, text, report);
    is_valid.then_some(Grid {
        header,
        rows,
        blank,
    })
}

/// Returns the records of the file, and `true` if each cell ends where it should. csv-core leaves empty lines out.
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
    let (mut is_valid, mut cells) = (true, 0);
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
                is_valid &= check_quotes(text[raw].trim_end(), span, report);
                cells += 1;
                // A text has at most as many characters as bytes, so they are counted only if it has too many bytes.
                let exceeded = if limits.cell_length.is_exceeded_by(filled)
                    && limits.cell_length.is_exceeded_by(value.chars().count())
                {
                    Some((limits.cell_length, "check the quotes before this cell"))
                } else if limits.columns.is_exceeded_by(record.len() + 1) {
                    Some((limits.columns, "check for a missing line end"))
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
            ReadFieldResult::End => return (records, is_valid),
        }
    }
}

/// Returns the bytes of a cell: those that were read for it, without the line ends before the first cell of a row, and
/// without the comma or line end after the cell.
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

/// Reports a quoted cell without a closing quote: csv-core reads the rest of the file into it.
fn check_quotes(raw: &str, span: Span, report: &mut Report) -> bool {
    let quotes = raw.matches('"').count();
    let is_valid = !raw.starts_with('"') || (quotes.is_multiple_of(2) && raw.ends_with('"'));
    if !is_valid {
        let line = raw.lines().next().unwrap_or_default().len();
        let start = span.start as usize;
        report
            .error(
                Span::new(span.source, start..start + line),
                "unterminated quoted cell",
            )
            .help("add the closing `\"`, and double each quote inside the cell: `\"say \"\"yes\"\"\"`");
    }
    is_valid
}

/// Reports a line break or a tab in a cell, which come from a paste or a misplaced quote.
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
            format!("cell contains {what}"),
        )
        .help("replace it with a space");
    false
}

fn is_empty(row: &[Cell]) -> bool {
    row.iter().all(|cell| cell.text.is_empty())
}
