//! XLSX workbooks.

use std::io::{Cursor, Read as _};

use calamine::{Cell, Data, DataRef, Dimensions, Reader as _, Xlsx, XlsxError};
use zip::ZipArchive;

use super::text::normalize_whitespace;
use super::{Budget, DocumentError, Grid, LimitExceeded, number_format};
use crate::limits::WORKBOOK_SIZE;
use crate::plural::counted;
use codegen::Limit;

/// Reads the sheets, each as one table.
pub(crate) fn grids(bytes: Vec<u8>) -> Result<Vec<Grid>, DocumentError> {
    check_contents(&bytes, WORKBOOK_SIZE)?;
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))?;
    let mut grids = Vec::new();
    let mut budget = Budget::new();
    for (index, name) in workbook.sheet_names().into_iter().enumerate() {
        let place = format!("sheet {}", index + 1);
        let (cells, warning) = cells(&mut workbook, &name, &place, &mut budget)?;
        let mut area = Area::new(cells, &place, &budget)?;
        for merged in workbook.merge_cells_by_sheet_name(&name)? {
            area.spread(merged, &place, &mut budget)?;
        }
        let rows = without_titles(area.rows);
        let grid = Grid::new(&name, place, rows, &mut budget)?;
        grids.extend(grid.map(|grid| Grid { warning, ..grid }));
    }
    Ok(grids)
}

/// Unpacks the files of the workbook to measure them: the sizes that the archive declares may be wrong.
fn check_contents(bytes: &[u8], limit: Limit) -> Result<(), DocumentError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(XlsxError::Zip)?;
    let (mut rest, mut contents) = (limit.max, Vec::new());
    for index in 0..archive.len() {
        // calamine reports a file that cannot be unpacked when it needs the file.
        let Ok(file) = archive.by_index(index) else {
            continue;
        };
        let name = file.name().map_err(XlsxError::Zip)?.into_owned();
        if file.size() > rest {
            return Err(LimitExceeded::new(limit, name).into());
        }
        contents.clear();
        let size = (file.take(rest + 1))
            .read_to_end(&mut contents)
            .map_err(XlsxError::Io)?;
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        rest = rest
            .checked_sub(size)
            .ok_or_else(|| LimitExceeded::new(limit, &name))?;
        check_string_count(&contents, &name)?;
    }
    Ok(())
}

/// Errs if the declared number of strings exceeds the bytes of the file: calamine allocates memory for that many.
fn check_string_count(contents: &[u8], name: &str) -> Result<(), DocumentError> {
    const KEY: &[u8] = b"uniqueCount";
    let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'');
    for (at, _) in (contents.windows(KEY.len()).enumerate()).filter(|(_, bytes)| *bytes == KEY) {
        let digits = (contents[at + KEY.len()..].iter())
            .skip_while(|byte| is_between(byte))
            .take_while(|byte| byte.is_ascii_digit());
        let count = digits.fold(0_usize, |count, digit| {
            count
                .saturating_mul(10)
                .saturating_add(usize::from(digit - b'0'))
        });
        if count > contents.len() {
            return Err(DocumentError::Format(format!(
                "{name} declares {count} strings but is too short"
            )));
        }
    }
    Ok(())
}

/// Returns the texts of the cells that are not empty, with their places, and a warning about those that look different in the
/// spreadsheet. A chart, which is a sheet too, has no cells.
fn cells(
    workbook: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    place: &str,
    budget: &mut Budget,
) -> Result<(Vec<Cell<String>>, Option<String>), DocumentError> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok((Vec::new(), None)),
        reader => reader?,
    };
    let (mut cells, mut formatted) = (Vec::new(), Formatted::default());
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let format = reader.styles().get(style);
        let format = format.and_then(|style| style.number_format.as_ref());
        let format = format.map_or("General", |format| format.format_code.as_str());
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            // Many cells may share a long text.
            DataRef::SharedString(text) => {
                budget.spend_text(text.len(), place)?;
                normalize_whitespace(text)
            }
            value => {
                let number = match value {
                    DataRef::Float(number) => Some(*number),
                    DataRef::DateTime(date) => Some(date.as_f64()),
                    _ => None,
                };
                let text = match number {
                    Some(number) => number_format::shown(number, format).unwrap_or_else(|| {
                        formatted.add(cell.get_position(), format);
                        number_format::plain(number)
                    }),
                    None => Data::from(value.clone()).to_string(),
                };
                budget.spend_text(text.len(), place)?;
                normalize_whitespace(&text)
            }
        };
        cells.push(Cell::new(cell.get_position(), text));
        budget.check_cells(cells.len(), 1, place)?;
    }
    Ok((cells, formatted.warning()))
}

/// The cells that look different in the spreadsheet.
#[derive(Default)]
struct Formatted {
    count: usize,
    shown: Vec<String>,
}

impl Formatted {
    /// The number of cells that a warning names.
    const SHOWN: usize = 5;

    fn add(&mut self, (row, column): (u32, u32), format: &str) {
        self.count += 1;
        if self.shown.len() < Self::SHOWN {
            self.shown
                .push(format!("{}{} (`{format}`)", column_name(column), row + 1));
        }
    }

    fn warning(&self) -> Option<String> {
        let more = if self.count > self.shown.len() {
            ", …"
        } else {
            ""
        };
        let verb = if self.count == 1 { "has" } else { "have" };
        let warning = format!(
            "{} {verb} a number format that is not applied: {}{more}",
            counted(self.count, "cell"),
            self.shown.join(", ")
        );
        (self.count > 0).then_some(warning)
    }
}

/// Returns the name of a column of a spreadsheet: `A` for 0, `AA` for 26.
fn column_name(column: u32) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => letter.to_string(),
        rest => format!("{}{letter}", column_name(rest - 1)),
    }
}

/// The cells between the first and the last row and column of a sheet that are not empty.
struct Area {
    rows: Vec<Vec<String>>,
    top: u32,
    left: u32,
}

impl Area {
    fn new(cells: Vec<Cell<String>>, sheet: &str, budget: &Budget) -> Result<Self, LimitExceeded> {
        let bounds = |of: fn((u32, u32)) -> u32| {
            let places = || cells.iter().map(|cell| of(cell.get_position()));
            places().min().zip(places().max()).unwrap_or_default()
        };
        let ((top, bottom), (left, right)) = (bounds(|at| at.0), bounds(|at| at.1));
        let (height, width) = if cells.is_empty() {
            (0, 0)
        } else {
            (distance(top, bottom) + 1, distance(left, right) + 1)
        };
        budget.check_cells(height, width, sheet)?;
        let mut rows = vec![vec![String::new(); width]; height];
        for cell in cells {
            let (row, column) = cell.get_position();
            rows[distance(top, row)][distance(left, column)].clone_from(cell.get_value());
        }
        Ok(Area { rows, top, left })
    }

    /// Copies the text of merged cells into each of them.
    fn spread(
        &mut self,
        merged: Dimensions,
        sheet: &str,
        budget: &mut Budget,
    ) -> Result<(), LimitExceeded> {
        // Merged cells that begin before the first cell with a text are empty.
        if merged.start.0 < self.top || merged.start.1 < self.left {
            return Ok(());
        }
        let place = |(row, column)| (distance(self.top, row), distance(self.left, column));
        let ((top, left), (bottom, right)) = (place(merged.start), place(merged.end));
        let Some(text) = self.rows.get(top).and_then(|row| row.get(left)).cloned() else {
            return Ok(());
        };
        for row in self
            .rows
            .iter_mut()
            .take(bottom.saturating_add(1))
            .skip(top)
        {
            for cell in row.iter_mut().take(right.saturating_add(1)).skip(left) {
                budget.spend_text(text.len() + 1, sheet)?;
                cell.clone_from(&text);
            }
        }
        Ok(())
    }
}

/// Returns the distance from a row or column to a later one.
fn distance(first: u32, other: u32) -> usize {
    usize::try_from(other.saturating_sub(first)).unwrap_or(usize::MAX)
}

/// Drops the title rows above the table: rows with one cell, or with the same text in all cells.
fn without_titles(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let is_title = |row: &Vec<String>| {
        let mut cells: Vec<_> = row.iter().filter(|cell| !cell.is_empty()).collect();
        cells.dedup();
        cells.len() < 2
    };
    rows.into_iter().skip_while(is_title).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// Returns an archive with one file.
    fn archive(name: &str, contents: &[u8]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(contents).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn the_unpacked_size_counts() {
        let small = Limit::bytes("the size of the workbook", 16);
        let full = archive("sheet", &[b'x'; 16]);
        assert!(check_contents(&full, small).is_ok());
        let mut too_full = archive("sheet", &[b'x'; 17]);
        let is_exceeded =
            |bytes: &[u8]| matches!(check_contents(bytes, small), Err(DocumentError::Limit(_)));
        assert!(is_exceeded(&too_full));
        // Change the size that the directory of the archive declares.
        let entry = too_full
            .windows(4)
            .rposition(|bytes| bytes == b"PK\x01\x02")
            .unwrap();
        too_full[entry + 24] = 3;
        assert!(!matches!(check_contents(&too_full, small), Ok(())));
    }

    #[test]
    fn a_string_count_beyond_the_file_is_an_error() {
        let texts = |count: &str| {
            let text = format!("<sst count='1' uniqueCount = '{count}'><si><t>a</t></si></sst>");
            grids(archive("xl/sharedStrings.xml", text.as_bytes()))
        };
        for count in [
            "99999999999999999999999",
            "18446744073709551615",
            "4000000000",
            "1000",
        ] {
            let Err(DocumentError::Format(error)) = texts(count) else {
                panic!("{count}");
            };
            assert!(error.contains("but is too short"), "{error}");
        }
    }
}
