//! `codegen export --format json`.

use std::io::Write as _;

use clap::ValueEnum;

use super::{Context, Failure, Outcome, json};
use crate::lower;

/// What `export` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// What to write
    #[arg(long, value_enum)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The whole catalog as one JSON object
    Json,
}

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let checked = context.check()?;
    let lowered = lower::catalog(&checked.model);
    let text = match options.format {
        Format::Json => json::catalog(&lowered),
    };
    let written = std::io::stdout().write_all(text.as_bytes());
    written
        .map_err(|error| Failure::new(format_args!("cannot write to standard output: {error}")))?;
    Ok(Outcome::Clean)
}
