//! Documents that providers publish, read as tables of text.
//!
//! What a document is made of is told by its content, not by its name: providers send Markdown as `.txt` and HTML inside
//! Markdown. Documents are never clean, so reading is lenient; what it could not use is said, not dropped.

mod codes;
mod columns;
mod delimited;
mod html;
mod markdown;
mod page_breaks;
mod text;
mod workbook;

use std::collections::HashSet;
use std::fmt;
use std::path::Path;

use calamine::XlsxError;

pub(crate) use self::codes::{Row, Rows, plain_code, rows};
pub(crate) use self::columns::{Columns, MESSAGE, columns_from_args, guess_columns, is_chinese};
pub(crate) use self::text::normalize_whitespace;
use crate::failure::Failure;
use crate::limits::{DOCUMENT_SIZE, TABLE_CELLS, TABLE_TEXT};
use codegen::Limit;
use codegen::files::{ReadError, read_within};
use codegen::text::{Sanitized, sanitized_path};

/// A table of a document, cell by cell. White space is folded, markup is gone.
#[derive(Debug)]
pub(crate) struct Table {
    /// What stands before it, or its sheet's name.
    pub(crate) title: String,
    /// Where it begins: `line 12`, `sheet 2`.
    pub(crate) place: String,
    pub(crate) header: Vec<String>,
    /// Each as long as the header.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of these rows, the first of which is the header. Empty rows, and headers that a page break repeated,
    /// are left out. `None` where nothing remains.
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
        // A text that spans all columns above the header is a title.
        let is_title = |row: &Vec<String>| row.iter().all(|cell| *cell == row[0]);
        let titles = rows.iter().take_while(|row| is_title(row)).count();
        rows.drain(..titles.min(rows.len() - 1));
        let first = rows.remove(0);
        rows.retain(|row| *row != first);
        // A header of several rows: some of its cells span them.
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

    /// Whether there may be so many cells in the table of this place.
    fn check_size(rows: usize, columns: usize, place: &str) -> Result<(), LimitExceeded> {
        match TABLE_CELLS.is_exceeded_by(rows.saturating_mul(columns)) {
            true => Err(LimitExceeded::new(TABLE_CELLS, place)),
            false => Ok(()),
        }
    }
}

impl fmt::Display for Table {
    /// Where it stands, and what it is called: `line 12, 166 rows: Return codes`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} rows", self.place, self.rows.len())?;
        if !self.title.is_empty() {
            write!(f, ": {}", Sanitized(&self.title))?;
        }
        Ok(())
    }
}

/// That a document has more than is allowed of something.
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

/// Why nothing comes of a document.
#[derive(Debug)]
enum DocumentError {
    Limit(LimitExceeded),
    /// It is not what it seems to be, in a few words.
    Format(String),
}

impl From<LimitExceeded> for DocumentError {
    fn from(passed: LimitExceeded) -> Self {
        DocumentError::Limit(passed)
    }
}

impl From<XlsxError> for DocumentError {
    fn from(error: XlsxError) -> Self {
        DocumentError::Format(error.to_string())
    }
}

/// How much text the tables of a document may still have: a short one that spans many cells becomes very long.
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

/// Reads the tables of a document. There is one at least.
pub(crate) fn tables(path: &Path) -> Result<Vec<Table>, Failure> {
    let bytes = read_within(path, &DOCUMENT_SIZE).map_err(|unreadable| match unreadable {
        ReadError::Io(error) => Failure::new(format_args!(
            "cannot read {}: {error}\n  help: name a file: Markdown, HTML, CSV, TSV or XLSX",
            sanitized_path(path)
        )),
        _ => too_much(path, "", &DOCUMENT_SIZE),
    })?;
    let tables = if bytes.starts_with(b"PK\x03\x04") {
        workbook::tables(bytes)
    } else {
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::new(format_args!(
                "{} is not UTF-8\n  help: save it as UTF-8; of a PDF or a DOC, save the text or the table",
                sanitized_path(path)
            ))
        })?;
        of_text(&text, path).map_err(DocumentError::Limit)
    };
    let tables = tables.map_err(|unusable| match unusable {
        DocumentError::Limit(LimitExceeded { limit, place }) => {
            too_much(path, &format!("{place}: "), &limit)
        }
        DocumentError::Format(error) => Failure::new(format_args!(
            "{} is no XLSX workbook: {error}\n  help: save it as XLSX or CSV",
            sanitized_path(path)
        )),
    })?;
    if tables.is_empty() {
        return Err(Failure::new(format_args!(
            "there is no table in {}\n  help: tables are read from Markdown (rows of `| a | b |`), HTML (`<table>`), CSV, TSV and XLSX",
            sanitized_path(path)
        )));
    }
    Ok(tables)
}

fn too_much(path: &Path, place: &str, limit: &Limit) -> Failure {
    Failure::new(format_args!(
        "{}: {place}{}\n  help: save the tables that are needed in a document of their own",
        sanitized_path(path),
        limit.message()
    ))
}

/// A table of the document, by its number from 1.
pub(crate) fn table_by_number<'a>(
    tables: &'a [Table],
    number: usize,
    document: &Path,
) -> Result<&'a Table, Failure> {
    let found = number.checked_sub(1).and_then(|index| tables.get(index));
    found.ok_or_else(|| {
        let count = tables.len();
        let plural = if count == 1 { "table" } else { "tables" };
        Failure::new(format_args!(
            "{} has {count} {plural}, and no table {number}\n  help: `codegen import {0}` lists them",
            sanitized_path(document)
        ))
    })
}

/// HTML tables and pipe tables may stand in one text. What has neither is CSV or TSV.
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
