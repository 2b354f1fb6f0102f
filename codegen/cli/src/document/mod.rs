//! Documents that providers publish, read as tables of text.
//!
//! The content decides the format, not the file name: providers send Markdown as `.txt` and HTML inside Markdown. Documents are
//! never clean, so reading is lenient, and rows that cannot be used are reported.

mod codes;
mod columns;
mod delimited;
mod given_columns;
mod html;
mod markdown;
mod page_breaks;
mod symbols;
mod text;
mod workbook;

use std::collections::HashSet;
use std::fmt;
use std::path::Path;

use calamine::XlsxError;

pub(crate) use self::codes::{Row, Rows, plain_code, rows};
pub(crate) use self::columns::{Columns, MESSAGE, is_chinese};
pub(crate) use self::given_columns::{columns, given_columns};
pub(crate) use self::symbols::{is_symbol, most_are_symbols};
pub(crate) use self::text::normalize_whitespace;
use crate::failure::Failure;
use crate::limits::{DOCUMENT_SIZE, TABLE_CELLS, TABLE_TEXT};
use crate::plural::counted;
use codegen::Limit;
use codegen::files::{ReadError, read_within};
use codegen::text::{Sanitized, sanitized_path};

/// A table of a document. Its cells are plain text with normalized white space.
#[derive(Debug)]
pub(crate) struct Table {
    /// The caption, the line of text above the table, or the name of the sheet.
    pub(crate) title: String,
    /// The place where it begins: `line 12`, `sheet 2`.
    pub(crate) place: String,
    pub(crate) header: Vec<String>,
    /// The rows, each as long as the header.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// Creates a table from rows, the first of which is the header. Drops empty rows and headers that a page break repeated.
    /// Returns `None` if fewer than two columns remain.
    fn new(
        title: &str,
        place: String,
        rows: Vec<Vec<String>>,
    ) -> Result<Option<Self>, LimitExceeded> {
        let is_full = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
        let mut rows: Vec<_> = rows.into_iter().filter(is_full).collect();
        let Some(width) = rows.iter().map(Vec::len).max().filter(|width| *width > 1) else {
            return Ok(None);
        };
        Self::check_size(rows.len(), width, &place)?;
        for row in &mut rows {
            row.resize(width, String::new());
        }
        // A text above the header that spans all columns is a title.
        let is_title = |row: &Vec<String>| row.iter().all(|cell| *cell == row[0]);
        let titles = rows.iter().take_while(|row| is_title(row)).count();
        rows.drain(..titles.min(rows.len() - 1));
        let first = rows.remove(0);
        rows.retain(|row| *row != first);
        // In a header of several rows, some cells span the rows.
        let spans =
            |row: &&Vec<String>| row.iter().zip(&first).any(|(a, b)| a == b && !a.is_empty());
        let rest: Vec<_> = rows.iter().take_while(spans).cloned().collect();
        let repeated: HashSet<_> = rest.iter().collect();
        rows.retain(|row| !repeated.contains(row));
        let mut header = first;
        for row in rest {
            for (cell, part) in header
                .iter_mut()
                .zip(row)
                .filter(|(cell, part)| *cell != part)
            {
                *cell = format!("{cell} {part}").trim().to_owned();
            }
        }
        Ok(Some(Table {
            title: text::normalize_whitespace(title),
            place,
            header,
            rows,
        }))
    }

    /// Errs if a table at this place has too many cells.
    fn check_size(rows: usize, columns: usize, place: &str) -> Result<(), LimitExceeded> {
        if TABLE_CELLS.is_exceeded_by(rows.saturating_mul(columns)) {
            return Err(LimitExceeded::new(TABLE_CELLS, place));
        }
        Ok(())
    }
}

impl fmt::Display for Table {
    /// Displays the place, the size and the title: `line 12, 166 rows: Return codes`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.place, counted(self.rows.len(), "row"))?;
        if !self.title.is_empty() {
            write!(f, ": {}", Sanitized(&self.title))?;
        }
        Ok(())
    }
}

/// A limit that a document exceeds, and the place where.
#[derive(Debug)]
struct LimitExceeded {
    limit: Limit,
    place: String,
}

impl LimitExceeded {
    fn new(limit: Limit, place: impl Into<String>) -> Self {
        let place = place.into();
        LimitExceeded { limit, place }
    }
}

/// The reason that a document could not be read.
#[derive(Debug)]
enum DocumentError {
    Limit(LimitExceeded),
    /// The document is not a valid workbook.
    Format(String),
}

impl From<LimitExceeded> for DocumentError {
    fn from(exceeded: LimitExceeded) -> Self {
        DocumentError::Limit(exceeded)
    }
}

impl From<XlsxError> for DocumentError {
    fn from(error: XlsxError) -> Self {
        DocumentError::Format(error.to_string())
    }
}

/// The bytes of text that the tables of a document may still have. A short text that spans many cells becomes very long.
struct Budget(u64);

impl Budget {
    fn of_text() -> Self {
        Budget(TABLE_TEXT.max)
    }

    fn spend(&mut self, bytes: usize, place: &str) -> Result<(), LimitExceeded> {
        let rest = u64::try_from(bytes)
            .ok()
            .and_then(|bytes| self.0.checked_sub(bytes));
        self.0 = rest.ok_or_else(|| LimitExceeded::new(TABLE_TEXT, place))?;
        Ok(())
    }
}

/// Reads the tables of a document. Errs if it has none.
pub(crate) fn tables(path: &Path) -> Result<Vec<Table>, Failure> {
    let bytes = read_within(path, &DOCUMENT_SIZE).map_err(|unreadable| match unreadable {
        ReadError::Io(error) => Failure::new(format_args!(
            "failed to read `{}`: {error}",
            sanitized_path(path)
        ))
        .with_help("pass the path of a Markdown, HTML, CSV, TSV or XLSX file"),
        _ => too_much(path, "", &DOCUMENT_SIZE),
    })?;
    let tables = if bytes.starts_with(b"PK\x03\x04") {
        workbook::tables(bytes)
    } else {
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::new(format_args!("`{}` is not UTF-8", sanitized_path(path)))
                .with_help("save it as UTF-8; for a PDF or DOC, export the text or the table first")
        })?;
        of_text(&text, path).map_err(DocumentError::Limit)
    };
    let tables = tables.map_err(|error| match error {
        DocumentError::Limit(LimitExceeded { limit, place }) => {
            too_much(path, &format!("{place}: "), &limit)
        }
        DocumentError::Format(error) => Failure::new(format_args!(
            "`{}` is not a valid XLSX workbook: {error}",
            sanitized_path(path)
        ))
        .with_help("save it as XLSX or CSV"),
    })?;
    if tables.is_empty() {
        return Err(Failure::new(format_args!(
            "no tables found in `{}`",
            sanitized_path(path)
        ))
        .with_help(
            "pass a document with Markdown tables (`| a | b |`) or HTML tables (`<table>`), or a CSV, TSV or XLSX file",
        ));
    }
    Ok(tables)
}

fn too_much(path: &Path, place: &str, limit: &Limit) -> Failure {
    Failure::new(format_args!(
        "`{}`: {place}{}",
        sanitized_path(path),
        limit.message()
    ))
    .with_help("save the tables that you need in a smaller document")
}

/// Returns a table of the document by its number, counted from 1.
pub(crate) fn table_by_number<'a>(
    tables: &'a [Table],
    number: usize,
    document: &Path,
) -> Result<&'a Table, Failure> {
    let found = number.checked_sub(1).and_then(|index| tables.get(index));
    found.ok_or_else(|| {
        let path = sanitized_path(document);
        Failure::new(format_args!("no table {number} in `{path}`")).with_help(format_args!(
            "run `codegen import {path}` to list its tables"
        ))
    })
}

/// Reads the tables of a text, which may have both HTML tables and pipe tables. A text without either is CSV or TSV.
fn of_text(text: &str, path: &Path) -> Result<Vec<Table>, LimitExceeded> {
    let text = text
        .strip_prefix(codegen::files::BYTE_ORDER_MARK)
        .unwrap_or(text);
    let extension = path
        .extension()
        .map(|extension| extension.to_ascii_lowercase());
    if extension.is_some_and(|extension| extension == "csv" || extension == "tsv") {
        return Ok(delimited::table(text)?.into_iter().collect());
    }
    let text = markdown::without_code(text);
    let (html, rest) = html::tables(&text)?;
    let mut placed = html;
    placed.extend(markdown::tables(&rest)?);
    placed.sort_by_key(|(line, _)| *line);
    if placed.is_empty() {
        return Ok(delimited::table(&text)?.into_iter().collect());
    }
    Ok(page_breaks::join(placed, &text))
}
