//! The CSV of the table with the changes of the new edition. Every other byte stays the same.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::compare::{Change, Comparison};
use super::current_table::CurrentTable;
use crate::document::{self, Rows};
use crate::draft::csv_cell::cell;
use crate::draft::names::Names;
use crate::draft::propose;

const REVIEW: &str = "review";

/// Returns the new text of the file.
pub(crate) fn apply(current: &CurrentTable, comparison: &Comparison, edition: &Rows) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut marks: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let taken = (0..current.table.rows().len()).map(|row| current.text_of(row, "name"));
    let mut names = Names::new(&edition.rows, HashMap::new(), taken);
    let needs_marks = comparison
        .changes
        .iter()
        .any(|change| !matches!(change, Change::Moved { .. }));
    let adds_column = needs_marks && current.column(REVIEW).is_none();
    for change in &comparison.changes {
        match change {
            Change::Text {
                row,
                column,
                old,
                new,
            } => {
                if let Some(printed) = current.cell(*row, &format!("printed.{column}")) {
                    edits.push((printed.range.clone(), cell(new)));
                }
                marks
                    .entry(*row)
                    .or_default()
                    .push(changed_mark(column, old));
            }
            Change::Removed { row } => marks
                .entry(*row)
                .or_default()
                .push("no longer in the document: fill in `retired`, or delete the row".to_owned()),
            Change::Added { row, after } => {
                let line = line(current, &edition.rows[*row], adds_column, &mut names);
                let at = line_end(current, *after);
                edits.push((
                    at..at,
                    format!("{}{line}", line_break(current.table.text())),
                ));
            }
            Change::Moved { .. } => {}
        }
    }
    if adds_column && let Some(last) = current.table.header().last() {
        let end = last.range.clone().end;
        edits.push((end..end, format!(",{REVIEW}")));
    }
    for (row, marks) in &marks {
        edits.extend(mark(current, *row, marks));
    }
    // The sort is stable: rows that are added at the same place stay in the order of the document.
    edits.sort_by_key(|(range, text)| (range.start, text.starts_with(['\r', '\n'])));
    let mut text = current.table.text().to_owned();
    for (range, new) in edits.into_iter().rev() {
        text.replace_range(range, &new);
    }
    text
}

/// Returns the mark for a row with a changed text. The mark keeps the old text, which is no longer in the table.
fn changed_mark(column: &str, old: &str) -> String {
    if old.is_empty() {
        format!("the document now prints {column}")
    } else {
        format!("{column} changed in the document (was `{old}`)")
    }
}

/// Returns the edit that adds marks to a row. Marks that the row has are kept and not repeated.
fn mark(current: &CurrentTable, row: usize, marks: &[String]) -> Option<(Range<usize>, String)> {
    let cells = &current.table.rows()[row];
    let earlier = current.text_of(row, REVIEW);
    let has_mark = |mark: &str| format!("; {earlier}; ").contains(&format!("; {mark}; "));
    let marks = marks.iter().map(String::as_str);
    let new: Vec<&str> = marks.filter(|mark| !has_mark(mark)).collect();
    if new.is_empty() {
        return None;
    }
    let mark = new.join("; ");
    let appended = |cells: &[codegen::catalog::raw::Cell]| {
        let end = cells.last().map_or(0, |cell| cell.range.clone().end);
        Some((end..end, format!(",{}", cell(&mark))))
    };
    let Some(index) = current.column(REVIEW) else {
        return appended(cells);
    };
    let place = cells[index].range.clone();
    // A row may end before the column: then the range of its cell is empty and begins where the cell before it ends.
    if index > 0 && cells[index - 1].range.clone().end == place.start {
        return appended(&cells[..index]);
    }
    let text = match earlier {
        "" => mark,
        earlier => format!("{earlier}; {mark}"),
    };
    Some((place, cell(&text)))
}

/// Returns the line of a new row: its code, its printed texts, and a name if one can be proposed.
fn line(
    current: &CurrentTable,
    row: &document::Row,
    adds_column: bool,
    names: &mut Names,
) -> String {
    let code = current.widened(&row.code);
    let repeats = (0..current.table.rows().len()).any(|known| current.code(known) == code);
    let proposal = propose::propose(
        "new in the document",
        row,
        repeats,
        names,
        &current.catalog_columns,
    );
    let scopes = current.scopes();
    let mut cells: Vec<String> = (current.table.header().iter())
        .map(|column| {
            let text = match column.text.as_str() {
                "code" => &code,
                "name" => &proposal.name,
                "scope" => scopes
                    .get(row.printed("scope"))
                    .copied()
                    .unwrap_or_default(),
                REVIEW => &proposal.review,
                column => column
                    .strip_prefix("printed.")
                    .map_or("", |column| row.printed(column)),
            };
            cell(text)
        })
        .collect();
    if adds_column {
        cells.push(cell(&proposal.review));
    }
    cells.join(",")
}

/// Returns the end of the line of a row, or of the header without a row. The line break is not included.
fn line_end(current: &CurrentTable, row: Option<usize>) -> usize {
    let cells = row.map_or(current.table.header(), |row| &current.table.rows()[row]);
    let end = cells.last().map_or(0, |cell| cell.range.clone().end);
    // Empty cells may follow beyond the columns of the header.
    end + current.table.text()[end..]
        .find(['\r', '\n'])
        .unwrap_or(current.table.text().len() - end)
}

/// Returns the line break that the file uses.
fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
