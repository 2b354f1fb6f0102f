//! The CSV of the table with the changes of the new edition. Every other byte stays the same.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::compare::{Change, Comparison};
use super::current_table::CurrentTable;
use super::edition::Edition;
use crate::document;
use crate::draft::csv_cell::cell;
use crate::draft::names::Names;
use crate::draft::propose::{self, CHECK_NAME, CHOOSE_NAME};

const REVIEW: &str = "review";

/// Returns the new text of the file. `given` are the names for rows without one, by code.
pub(super) fn apply(
    current: &CurrentTable,
    comparison: &Comparison,
    edition: &Edition,
    given: HashMap<String, String>,
) -> String {
    let changes = &comparison.changes;
    let needs_marks = changes
        .iter()
        .any(|change| !matches!(change, Change::Moved { .. }));
    let taken = (0..current.table.rows().len()).map(|row| current.text_of(row, "name"));
    let mut edits = Edits {
        current,
        cells: BTreeMap::new(),
        marks: BTreeMap::new(),
        names: Names::new(&edition.rows.rows, given, taken),
        adds_column: needs_marks && current.column(REVIEW).is_none(),
    };
    edits.name_rows();
    let new = NewRows::new(current);
    // The lines that follow each line, in order. A moved row comes after the row that stays in its place before it.
    let mut lines: BTreeMap<Place, Vec<Line>> = BTreeMap::new();
    let mut places: HashMap<usize, Place> = HashMap::new();
    for change in changes {
        match change {
            Change::Text {
                row,
                column,
                old,
                new,
            } => {
                if let Some(printed) = current.cell(*row, &format!("printed.{column}")) {
                    let edit = (printed.range.clone(), cell(new));
                    edits.cells.entry(*row).or_default().push(edit);
                }
                edits.mark(*row, changed_mark(column, old));
            }
            Change::Removed { row } => edits.mark(
                *row,
                "no longer in the document: fill in `retired`, or delete the row".to_owned(),
            ),
            Change::Added { row, after } => {
                let place = after.map(|row| places.get(&row).copied().unwrap_or(Some(row)));
                let line = new.line(&edition.rows.rows[*row], &mut edits);
                (lines.entry(place.flatten()).or_default()).push(Line::New(line));
            }
            Change::Moved { row, after } => {
                let place = after.map(|row| places.get(&row).copied().unwrap_or(Some(row)));
                places.insert(*row, place.flatten());
                (lines.entry(place.flatten()).or_default()).push(Line::Moved(*row));
            }
        }
    }
    edits.finish();
    assemble(current, &edits, &lines, &places)
}

/// The row whose line comes before; `None` for the header.
type Place = Option<usize>;

/// A line in a new place.
enum Line {
    New(String),
    /// The row of the table.
    Moved(usize),
}

/// Returns the text of the file: the lines that stay, each with the lines that follow it now.
fn assemble(
    current: &CurrentTable,
    edits: &Edits<'_>,
    lines: &BTreeMap<Place, Vec<Line>>,
    moved: &HashMap<usize, Place>,
) -> String {
    let text = current.table.text();
    let line_break = line_break(text);
    let mut new = String::with_capacity(text.len());
    let add_following = |new: &mut String, place: Place| {
        for line in lines.get(&place).into_iter().flatten() {
            new.push_str(line_break);
            match line {
                Line::New(line) => new.push_str(line),
                Line::Moved(row) => new.push_str(&edits.line(*row)),
            }
        }
    };
    let mut end = line_end(current, None);
    let header = current.table.header().last();
    let header_end = header.map_or(0, |cell| cell.range.end);
    new.push_str(&text[..header_end]);
    if edits.adds_column {
        new.push_str(&format!(",{REVIEW}"));
    }
    new.push_str(&text[header_end..end]);
    add_following(&mut new, None);
    for row in 0..current.table.rows().len() {
        if !moved.contains_key(&row) {
            new.push_str(&text[end..line_start(current, row)]);
            new.push_str(&edits.line(row));
            add_following(&mut new, Some(row));
        }
        end = line_end(current, Some(row));
    }
    new.push_str(&text[end..]);
    new
}

/// The edits of cells.
struct Edits<'a> {
    current: &'a CurrentTable,
    /// By row: the bytes of the file and the new text.
    cells: BTreeMap<usize, Vec<(Range<usize>, String)>>,
    /// By row: what to add to the mark.
    marks: BTreeMap<usize, Vec<String>>,
    names: Names,
    /// The column `review` is new.
    adds_column: bool,
}

impl Edits<'_> {
    fn mark(&mut self, row: usize, mark: String) {
        self.marks.entry(row).or_default().push(mark);
    }

    /// Fills in the given names.
    fn name_rows(&mut self) {
        let current = self.current;
        let code_of = |row| current.code(row);
        let named: HashSet<String> = (0..current.table.rows().len())
            .filter(|row| !current.text_of(*row, "name").is_empty())
            .map(code_of)
            .collect();
        for row in 0..current.table.rows().len() {
            let Some(place) = current.cell(row, "name") else {
                return;
            };
            if !place.text.is_empty() || named.contains(&code_of(row)) {
                continue;
            }
            if let Some(name) = self.names.take_given(&code_of(row)) {
                let edit = (place.range.clone(), cell(&name));
                let edits = self.cells.entry(row).or_default();
                edits.push(edit);
                if let Some(review) = current.cell(row, REVIEW)
                    && review.text.contains(CHOOSE_NAME)
                {
                    // An empty list of marks: the text of the mark changes.
                    self.marks.entry(row).or_default();
                }
            }
        }
    }

    /// Turns the marks into edits of cells.
    fn finish(&mut self) {
        for (row, marks) in std::mem::take(&mut self.marks) {
            let is_named = self.cells.get(&row).is_some_and(|edits| {
                let name = self.current.cell(row, "name");
                name.is_some_and(|name| edits.iter().any(|(range, _)| *range == name.range))
            });
            let edit = mark(self.current, row, &marks, is_named);
            self.cells.entry(row).or_default().extend(edit);
        }
        for edits in self.cells.values_mut() {
            edits.sort_by_key(|(range, _)| range.start);
        }
    }

    /// Returns the line of a row with its edits.
    fn line(&self, row: usize) -> String {
        let text = self.current.table.text();
        let (mut at, end) = (
            line_start(self.current, row),
            line_end(self.current, Some(row)),
        );
        let mut line = String::new();
        for (range, new) in self.cells.get(&row).into_iter().flatten() {
            line.push_str(&text[at..range.start]);
            line.push_str(new);
            at = range.end;
        }
        line.push_str(&text[at..end]);
        line
    }
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
fn mark(
    current: &CurrentTable,
    row: usize,
    marks: &[String],
    is_named: bool,
) -> Option<(Range<usize>, String)> {
    let cells = &current.table.rows()[row];
    let earlier = current.text_of(row, REVIEW);
    let has_mark = |mark: &str| format!("; {earlier}; ").contains(&format!("; {mark}; "));
    let marks = marks.iter().map(String::as_str);
    let new: Vec<&str> = marks.filter(|mark| !has_mark(mark)).collect();
    let kept = if is_named {
        earlier.replace(CHOOSE_NAME, CHECK_NAME)
    } else {
        earlier.to_owned()
    };
    if new.is_empty() && kept == earlier {
        return None;
    }
    let mark = new.join("; ");
    let appended = |cells: &[codegen::catalog::raw::Cell]| {
        let end = cells.last().map_or(0, |cell| cell.range.end);
        Some((end..end, format!(",{}", cell(&mark))))
    };
    let Some(index) = current.column(REVIEW) else {
        return appended(cells);
    };
    let place = cells[index].range.clone();
    // A row may end before the column: then the range of its cell is empty and begins where the cell before it ends.
    if index > 0 && cells[index - 1].range.end == place.start {
        return appended(&cells[..index]);
    }
    let text = match (kept.as_str(), mark.as_str()) {
        ("", mark) => mark.to_owned(),
        (kept, "") => kept.to_owned(),
        (kept, mark) => format!("{kept}; {mark}"),
    };
    Some((place, cell(&text)))
}

/// What the lines of new rows need to know about the table.
struct NewRows<'a> {
    current: &'a CurrentTable,
    codes: HashSet<String>,
    /// The scopes by their names in the document.
    scopes: BTreeMap<&'a str, &'a str>,
}

impl<'a> NewRows<'a> {
    fn new(current: &'a CurrentTable) -> Self {
        let rows = 0..current.table.rows().len();
        NewRows {
            current,
            codes: rows.map(|row| current.code(row)).collect(),
            scopes: current.scopes(),
        }
    }

    /// Returns the line of a new row: its code, its printed texts, and a name if one can be proposed.
    fn line(&self, row: &document::Row, edits: &mut Edits<'_>) -> String {
        let current = self.current;
        let code = current.widened(&row.code);
        let proposal = propose::propose(
            "new in the document",
            row,
            self.codes.contains(&code),
            &mut edits.names,
            &current.catalog_columns,
        );
        let scope = self.scopes.get(row.printed("scope"));
        let mut cells: Vec<String> = (current.table.header().iter())
            .map(|column| {
                let text = match column.text.as_str() {
                    "code" => &code,
                    "name" => &proposal.name,
                    "scope" => scope.copied().unwrap_or_default(),
                    REVIEW => &proposal.review,
                    column => match column.strip_prefix("printed.") {
                        Some(column) => row.printed(column),
                        None => proposal.message(column),
                    },
                };
                cell(text)
            })
            .collect();
        if edits.adds_column {
            cells.push(cell(&proposal.review));
        }
        cells.join(",")
    }
}

/// Returns the beginning of the line of a row.
fn line_start(current: &CurrentTable, row: usize) -> usize {
    let first = current.table.rows()[row].first();
    let start = first.map_or(0, |cell| cell.range.start);
    let before = current.table.text()[..start].rfind(['\r', '\n']);
    before.map_or(0, |line_break| line_break + 1)
}

/// Returns the end of the line of a row, or of the header without a row. The line break is not included.
fn line_end(current: &CurrentTable, row: Option<usize>) -> usize {
    let cells = row.map_or(current.table.header(), |row| &current.table.rows()[row]);
    let end = cells.last().map_or(0, |cell| cell.range.end);
    // Empty cells may follow beyond the columns of the header.
    end + current.table.text()[end..]
        .find(['\r', '\n'])
        .unwrap_or(current.table.text().len() - end)
}

/// Returns the line break that the file uses.
fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
