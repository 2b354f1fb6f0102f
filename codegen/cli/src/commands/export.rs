//! `codegen export`: write the catalog as JSON, Markdown or HTML.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::context::Context;
use crate::failure::{ExitStatus, Failure};
use crate::reference::{html, json, markdown};
use crate::terminal::Terminal;
use codegen::files;
use codegen::text::sanitized_path;

/// The options of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
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
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let catalog = context.load(terminal)?;
    let out = options.out.as_deref().map(|out| terminal.path(out));
    let out = out.as_deref();
    match (options.format, out) {
        (Format::Json, _) => write(out, &render(terminal, || json::catalog(&catalog)), terminal)?,
        (Format::Html, _) => write(out, &render(terminal, || html::page(&catalog)), terminal)?,
        (Format::Markdown, None) => {
            terminal.print(&render(terminal, || markdown::document(&catalog)))?
        }
        (Format::Markdown, Some(folder)) => {
            let files = files::OutputDir::generated(folder, &markdown::files(&catalog));
            for path in files::write_all(&[files])? {
                terminal.note(format_args!("wrote {}", sanitized_path(&path)));
            }
        }
    }
    Ok(ExitStatus::Clean)
}

/// Returns the text of the catalog in a format.
fn render(terminal: &Terminal<'_>, format: impl FnOnce() -> String) -> String {
    terminal.wait_for("exporting", format)
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
