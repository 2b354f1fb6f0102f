//! `codegen reconcile TABLE DOCUMENT`: compare a table with a new edition of its document.

mod columns;
mod compare;
mod current_table;
mod edit;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use self::compare::{Change, Comparison};
use self::current_table::CurrentTable;
use crate::context::Context;
use crate::document::table_by_number;
use crate::document::{self, HeaderRow, Rows, Table};
use crate::failure::{ExitStatus, Failure};
use crate::terminal::style::{GREEN, PLAIN, RED, YELLOW};
use crate::terminal::{Terminal, diagnostics};
use crate::word_diff::colored_word_diff;
use codegen::files;
use codegen::text::{Sanitized, sanitized_path};

/// The options of `reconcile`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Table, as the catalog names it: `lianlian/return-code`
    #[arg(value_name = "TABLE")]
    table_name: String,

    /// New edition of the document: Markdown, HTML, reStructuredText, CSV, TSV or XLSX
    document: PathBuf,

    /// Number of the table in the document; needed if several tables could match
    #[arg(long, value_name = "N")]
    table: Option<usize>,

    /// Override the detected columns: `code=返回码,zh=描述`, or by number, `en=3`
    #[arg(long, value_name = "NAME=HEADER", value_delimiter = ',')]
    columns: Vec<String>,

    /// Read the first row of each table as data
    #[arg(long)]
    no_header: bool,

    /// Update `printed.*`, add new rows, and mark, in the column `review`, the rows that a person must check
    #[arg(long)]
    write: bool,
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let current = CurrentTable::read(&context.catalog, &options.table_name)?;
    let document = terminal.path(&options.document);
    let tables = terminal.wait_for("reading the document", || {
        document::tables(&document, HeaderRow::unless(options.no_header))
    })?;
    let edition = edition(&current, &tables, &document, options)?;
    let comparison = terminal.wait_for("comparing", || compare::compare(&current, &edition));
    report(&current, &comparison, &edition, terminal)?;
    let is_same = comparison.changes.is_empty() && edition.skipped.is_empty();
    if !options.write {
        return Ok(if is_same {
            ExitStatus::Clean
        } else {
            ExitStatus::Findings
        });
    }
    if !edition.skipped.is_empty() {
        return Err(
            Failure::new("nothing written: some rows of the document could not be read")
                .with_help("fix the rows in the document, or pass `--columns`"),
        );
    }
    let text = edit::apply(&current, &comparison, &edition);
    if text != current.table.text() {
        files::edit_file(current.table.path(), current.table.text(), &text)?;
    }
    terminal.note(written(&current, &comparison));
    Ok(ExitStatus::Clean)
}

/// Returns the rows of the table in the document that matches the current table. Errs unless exactly one matches.
fn edition(
    current: &CurrentTable,
    tables: &[Table],
    document: &Path,
    options: &Options,
) -> Result<Rows, Failure> {
    let rows_of = |table: &Table| -> Result<Option<Rows>, Failure> {
        let columns = columns::find(current, table, &options.columns)?;
        Ok(columns.map(|columns| document::rows(table, &columns, Some(current.table.charset()))))
    };
    if let Some(number) = options.table {
        let table = table_by_number(tables, number, document)?;
        return rows_of(table)?.ok_or_else(|| {
            let entries = current.printed.iter();
            let entries: Vec<_> = entries.map(|(name, _)| format!("{name}=HEADER")).collect();
            Failure::new(format_args!(
                "cannot match the columns of table {number} to `{}`: {}",
                current.table.name(),
                table.header.join(" | "),
            ))
            .with_help(format_args!("pass `--columns {}`", entries.join(",")))
        });
    }
    let mut matches = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        // The columns that `--columns` names need not be in each table of the document.
        if let Ok(Some(rows)) = rows_of(table)
            && current.matches(&rows)
        {
            matches.push((index, rows));
        }
    }
    let list = |numbers: &mut dyn Iterator<Item = usize>| {
        let line = |index: usize| format!("\n  {}: {}", index + 1, tables[index]);
        numbers.map(line).collect::<String>()
    };
    match matches.len() {
        1 => Ok(matches.remove(0).1),
        0 => Err(Failure::new(format_args!(
            "no table in `{}` matches `{}`:{}",
            sanitized_path(document),
            current.table.name(),
            list(&mut (0..tables.len()))
        ))
        .with_help("choose one with `--table N` and `--columns`")),
        _ => Err(Failure::new(format_args!(
            "several tables in `{}` match `{}`:{}",
            sanitized_path(document),
            current.table.name(),
            list(&mut matches.iter().map(|(index, _)| *index))
        ))
        .with_help("choose one with `--table N`")),
    }
}

/// Prints the differences in the order of the document, and the count of each kind.
fn report(
    current: &CurrentTable,
    comparison: &Comparison,
    edition: &Rows,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let mut text = String::new();
    for change in &comparison.changes {
        let _ = match change {
            Change::Text {
                row,
                column,
                old,
                new,
                ..
            } => {
                writeln!(
                    text,
                    "{YELLOW}changed{PLAIN}    {}  {column}: {}",
                    Sanitized(&current.label(*row)),
                    colored_word_diff(old, new)
                )
            }
            Change::Added { row, .. } => {
                let row = &edition.rows[*row];
                let printed = row
                    .printed
                    .iter()
                    .filter(|(name, text)| name != "code" && !text.is_empty());
                let printed: Vec<&str> = printed.map(|(_, text)| text.as_str()).collect();
                writeln!(
                    text,
                    "{GREEN}added{PLAIN}      {}  {}",
                    Sanitized(&row.code),
                    Sanitized(&printed.join(" | "))
                )
            }
            Change::Removed { row } => {
                writeln!(
                    text,
                    "{RED}removed{PLAIN}    {}",
                    Sanitized(&current.label(*row))
                )
            }
            Change::Moved { row, after } => {
                let after = after.map_or("first".to_owned(), |row| {
                    format!("after {}", Sanitized(&current.label(row)))
                });
                writeln!(
                    text,
                    "{YELLOW}reordered{PLAIN}  {}  now {after}",
                    Sanitized(&current.label(*row))
                )
            }
        };
    }
    for row in &edition.skipped {
        diagnostics::print_warning(&format!("skipped {row}"), None, terminal);
    }
    let count = |is: fn(&Change) -> bool| {
        comparison
            .changes
            .iter()
            .filter(|change| is(change))
            .count()
    };
    let _ = writeln!(
        text,
        "{}: {} unchanged, {} changed, {} added, {} removed, {} reordered",
        Sanitized(current.table.name()),
        comparison.unchanged,
        comparison.changed_rows(),
        count(|change| matches!(change, Change::Added { .. })),
        count(|change| matches!(change, Change::Removed { .. })),
        count(|change| matches!(change, Change::Moved { .. })),
    );
    terminal.print(&text)
}

/// Returns what was written and what to do next.
fn written(current: &CurrentTable, comparison: &Comparison) -> String {
    if comparison.changes.is_empty() {
        return format!(
            "`{}` already matches the document",
            sanitized_path(current.table.path())
        );
    }
    let is_moved = |change: &Change| matches!(change, Change::Moved { .. });
    let mut text = String::new();
    if !comparison.changes.iter().all(is_moved) {
        let _ = write!(
            text,
            "wrote {}\nnext: review the marked rows, then clear their `review` cells",
            sanitized_path(current.table.path())
        );
    }
    if comparison.changes.iter().any(is_moved) {
        let separator = if text.is_empty() { "" } else { "\n" };
        let _ = write!(
            text,
            "{separator}reordered rows were not moved; move them by hand"
        );
    }
    text
}
