//! `codegen generate` and `codegen --check`.

use std::io::Write as _;
use std::path::PathBuf;

use similar::TextDiff;

use super::{Context, Failure, Outcome, changes, markdown, render, schema};
use codegen::builder::Builder;
use codegen::lower;
use codegen::output;
use codegen::output::{Output, TableSummary};
use codegen::output::{StaleFile, StaleReason, stale_files};
use codegen::sanitize::{Sanitized, sanitized_path};

/// What `generate` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Write nothing; fail where the files are not current, and say why
    #[arg(long)]
    check: bool,

    /// The folder to write to [default: what the catalog says, `[rust] out`]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Options {
    /// Whether any of them is given.
    pub(super) fn is_given(&self) -> bool {
        self.check || self.out.is_some()
    }
}

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let checked = context.check()?;
    let output = Builder::new(&context.catalog).output(&checked);
    let Some(folder) = options.out.as_deref().or(output.checked_in()) else {
        return Err(Failure::new(
            "the catalog does not say where to write\n  help: add `[rust]` with `out = \"FOLDER\"` to it, or give `--out FOLDER`",
        ));
    };
    let mut copies = vec![(folder, output.files().clone())];
    copies.extend(output.schemas().map(|folder| (folder, schema::files())));
    if let Some(folder) = output.reference() {
        let lowered = lower::catalog(&checked.model);
        copies.push((folder, markdown::files(&lowered)));
    }
    let mut stale = Vec::new();
    for (folder, files) in &copies {
        stale.extend(stale_files(files, folder)?);
    }
    if options.check {
        return Ok(report(&stale, output.command()));
    }
    let files: Vec<_> = (copies.iter())
        .map(|(folder, files)| output::OutputDir::owned(folder, files))
        .collect();
    let written = output::write_all(&files)?;
    summarize(&output, &stale);
    list(&written, &stale);
    Ok(Outcome::Clean)
}

/// Says for each table how many codes it has and which of them changed.
fn summarize(output: &Output, stale: &[StaleFile]) {
    let mut stderr = anstream::stderr().lock();
    let widest = |text: fn(&TableSummary) -> &str| {
        output
            .tables()
            .iter()
            .map(|table| text(table).len())
            .max()
            .unwrap_or_default()
    };
    let (names, paths) = (widest(TableSummary::name), widest(TableSummary::path));
    for table in output.tables() {
        let is_file = |stale: &&StaleFile| {
            stale
                .path()
                .file_name()
                .is_some_and(|name| name == table.file())
        };
        let what = match stale.iter().find(is_file) {
            None => "unchanged".to_owned(),
            Some(stale) => {
                let type_name = table.path().rsplit("::").next().unwrap_or_default();
                changes::describe(stale.found(), stale.expected(), type_name)
            }
        };
        let (name, path, codes) = (
            Sanitized(table.name()).to_string(),
            table.path(),
            table.codes(),
        );
        let _ = writeln!(
            stderr,
            "{name:names$}  {codes:>6} codes  {path:paths$}  {}",
            Sanitized(&what)
        );
    }
}

/// Says which files were written or deleted, and which should not be there.
fn list(written: &[PathBuf], stale: &[StaleFile]) {
    let mut stderr = anstream::stderr().lock();
    for path in written {
        let verb = if path.exists() { "wrote" } else { "deleted" };
        let _ = writeln!(stderr, "{verb} {}", sanitized_path(path));
    }
    for foreign in stale
        .iter()
        .filter(|stale| stale.reason() == StaleReason::Unmanaged)
    {
        let _ = writeln!(stderr, "{foreign}");
    }
    if written.is_empty() {
        let _ = writeln!(stderr, "all files are up to date");
    }
}

/// Prints the differences to standard output; what they come from and what mends them to standard error.
fn report(stale: &[StaleFile], command: &str) -> Outcome {
    if stale.is_empty() {
        return Outcome::Clean;
    }
    let mut stdout = anstream::stdout().lock();
    for file in stale {
        let path = sanitized_path(file.path());
        let diff = TextDiff::from_lines(file.found(), file.expected());
        let text = diff
            .unified_diff()
            .context_radius(1)
            .header(&path, &path)
            .to_string();
        for line in text.lines() {
            let style = match line.as_bytes().first() {
                Some(b'+') => "\u{1b}[32m",
                Some(b'-') => "\u{1b}[31m",
                _ => "",
            };
            let reset = if style.is_empty() { "" } else { "\u{1b}[0m" };
            let _ = writeln!(stdout, "{style}{}{reset}", Sanitized(line));
        }
    }
    let _ = stdout.flush();
    for file in stale {
        render::error(&file.to_string());
    }
    let mut stderr = anstream::stderr().lock();
    if stale
        .iter()
        .any(|file| file.reason() != StaleReason::Unmanaged)
    {
        let _ = writeln!(stderr, "run `{}` to mend it", Sanitized(command));
    }
    Outcome::Findings
}
