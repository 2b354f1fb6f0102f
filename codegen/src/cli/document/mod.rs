//! Documents that providers publish, read as tables of text.
//!
//! What a document is made of is told by its content, not by its name: providers send Markdown as `.txt` and HTML inside
//! Markdown. Documents are never clean, so reading is lenient; what it could not use is said, not dropped.

mod codes;
mod columns;
mod html;
mod markdown;
mod pages;
mod separated;
mod text;
mod workbook;

use std::fmt;
use std::fs;
use std::path::Path;

pub(super) use self::codes::{Row, Rows, plain_code, rows};
pub(super) use self::columns::{Columns, MESSAGE, guess, is_chinese, named};
pub(super) use self::text::fold;
use super::Failure;
use crate::diagnostic::{Inert, inert_path};

/// A table of a document, cell by cell. White space is folded, markup is gone.
#[derive(Debug)]
pub(super) struct Table {
    /// What stands before it, or its sheet's name.
    pub(super) title: String,
    /// Where it begins: `line 12`, `sheet 2`.
    pub(super) place: String,
    pub(super) header: Vec<String>,
    /// Each as long as the header.
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of these rows, the first of which is the header. Empty rows, and headers that a page break repeated,
    /// are left out. `None` where nothing remains.
    fn new(title: &str, place: String, rows: Vec<Vec<String>>) -> Option<Self> {
        let is_full = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
        let mut rows: Vec<_> = rows.into_iter().filter(is_full).collect();
        let width = rows.iter().map(Vec::len).max().filter(|width| *width > 1)?;
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
        rows.retain(|row| !rest.contains(row));
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
        Some(Table {
            title: text::fold(title),
            place,
            header,
            rows,
        })
    }
}

impl fmt::Display for Table {
    /// Where it stands, and what it is called: `line 12, 166 rows: Return codes`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} rows", self.place, self.rows.len())?;
        if !self.title.is_empty() {
            write!(f, ": {}", Inert(&self.title))?;
        }
        Ok(())
    }
}

/// Reads the tables of a document. There is one at least.
pub(super) fn tables(path: &Path) -> Result<Vec<Table>, Failure> {
    let bytes = fs::read(path).map_err(|error| {
        Failure::new(format_args!(
            "cannot read {}: {error}\n  help: name a file: Markdown, HTML, CSV, TSV or XLSX",
            inert_path(path)
        ))
    })?;
    let tables = if bytes.starts_with(b"PK\x03\x04") {
        workbook::tables(bytes).map_err(|error| {
            Failure::new(format_args!(
                "{} is no XLSX workbook: {error}\n  help: save it as XLSX or CSV",
                inert_path(path)
            ))
        })?
    } else {
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::new(format_args!(
                "{} is not UTF-8\n  help: save it as UTF-8; of a PDF or a DOC, save the text or the table",
                inert_path(path)
            ))
        })?;
        of_text(&text, path)
    };
    if tables.is_empty() {
        return Err(Failure::new(format_args!(
            "there is no table in {}\n  help: tables are read from Markdown (rows of `| a | b |`), HTML (`<table>`), CSV, TSV and XLSX",
            inert_path(path)
        )));
    }
    Ok(tables)
}

/// HTML tables and pipe tables may stand in one text. What has neither is CSV or TSV.
fn of_text(text: &str, path: &Path) -> Vec<Table> {
    let text = text
        .strip_prefix(crate::source::BYTE_ORDER_MARK)
        .unwrap_or(text);
    let extension = path
        .extension()
        .map(|extension| extension.to_ascii_lowercase());
    if extension.is_some_and(|extension| extension == "csv" || extension == "tsv") {
        return separated::table(text).into_iter().collect();
    }
    let text = markdown::without_code(text);
    let (html, rest) = html::tables(&text);
    let mut placed = html;
    placed.extend(markdown::tables(&rest));
    placed.sort_by_key(|(line, _)| *line);
    if placed.is_empty() {
        return separated::table(&text).into_iter().collect();
    }
    pages::join(placed, &text)
}
