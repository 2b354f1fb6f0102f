//! `codegen generate` and `codegen --check`.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::context::{Context, checked};
use crate::failure::{ExitStatus, Failure};
use crate::reference::markdown;
use crate::terminal::Terminal;
use crate::terminal::diagnostics;
use crate::terminal::style;
use crate::{changed_codes, schema};
use codegen::files::{self, stale_files};
use codegen::text::{Sanitized, sanitized_path};
use codegen::{Level, Output, StaleFile, StaleReason, TableSummary};

/// The options of `generate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Write nothing; list the files that are out of date, show the differences, and exit with 1 if there are any
    #[arg(long)]
    check: bool,

    /// Delete files that this catalog no longer generates
    #[arg(long, conflicts_with = "check")]
    prune: bool,

    /// Output directory of the Rust files [default: `[rust] out` in the catalog]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Options {
    /// Returns `true` if any of them is given.
    pub(crate) fn is_given(&self) -> bool {
        self.check || self.prune || self.out.is_some()
    }
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let catalog = context.load(terminal)?;
    let output = terminal.wait_for("generating", || catalog.generate());
    let out = options.out.as_deref().map(|out| terminal.path(out));
    let mut copies = Vec::new();
    match out.as_deref().or(output.checked_in()) {
        Some(folder) => copies.push((folder, output.files().clone())),
        // A build script may generate the Rust files.
        None if options.check => terminal.note(format_args!(
            "{}; no Rust files to compare, because `[rust]` has no `out`",
            checked(&catalog)
        )),
        None => {
            return Err(Failure::new("no output directory")
                .with_help("set `out` under `[rust]` in the catalog, or pass `--out DIR`; to check the catalog only, run `codegen check`"));
        }
    }
    copies.extend(output.schemas().map(|folder| (folder, schema::files())));
    if let Some(folder) = output.reference() {
        copies.push((folder, markdown::files(&catalog)));
    }
    let mut stale = Vec::new();
    for (folder, files) in &copies {
        stale.extend(stale_files(files, folder)?);
    }
    if options.check {
        return report(&stale, output.command(), terminal);
    }
    let files: Vec<_> = (copies.iter())
        .map(|(folder, files)| files::OutputDir {
            prune: options.prune,
            ..files::OutputDir::generated(folder, files)
        })
        .collect();
    let written = files::write_all(&files)?;
    summarize(&output, &stale, terminal);
    list(&written, &stale, terminal);
    Ok(ExitStatus::Clean)
}

/// Prints for each table how many codes it has and which of them changed.
fn summarize(output: &Output, stale: &[StaleFile], terminal: &mut Terminal<'_>) {
    let widest = |text: fn(&TableSummary) -> &str| {
        output
            .tables()
            .iter()
            .map(|table| text(table).len())
            .max()
            .unwrap_or_default()
    };
    let (names, paths) = (widest(TableSummary::name), widest(TableSummary::path));
    let name = |stale: &'_ StaleFile| stale.path().file_name().map(OsStr::to_owned);
    // Of several files with a name, the first: the Rust code comes before the reference.
    let stale = stale.iter().rev().map(|stale| (name(stale), stale));
    let stale: HashMap<Option<OsString>, &StaleFile> = stale.collect();
    for table in output.tables() {
        let what = match stale.get(&Some(OsString::from(table.file()))) {
            None => "unchanged".to_owned(),
            Some(stale) => {
                let type_name = table.path().rsplit("::").next().unwrap_or_default();
                changed_codes::describe(stale.found(), stale.expected(), type_name)
            }
        };
        let (name, path, codes) = (
            Sanitized(table.name()).to_string(),
            table.path(),
            table.codes(),
        );
        terminal.note(format_args!(
            "{name:names$}  {codes:>6} codes  {path:paths$}  {}",
            Sanitized(&what)
        ));
    }
}

/// Prints which files were written or deleted, and which others are in the output directories.
fn list(written: &[PathBuf], stale: &[StaleFile], terminal: &mut Terminal<'_>) {
    for path in written {
        let verb = if path.exists() { "wrote" } else { "deleted" };
        terminal.note(format_args!("{verb} {}", sanitized_path(path)));
    }
    let written_paths: HashSet<&Path> = written.iter().map(PathBuf::as_path).collect();
    let others = stale
        .iter()
        .filter(|file| !written_paths.contains(file.path()))
        .map(|file| file.diagnostic(Level::Warning));
    diagnostics::print_all(&others.collect::<Vec<_>>(), terminal);
    if written.is_empty() {
        terminal.note("all files are up to date");
    }
}

/// The number of lines of differences that `--check` prints.
const MAX_DIFF_LINES: usize = 500;

/// Prints the differences to standard output, and their causes and the command that updates the files to standard error.
fn report(
    stale: &[StaleFile],
    command: &str,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    if stale.is_empty() {
        return Ok(ExitStatus::Clean);
    }
    let mut diffs = String::new();
    let mut lines = 0;
    for file in stale
        .iter()
        .filter(|file| file.reason() == StaleReason::OutOfDate)
    {
        let path = sanitized_path(file.path());
        let diff = TextDiff::from_lines(file.found(), file.expected());
        let text = diff
            .unified_diff()
            .context_radius(1)
            .header(&path, &path)
            .to_string();
        for line in text.lines() {
            lines += 1;
            if lines > MAX_DIFF_LINES {
                continue;
            }
            let style = match line.as_bytes().first() {
                Some(b'+') => style::GREEN,
                Some(b'-') => style::RED,
                _ => "",
            };
            let reset = if style.is_empty() { "" } else { style::PLAIN };
            let _ = writeln!(diffs, "{style}{}{reset}", Sanitized(line));
        }
    }
    if lines > MAX_DIFF_LINES {
        let _ = writeln!(diffs, "... {} more lines", lines - MAX_DIFF_LINES);
    }
    terminal.print(&diffs)?;
    let errors = stale.iter().map(|file| file.diagnostic(Level::Error));
    diagnostics::print_all(&errors.collect::<Vec<_>>(), terminal);
    let is_outdated =
        |file: &StaleFile| matches!(file.reason(), StaleReason::Missing | StaleReason::OutOfDate);
    if stale.iter().any(is_outdated) {
        terminal.note(format_args!(
            "run `{}` to update the files",
            Sanitized(command)
        ));
    }
    Ok(ExitStatus::Findings)
}
