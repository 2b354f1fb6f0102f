//! `codegen export`.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::{Context, Failure, Outcome, html, json, markdown, print};
use codegen::lower;
use codegen::output;
use codegen::sanitize::sanitized_path;

/// What `export` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// What to write
    #[arg(long, value_enum)]
    format: Format,

    /// The file to write to, or for Markdown the folder [default: standard output]
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The whole catalog as one JSON object
    Json,
    /// Tables, a file for each provider
    Markdown,
    /// One page that needs nothing else, to search, read, link to and print
    Html,
}

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let checked = context.check()?;
    let lowered = lower::catalog(&checked.model);
    let out = options.out.as_deref();
    match (options.format, out) {
        (Format::Json, _) => write(out, &json::catalog(&lowered))?,
        (Format::Html, _) => write(out, &html::page(&lowered))?,
        (Format::Markdown, None) => write(None, &markdown::document(&lowered))?,
        (Format::Markdown, Some(folder)) => {
            let files = output::OutputDir::owned(folder, &markdown::files(&lowered));
            for path in output::write_all(&[files])? {
                let _ = writeln!(anstream::stderr(), "wrote {}", sanitized_path(&path));
            }
        }
    }
    Ok(Outcome::Clean)
}

/// Writes to a file, or to standard output.
fn write(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    let Some(path) = path else {
        return print(text);
    };
    output::write_file(path, text)?;
    let _ = writeln!(anstream::stderr(), "wrote {}", sanitized_path(path));
    Ok(())
}
