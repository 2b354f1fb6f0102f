//! XLSX workbooks.

use std::io::Cursor;

use calamine::{Data, Dimensions, Reader as _, Xlsx, XlsxError};

use super::Table;
use super::text::fold;

/// The sheets, each as one table.
pub(super) fn tables(bytes: Vec<u8>) -> Result<Vec<Table>, XlsxError> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))?;
    let mut tables = Vec::new();
    for (index, name) in workbook.sheet_names().into_iter().enumerate() {
        let range = workbook.worksheet_range(&name)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows: Vec<Vec<String>> = range
            .rows()
            .map(|row| row.iter().map(text).collect())
            .collect();
        for merged in workbook.merge_cells_by_sheet_name(&name)? {
            spread(&mut rows, merged, (top, left));
        }
        tables.extend(Table::new(
            &name,
            format!("sheet {}", index + 1),
            headed(rows),
        ));
    }
    Ok(tables)
}

/// Puts the text of merged cells into each of them. `first` is where the rows begin in the sheet.
fn spread(rows: &mut [Vec<String>], merged: Dimensions, first: (u32, u32)) {
    let place = |(row, column): (u32, u32)| {
        let (row, column) = (row.checked_sub(first.0)?, column.checked_sub(first.1)?);
        Some((usize::try_from(row).ok()?, usize::try_from(column).ok()?))
    };
    // What begins before the first cell with something in it is empty.
    let (Some((top, left)), Some((bottom, right))) = (place(merged.start), place(merged.end))
    else {
        return;
    };
    let Some(text) = rows.get(top).and_then(|row| row.get(left)).cloned() else {
        return;
    };
    for row in rows.iter_mut().take(bottom + 1).skip(top) {
        for cell in row.iter_mut().take(right + 1).skip(left) {
            cell.clone_from(&text);
        }
    }
}

/// Without the lines of title above the table: those that have one cell, or one text in all of them.
fn headed(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let is_title = |row: &Vec<String>| {
        let mut cells: Vec<_> = row.iter().filter(|cell| !cell.is_empty()).collect();
        cells.dedup();
        cells.len() < 2
    };
    rows.into_iter().skip_while(is_title).collect()
}

/// A cell's text. A whole number has no decimals: it is a code that the spreadsheet took for a number.
fn text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        cell => fold(&cell.to_string()),
    }
}
