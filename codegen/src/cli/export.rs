//! `codegen export`.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;

use super::{Context, Failure, Outcome, html, json};
use crate::lower;

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
    /// One page that needs nothing else, to search, read, link to and print
    Html,
}

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let checked = context.check()?;
    let lowered = lower::catalog(&checked.model);
    let text = match options.format {
        Format::Json => json::catalog(&lowered),
        Format::Html => html::page(&lowered),
    };
    match &options.out {
        Some(path) => {
            fs::write(path, text).map_err(|error| {
                Failure::new(format_args!("cannot write {}: {error}", path.display()))
            })?;
            let _ = writeln!(anstream::stderr(), "wrote {}", path.display());
        }
        None => print(&text)?,
    }
    Ok(Outcome::Clean)
}

fn print(text: &str) -> Result<(), Failure> {
    let written = std::io::stdout().write_all(text.as_bytes());
    written.map_err(|error| Failure::new(format_args!("cannot write to standard output: {error}")))
}
