//! `codegen reconcile TABLE DOCUMENT`: what a new edition of a document changes in its table.

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
use crate::document::{self, Rows, Table};
use crate::failure::{ExitStatus, Failure};
use crate::terminal::{Terminal, diagnostics};
use crate::word_diff::word_diff;
use codegen::files;
use codegen::text::{Sanitized, sanitized_path};

/// What `reconcile` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The table, as the catalog names it: `lianlian/return-code`
    #[arg(value_name = "TABLE")]
    table_name: String,

    /// The new edition: Markdown, HTML, CSV, TSV or XLSX
    document: PathBuf,

    /// Which of the document's tables it is, where that cannot be told
    #[arg(long, value_name = "N")]
    table: Option<usize>,

    /// What the document's columns hold, where the guess is wrong: `code=返回码,zh=描述`, or by number, `en=3`
    #[arg(long, value_name = "NAME=HEADER", value_delimiter = ',')]
    columns: Vec<String>,

    /// Follow the document in `printed.*`, add its new rows, and mark in `review` what a person must look at
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
    let tables = document::tables(&document)?;
    let edition = edition(&current, &tables, &document, options)?;
    let comparison = compare::compare(&current, &edition);
    report(&current, &comparison, &edition, terminal)?;
    let is_same = comparison.changes.is_empty() && edition.left_out.is_empty();
    if !options.write {
        return Ok(if is_same {
            ExitStatus::Clean
        } else {
            ExitStatus::Findings
        });
    }
    if !edition.left_out.is_empty() {
        return Err(Failure::new(
            "nothing was written: rows of the document would be lost\n  help: put them right in the document, or name its columns, `--columns`",
        ));
    }
    let text = edit::apply(&current, &comparison, &edition);
    if text != current.table.text() {
        files::write_file(current.table.path(), &text)?;
    }
    terminal.say(written(&current, &comparison));
    Ok(ExitStatus::Clean)
}

/// The rows of the one table of the document that is this table.
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
            Failure::new(format_args!(
                "it cannot be told which columns of table {number} are those of `{}`: {}\n  help: name them, `--columns {}`",
                current.table.name(),
                table.header.join(" | "),
                current.printed.iter().map(|(name, _)| format!("{name}=HEADER")).collect::<Vec<_>>().join(",")
            ))
        });
    }
    let mut fitting = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        // Columns that somebody named need not be in each table of the document.
        if let Ok(Some(rows)) = rows_of(table)
            && current.fits(&rows)
        {
            fitting.push((index, rows));
        }
    }
    let list = |numbers: &mut dyn Iterator<Item = usize>| {
        let line = |index: usize| format!("\n  {}: {}", index + 1, tables[index]);
        numbers.map(line).collect::<String>()
    };
    match fitting.len() {
        1 => Ok(fitting.remove(0).1),
        0 => Err(Failure::new(format_args!(
            "no table of {} has the codes of `{}`:{}\n  help: say which it is, `--table N`, and what its columns hold, `--columns`",
            sanitized_path(document),
            current.table.name(),
            list(&mut (0..tables.len()))
        ))),
        _ => Err(Failure::new(format_args!(
            "several tables of {} have codes of `{}`:{}\n  help: say which it is, `--table N`",
            sanitized_path(document),
            current.table.name(),
            list(&mut fitting.iter().map(|(index, _)| *index))
        ))),
    }
}

/// Says to standard output what differs, in the document's order, and how much of each there is.
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
                    "changed    {}  {column}: {}",
                    Sanitized(&current.label(*row)),
                    Sanitized(&word_diff(old, new))
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
                    "added      {}  {}",
                    Sanitized(&row.code),
                    Sanitized(&printed.join(" | "))
                )
            }
            Change::Removed { row } => {
                writeln!(text, "removed    {}", Sanitized(&current.label(*row)))
            }
            Change::Moved { row, after } => {
                let after = after.map_or("first".to_owned(), |row| {
                    format!("after {}", Sanitized(&current.label(row)))
                });
                writeln!(
                    text,
                    "reordered  {}  now {after}",
                    Sanitized(&current.label(*row))
                )
            }
        };
    }
    for row in &edition.left_out {
        diagnostics::print_warning(&format!("left out: {row}"), terminal);
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

/// What there is to do after the rows were written.
fn written(current: &CurrentTable, comparison: &Comparison) -> String {
    if comparison.changes.is_empty() {
        return format!(
            "{} is what the document prints already",
            sanitized_path(current.table.path())
        );
    }
    let is_moved = |change: &Change| matches!(change, Change::Moved { .. });
    let mut text = String::new();
    if !comparison.changes.iter().all(is_moved) {
        let _ = write!(
            text,
            "wrote {}; go through the rows that `review` marks, and empty their marks",
            sanitized_path(current.table.path())
        );
    }
    if comparison.changes.iter().any(is_moved) {
        let separator = if text.is_empty() { "" } else { "\n" };
        let _ = write!(
            text,
            "{separator}the lines of reordered rows were left where they are: move them by hand"
        );
    }
    text
}
