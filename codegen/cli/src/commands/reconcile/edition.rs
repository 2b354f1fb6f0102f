//! The rows of a document that are another edition of a table.

use std::collections::HashSet;
use std::path::Path;

use super::columns;
use super::compare::{Comparison, compare};
use super::current_table::CurrentTable;
use crate::document::{self, Columns, MESSAGE, Rows, Table, table_by_number};
use crate::failure::Failure;
use codegen::text::sanitized_path;

/// The rows of a document, and how they differ from the table.
pub(super) struct Edition {
    pub(super) rows: Rows,
    columns: Columns,
}

impl Edition {
    fn new(current: &CurrentTable, table: &Table, columns: Columns) -> Self {
        let mut rows = document::rows(table, &columns, Some(current.table.charset()));
        let ignored: HashSet<&str> = current.table.ignored().map(|(text, _)| text).collect();
        rows.skipped
            .retain(|row| !ignored.contains(row.text.as_str()));
        Edition { rows, columns }
    }

    /// Returns `true` if the document has a column for X of `printed.X`.
    pub(super) fn has(&self, name: &str) -> bool {
        let is_language = || self.columns.languages.iter().any(|tag| tag == name);
        self.columns.index(name).is_some() || is_language() && self.columns.index(MESSAGE).is_some()
    }

    /// Returns the number of differences from the table.
    fn differences(&self, comparison: &Comparison) -> usize {
        comparison.changes.len() + self.rows.skipped.len()
    }
}

/// Returns the edition of the table in these tables of the document: the given ones, or else the one that matches. Errs unless
/// exactly one matches, or exactly one does not differ.
pub(super) fn find(
    current: &CurrentTable,
    tables: &[Table],
    document: &Path,
    numbers: &[usize],
    given: &[String],
) -> Result<(Edition, Comparison), Failure> {
    if !numbers.is_empty() {
        let chosen = (numbers.iter())
            .map(|number| table_by_number(tables, *number, document))
            .collect::<Result<Vec<_>, _>>()?;
        return of_tables(current, &chosen, given)?
            .ok_or_else(|| no_columns(current, numbers, &chosen));
    }
    let mut matches = Vec::new();
    let mut failures = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        match of_tables(current, &[table], given) {
            Ok(Some(found)) if current.matches(&found.0.rows) => matches.push((index, found)),
            Ok(_) => {}
            Err(failure) => failures.push(failure),
        }
    }
    // The columns that `--columns` names need not be in each table of the document.
    if failures.len() == tables.len()
        && let Some(failure) = failures.into_iter().next()
    {
        return Err(failure);
    }
    let numbers: Vec<usize> = matches.iter().map(|(index, _)| *index).collect();
    if matches.len() > 1 {
        let all: Vec<&Table> = numbers.iter().map(|index| &tables[*index]).collect();
        let joined = of_tables(current, &all, given)?.map(|found| (numbers[0], found));
        matches = { matches.into_iter().chain(joined) }
            .filter(|(_, (edition, comparison))| edition.differences(comparison) == 0)
            .collect();
        if matches.len() > 1 {
            matches.clear();
        }
    }
    let list = |numbers: &mut dyn Iterator<Item = usize>| {
        let line = |index: usize| format!("\n  {}: {}", index + 1, tables[index]);
        numbers.map(line).collect::<String>()
    };
    match matches.pop() {
        Some((_, found)) => Ok(found),
        None if numbers.is_empty() => Err(Failure::new(format_args!(
            "no table in `{}` matches `{}`:{}",
            sanitized_path(document),
            current.table.name(),
            list(&mut (0..tables.len()))
        ))
        .with_help("choose one with `--table N` and `--columns`")),
        None => Err(Failure::new(format_args!(
            "several tables in `{}` match `{}`:{}",
            sanitized_path(document),
            current.table.name(),
            list(&mut numbers.iter().copied())
        ))
        .with_help("choose one with `--table N`, or several with `--table N,N`")),
    }
}

/// Returns the rows of these tables together, in the columns that differ the least: as `import` detects them, or as they match the
/// table. `None` if some columns are not found.
fn of_tables(
    current: &CurrentTable,
    tables: &[&Table],
    given: &[String],
) -> Result<Option<(Edition, Comparison)>, Failure> {
    let names: Vec<&str> = current.compared_columns().collect();
    let given = (tables.iter())
        .map(|table| document::given_columns(given, table, &names))
        .collect::<Result<Vec<_>, _>>()?;
    let mut best: Option<(Edition, Comparison)> = None;
    for find in [columns::detected, columns::matching] {
        let found: Option<Vec<Columns>> = (tables.iter().zip(&given))
            .map(|(table, given)| find(current, table, given))
            .collect();
        let Some(found) = found else {
            continue;
        };
        let pairs: Vec<(&Table, &Columns)> = tables.iter().copied().zip(&found).collect();
        let edition = match (pairs.as_slice(), document::join(&pairs)) {
            ([(table, columns)], _) => Edition::new(current, table, (*columns).clone()),
            (_, Some((table, columns))) => Edition::new(current, &table, columns),
            (_, None) => continue,
        };
        let comparison = compare(current, &edition);
        let differences = edition.differences(&comparison);
        let is_better = (best.as_ref())
            .is_none_or(|(edition, comparison)| differences <= edition.differences(comparison));
        if is_better {
            best = Some((edition, comparison));
        }
    }
    Ok(best)
}

fn no_columns(current: &CurrentTable, numbers: &[usize], tables: &[&Table]) -> Failure {
    let entries: Vec<_> = (current.compared_columns())
        .map(|name| format!("{name}=HEADER"))
        .collect();
    let headers: Vec<String> = tables
        .iter()
        .map(|table| table.header.join(" | "))
        .collect();
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    let plural = if tables.len() == 1 { "" } else { "s" };
    Failure::new(format_args!(
        "cannot match the columns of table{plural} {} to `{}`: {}",
        numbers.join(", "),
        current.table.name(),
        headers.join("; "),
    ))
    .with_help(format_args!("pass `--columns {}`", entries.join(",")))
}
