//! `codegen reconcile TABLE DOCUMENT`: compare a table with a new edition of its document.

mod columns;
mod compare;
mod current_table;
mod edit;
mod edition;
mod pairs;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use self::compare::{Change, Comparison};
use self::current_table::CurrentTable;
use self::edition::Edition;
use crate::context::Context;
use crate::document::{self, HeaderRow};
use crate::draft::name_list;
use crate::failure::{ExitStatus, Failure};
use crate::terminal::style::{GREEN, PLAIN, RED, YELLOW};
use crate::terminal::{Terminal, diagnostics};
use crate::word_diff::colored_word_diff;
use codegen::files;
use codegen::text::{Sanitized, sanitized_path};

/// The options of `reconcile`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Name of the table in the catalog, such as `lianlian/return-code`
    #[arg(value_name = "TABLE")]
    table_name: String,

    /// New edition of the document: Markdown, HTML, reStructuredText, CSV, TSV or XLSX
    document: PathBuf,

    /// Number of the table in the document, or numbers of several (`1,3`); required if several tables match
    #[arg(long, value_name = "N", value_delimiter = ',')]
    table: Vec<usize>,

    /// Override the detected columns: `code=返回码,zh=描述`, or by number, `en=3`
    #[arg(long, value_name = "NAME=HEADER", value_delimiter = ',')]
    columns: Vec<String>,

    /// CSV file with the columns `code` and `name`, as `export --format csv` writes it, for rows without a name
    #[arg(long, value_name = "FILE", requires = "write")]
    names: Option<PathBuf>,

    /// Read the first row of each table as data
    #[arg(long)]
    no_header: bool,

    /// Update `printed.*`, add new rows, move reordered rows, and mark, in the column `review`, the rows that a person must check
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
    let (edition, comparison) = terminal.wait_for("comparing", || {
        edition::find(
            &current,
            &tables,
            &document,
            &options.table,
            &options.columns,
        )
    })?;
    report(&current, &comparison, &edition, terminal)?;
    let skipped = &edition.rows.skipped;
    if !options.write {
        let is_same = comparison.changes.is_empty() && skipped.is_empty();
        return Ok(if is_same {
            ExitStatus::Clean
        } else {
            ExitStatus::Findings
        });
    }
    if !skipped.is_empty() {
        return Err(
            Failure::new("nothing written: some rows of the document could not be read")
                .with_help("fix the rows in the document, pass `--columns`, or list the texts in `ignored` in the table's TOML file"),
        );
    }
    let names = match &options.names {
        Some(path) => name_list::read(&terminal.path(path), &options.table_name)?,
        None => HashMap::new(),
    };
    let text = edit::apply(&current, &comparison, &edition, names);
    let path = sanitized_path(current.table.path()).to_string();
    if text == current.table.text() {
        terminal.note(match comparison.changes.as_slice() {
            [] => format!("`{path}` already matches the document"),
            _ => format!("`{path}` is unchanged: its rows are marked already"),
        });
        return Ok(ExitStatus::Clean);
    }
    files::edit_file(current.table.path(), current.table.text(), &text)?;
    terminal.note(format_args!("wrote {path}"));
    let is_moved = |change: &Change| matches!(change, Change::Moved { .. });
    if !comparison.changes.iter().all(is_moved) {
        terminal.note("next: review the marked rows, then clear their `review` cells");
    }
    Ok(ExitStatus::Clean)
}

/// Prints the differences in the order of the document, and the count of each kind.
fn report(
    current: &CurrentTable,
    comparison: &Comparison,
    edition: &Edition,
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
                let row = &edition.rows.rows[*row];
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
    if let Some(summary) = document::skipped_summary(&edition.rows.skipped) {
        diagnostics::print_warning(&summary, None, terminal);
    }
    for (name, _) in current
        .printed
        .iter()
        .filter(|(name, _)| !edition.has(name))
    {
        let warning =
            format!("no column of the document matches `printed.{name}`, so it is not compared");
        let help = format!("pass `--columns {name}=HEADER`");
        diagnostics::print_warning(&warning, Some(&help), terminal);
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
