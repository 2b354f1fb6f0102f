//! Documents that providers publish, read as tables of text.
//!
//! The content decides the format, not the file name: providers send Markdown as `.txt` and HTML inside Markdown. Documents are
//! never clean, so reading is lenient, and rows that cannot be used are reported.

mod codes;
mod column;
mod columns;
mod delimited;
mod given_columns;
mod guess;
mod headers;
mod html;
mod html_text;
mod html_tree;
mod join;
mod lists;
mod markdown;
mod markdown_cells;
mod markdown_loose;
mod number_format;
mod page_breaks;
mod plain_code;
mod rst;
mod several_codes;
mod skipped;
mod table;
mod text;
mod titles;
mod two_languages;
mod workbook;

use std::path::Path;

use calamine::XlsxError;

pub(crate) use self::codes::{Row, Rows, rows};
pub(crate) use self::columns::{Columns, MESSAGE, is_chinese};
pub(crate) use self::given_columns::given_columns;
pub(crate) use self::guess::columns;
pub(crate) use self::join::join;
pub(crate) use self::plain_code::plain_code;
pub(crate) use self::skipped::{Skipped, summary as skipped_summary};
use self::table::Grid;
pub(crate) use self::table::{HeaderRow, Table};
pub(crate) use self::text::normalize_whitespace;
use self::titles::Titles;
use crate::failure::Failure;
use crate::limits::{DOCUMENT_SIZE, TABLE_CELLS, TABLE_TEXT};
use crate::terminal::shell::path_argument;
use codegen::Limit;
use codegen::files::{ReadError, read_within};
use codegen::text::sanitized_path;

/// The help for a document without a table that can be read.
const SAVE: &str = "copy the table into a spreadsheet, save that as XLSX or CSV, and pass the file";

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

/// What the tables of a document may still hold. A short text that spans many cells becomes very long, and one long row makes
/// all rows of a table long.
struct Budget {
    text: u64,
    cells: u64,
}

impl Budget {
    fn new() -> Self {
        Budget {
            text: TABLE_TEXT.max,
            cells: TABLE_CELLS.max,
        }
    }

    fn spend_text(&mut self, bytes: usize, place: &str) -> Result<(), LimitExceeded> {
        let rest = u64::try_from(bytes)
            .ok()
            .and_then(|bytes| self.text.checked_sub(bytes));
        self.text = rest.ok_or_else(|| LimitExceeded::new(TABLE_TEXT, place))?;
        Ok(())
    }

    fn spend_cells(
        &mut self,
        rows: usize,
        columns: usize,
        place: &str,
    ) -> Result<(), LimitExceeded> {
        self.check_cells(rows, columns, place)?;
        self.cells -= u64::try_from(rows * columns).unwrap_or_default();
        Ok(())
    }

    /// Errs if the next table may not have so many cells.
    fn check_cells(&self, rows: usize, columns: usize, place: &str) -> Result<(), LimitExceeded> {
        let cells = u64::try_from(rows.saturating_mul(columns)).unwrap_or(u64::MAX);
        if cells > self.cells {
            return Err(LimitExceeded::new(TABLE_CELLS, place));
        }
        Ok(())
    }
}

/// Reads the tables of a document. Errs if it has none.
pub(crate) fn tables(path: &Path, header_row: HeaderRow) -> Result<Vec<Table>, Failure> {
    let bytes = read_within(path, &DOCUMENT_SIZE).map_err(|unreadable| match unreadable {
        ReadError::Io(error) => Failure::new(format_args!(
            "failed to read `{}`: {error}",
            sanitized_path(path)
        ))
        .with_help("pass the path of a Markdown, HTML, reStructuredText, CSV, TSV or XLSX file"),
        _ => too_much(path, "", &DOCUMENT_SIZE),
    })?;
    let others: [(&[u8], &str); 2] = [
        (b"%PDF", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "an XLS or DOC file"),
    ];
    if let Some((_, format)) = others.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Failure::new(format_args!(
            "`{}` is {format}, which is not supported",
            sanitized_path(path)
        ))
        .with_help(SAVE));
    }
    let tables = if bytes.starts_with(b"PK\x03\x04") {
        workbook::grids(bytes).map(|grids| tables_of(grids, header_row))
    } else {
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::new(format_args!("`{}` is not UTF-8", sanitized_path(path)))
                .with_help("save it as UTF-8")
        })?;
        of_text(&text, path, header_row).map_err(DocumentError::Limit)
    };
    let mut tables = tables.map_err(|error| match error {
        DocumentError::Limit(LimitExceeded { limit, place }) => {
            too_much(path, &format!("{place}: "), &limit)
        }
        DocumentError::Format(error) => Failure::new(format_args!(
            "`{}` is not a valid XLSX workbook: {error}",
            sanitized_path(path)
        ))
        .with_help("save it as XLSX or CSV"),
    })?;
    for table in &mut tables {
        two_languages::split_columns(table);
    }
    if tables.is_empty() {
        return Err(Failure::new(format_args!(
            "no tables found in `{}`: looked for tables of Markdown, HTML, reStructuredText, CSV and TSV, and for lists and headings of codes",
            sanitized_path(path)
        ))
        .with_help(SAVE));
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
            "run `codegen import {}` to list its tables",
            path_argument(document)
        ))
    })
}

/// Reads the tables of a text, which may have both HTML tables and pipe tables. A text without either is CSV or TSV.
fn of_text(text: &str, path: &Path, header_row: HeaderRow) -> Result<Vec<Table>, LimitExceeded> {
    let text = text
        .strip_prefix(codegen::files::BYTE_ORDER_MARK)
        .unwrap_or(text);
    let extension = path
        .extension()
        .map(|extension| extension.to_ascii_lowercase());
    let budget = &mut Budget::new();
    if extension
        .as_ref()
        .is_some_and(|extension| extension == "csv" || extension == "tsv")
    {
        return Ok(tables_of(delimited::grid(text, budget)?, header_row));
    }
    // In reStructuredText, the line below a heading looks like the beginning of a code block.
    let (text, titles) = if extension.is_some_and(|extension| extension == "rst") {
        (text.to_owned(), Titles::of_rst(text))
    } else {
        let text = markdown::without_code(text);
        let titles = Titles::of(&text);
        (text, titles)
    };
    let (mut grids, rest) = html::grids(&text, &titles, budget)?;
    let (more, rest) = rst::grids(&rest, &titles, budget)?;
    grids.extend(more);
    grids.extend(markdown::grids(&rest, &titles, budget)?);
    if grids.is_empty() {
        let lists = lists::grids(&text, &titles, budget)?;
        if !lists.is_empty() {
            return Ok(tables_of(lists, header_row));
        }
        return Ok(tables_of(delimited::grid(&text, budget)?, header_row));
    }
    grids.sort_by_key(|(line, _)| *line);
    let table = |(line, grid)| (line, Table::new(grid, header_row));
    Ok(page_breaks::join(grids.into_iter().map(table), &text))
}

fn tables_of(grids: impl IntoIterator<Item = Grid>, header_row: HeaderRow) -> Vec<Table> {
    let table = |grid| Table::new(grid, header_row);
    grids.into_iter().map(table).collect()
}
