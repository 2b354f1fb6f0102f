//! `codegen export`: write the catalog as JSON, Markdown or HTML, or the rows without a name as CSV.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::context::Context;
use crate::draft::name_list;
use crate::failure::{ExitStatus, Failure};
use crate::reference::{html, json, markdown};
use crate::terminal::Terminal;
use codegen::Catalog;
use codegen::catalog::raw;
use codegen::files;
use codegen::text::sanitized_path;

/// The options of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Date of the last change of the data, for the footer of the HTML page; `git log -1 --format=%cs -- DIR` prints it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<String>,

    /// Output format
    #[arg(long, value_enum)]
    format: Format,

    /// Output file [default: standard output], or output directory for `--format markdown` (required)
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object with the whole catalog
    Json,
    /// Tables, one file per module, and an index
    Markdown,
    /// One self-contained page with search
    Html,
    /// The rows without a name, to fill in the names and pass the file to `import --names` or `reconcile --names`
    Csv,
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let out = options.out.as_deref().map(|out| terminal.path(out));
    let out = out.as_deref();
    match (options.format, out) {
        // The raw catalog: without names, it has errors.
        (Format::Csv, _) => {
            let catalog = raw::Catalog::read(&context.catalog)?;
            write(out, &name_list::unnamed(&catalog)?, terminal)?;
        }
        (Format::Json, _) => {
            let text = render(context, terminal, json::catalog)?;
            write(out, &text, terminal)?;
        }
        (Format::Html, _) => {
            let date = options.date.as_deref();
            let text = render(context, terminal, |catalog| html::page(catalog, date))?;
            write(out, &text, terminal)?;
        }
        (Format::Markdown, None) => {
            let text = render(context, terminal, markdown::document)?;
            terminal.print(&text)?;
        }
        (Format::Markdown, Some(folder)) => {
            let files = render(context, terminal, markdown::files)?;
            let files = files::OutputDir::generated(folder, &files);
            for path in files::write_all(&[files])? {
                terminal.note(format_args!("wrote {}", sanitized_path(&path)));
            }
        }
    }
    Ok(ExitStatus::Clean)
}

/// Accepts a day as ISO 8601 writes it.
fn date(text: &str) -> Result<String, &'static str> {
    let is_date = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    is_date
        .then(|| text.to_owned())
        .ok_or("expected a date such as 2026-01-31")
}

/// Returns the catalog in a format.
fn render<T>(
    context: &Context,
    terminal: &mut Terminal<'_>,
    format: impl FnOnce(&Catalog) -> T,
) -> Result<T, Failure> {
    let catalog = context.load(terminal)?;
    Ok(terminal.wait_for("exporting", || format(&catalog)))
}

/// Writes the text to a file, or to standard output without a path.
fn write(path: Option<&Path>, text: &str, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let Some(path) = path else {
        return terminal.print(text);
    };
    files::write_file(path, text)?;
    terminal.note(format_args!("wrote {}", sanitized_path(path)));
    Ok(())
}
