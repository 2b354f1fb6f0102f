//! XLSX workbooks.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx, XlsxError};

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
            let first = |at: u32, from: u32| at.saturating_sub(from) as usize;
            let cell = (rows.get(first(merged.start.0, top)))
                .and_then(|row| row.get(first(merged.start.1, left)))
                .cloned()
                .unwrap_or_default();
            for row in rows
                .iter_mut()
                .take(first(merged.end.0, top) + 1)
                .skip(first(merged.start.0, top))
            {
                for spanned in row
                    .iter_mut()
                    .take(first(merged.end.1, left) + 1)
                    .skip(first(merged.start.1, left))
                {
                    spanned.clone_from(&cell);
                }
            }
        }
        tables.extend(Table::new(
            &name,
            format!("sheet {}", index + 1),
            headed(rows),
        ));
    }
    Ok(tables)
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
