//! Tables of text, with or without a header.

use std::collections::HashSet;
use std::fmt;

use super::headers;
use super::plain_code::{plain_code, shape};
use super::text::normalize_whitespace;
use super::{Budget, LimitExceeded, is_chinese};
use crate::plural::counted;
use codegen::text::Sanitized;

/// The rows of a table as a reader finds them, at least one. All have the same length, two or more. If the table has a header, it is
/// the first row.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(crate) title: String,
    pub(crate) place: String,
    pub(crate) rows: Vec<Vec<String>>,
    /// What the reader cannot take over as it is.
    pub(crate) warning: Option<String>,
}

impl Grid {
    /// Drops empty rows. Returns `None` if fewer than two columns remain.
    pub(super) fn new(
        title: &str,
        place: String,
        mut rows: Vec<Vec<String>>,
        budget: &mut Budget,
    ) -> Result<Option<Self>, LimitExceeded> {
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let Some(width) = rows.iter().map(Vec::len).max().filter(|width| *width > 1) else {
            return Ok(None);
        };
        budget.spend_cells(rows.len(), width, &place)?;
        for row in &mut rows {
            row.resize(width, String::new());
        }
        let title = normalize_whitespace(title);
        Ok(Some(Grid {
            title,
            place,
            rows,
            warning: None,
        }))
    }
}

/// Whether the first row of a table is its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderRow {
    /// It is, unless it looks like data.
    Detected,
    /// No table of the document has a header.
    Absent,
}

impl HeaderRow {
    pub(crate) fn unless(absent: bool) -> Self {
        if absent {
            HeaderRow::Absent
        } else {
            HeaderRow::Detected
        }
    }
}

/// A table of a document. Its cells are plain text with normalized white space.
#[derive(Debug)]
pub(crate) struct Table {
    /// The caption, the heading above the table, or the name of the sheet.
    pub(crate) title: String,
    /// The place where it begins: `line 12`, `sheet 2`.
    pub(crate) place: String,
    /// The header, with empty cells if the table has none.
    pub(crate) header: Vec<String>,
    /// The rows, each as long as the header.
    pub(crate) rows: Vec<Vec<String>>,
    /// What the reader cannot take over as it is.
    pub(crate) warning: Option<String>,
}

impl Table {
    /// Creates a table from rows. Drops headers that a page break repeated.
    pub(crate) fn new(grid: Grid, header_row: HeaderRow) -> Self {
        let Grid {
            title,
            place,
            mut rows,
            warning,
        } = grid;
        // A text above the header that spans all columns is a title.
        let is_title = |row: &Vec<String>| row.iter().all(|cell| *cell == row[0]);
        let titles = rows.iter().take_while(|row| is_title(row)).count();
        rows.drain(..titles.min(rows.len() - 1));
        let header = if header_row == HeaderRow::Detected && has_header(&rows) {
            take_header(&mut rows)
        } else {
            vec![String::new(); rows[0].len()]
        };
        Table {
            title,
            place,
            header,
            rows,
            warning,
        }
    }

    pub(crate) fn has_header(&self) -> bool {
        self.header.iter().any(|header| !header.is_empty())
    }

    /// Returns the name of a column in messages: its header, or its number.
    pub(crate) fn label(&self, index: usize) -> String {
        match self.header[index].as_str() {
            "" => format!("column {}", index + 1),
            header => Sanitized(header).to_string(),
        }
    }

    /// Returns the cells of a column that are not empty.
    pub(crate) fn column(&self, index: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().map(move |row| row[index].as_str());
        cells.filter(|cell| !cell.is_empty())
    }
}

/// Returns `false` if the first row is data: none of its cells is a known header, and one is a code like those below it.
fn has_header(rows: &[Vec<String>]) -> bool {
    let is_code = |(index, cell): (usize, &String)| {
        let Some(shape) = shape(&plain_code(cell)) else {
            return false;
        };
        let below = rows[1..].iter().map(|row| row[index].as_str());
        let (mut same, mut all) = (0, 0);
        for cell in below.filter(|cell| !cell.is_empty()) {
            all += 1;
            same += usize::from(self::shape(&plain_code(cell)).as_ref() == Some(&shape));
        }
        same * 2 >= all && (all > 0 || rows.len() == 1)
    };
    let is_header = |cell: &String| {
        let is_short = cell.chars().count() <= if is_chinese(cell) { 8 } else { 30 };
        is_short && headers::kind(cell).is_some()
    };
    rows[0].iter().any(is_header) || !rows[0].iter().enumerate().any(is_code)
}

/// Takes the header from the rows, and drops the rows that repeat it.
fn take_header(rows: &mut Vec<Vec<String>>) -> Vec<String> {
    let mut header = rows.remove(0);
    rows.retain(|row| *row != header);
    // In a header of several rows, some cells span the rows.
    let spans = |row: &&Vec<String>| {
        row.iter()
            .zip(&header)
            .any(|(a, b)| a == b && !a.is_empty())
    };
    let rest: Vec<_> = rows.iter().take_while(spans).cloned().collect();
    let repeated: HashSet<_> = rest.iter().collect();
    rows.retain(|row| !repeated.contains(row));
    for row in rest {
        let cells = header.iter_mut().zip(row);
        for (cell, part) in cells.filter(|(cell, part)| *cell != part) {
            *cell = format!("{cell} {part}").trim().to_owned();
        }
    }
    header
}

impl fmt::Display for Table {
    /// Displays the place, the size and the title: `line 12, 166 rows: Return codes`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.place, counted(self.rows.len(), "row"))?;
        if !self.has_header() {
            f.write_str(" without a header")?;
        }
        if !self.title.is_empty() {
            write!(f, ": {}", Sanitized(&self.title))?;
        }
        Ok(())
    }
}
