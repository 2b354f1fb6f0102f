//! The arguments of the command line and their help.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ColorChoice, CommandFactory as _, Parser, Subcommand, ValueEnum as _};

use crate::commands::{completions, diff, explain, export, generate, import, init, man, reconcile};
use crate::terminal::diagnostics::Format;

/// Generate Rust enums from tables of return codes (CSV and TOML)
///
/// Runs `generate` if no command is given.
#[derive(Debug, Parser)]
#[command(name = "codegen", version, after_help = EXIT_STATUS)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,

    #[command(flatten)]
    pub(crate) generate: generate::Options,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  Success, nothing to report
  1  Findings: files out of date, no matching code, changes above `--allow`, differences from a document
  2  Error: invalid data, invalid usage, I/O";

/// The place of the global options in manual pages.
const LAST: usize = 100;

/// The options of all commands.
#[derive(Debug, clap::Args)]
pub(crate) struct GlobalOptions {
    /// Path of the catalog, or of its directory [default: `catalog.toml` in this directory or in the only subdirectory that has one]
    #[arg(
        long,
        global = true,
        value_name = "PATH",
        help_heading = "Global options",
        display_order = LAST
    )]
    pub(crate) catalog: Option<PathBuf>,

    /// Format of the diagnostics on standard error
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "FORMAT",
        default_value_t,
        help_heading = "Global options",
        display_order = LAST + 1
    )]
    pub(crate) message_format: Format,

    /// When to use colors
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        help_heading = "Global options",
        display_order = LAST + 2
    )]
    pub(crate) color: ColorChoice,

    /// Print only results, warnings and errors
    #[arg(
        long,
        short,
        global = true,
        help_heading = "Global options",
        display_order = LAST + 3
    )]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Generate the Rust files, the reference and the schemas, and list what changed in each table
    #[command(after_help = "\
Exit status:
  0  The files were written, or `--check` found them up to date
  1  `--check` found files that are not up to date
  2  Error: invalid data, invalid usage, I/O")]
    Generate(generate::Options),
    /// Check the catalog and its tables without writing anything
    ///
    /// Reports the errors and warnings that `generate` reports. Generated files are neither needed nor compared: `generate --check`
    /// compares them.
    #[command(after_help = "\
Exit status:
  0  The catalog is valid; there may be warnings
  2  Error: invalid data, invalid usage, I/O")]
    Check,
    /// Look up a code, message, variant or HTTP status in all tables
    #[command(after_help = "\
Exit status:
  0  At least one code matches
  1  No code matches
  2  Error: invalid data, invalid usage, I/O")]
    Explain(explain::Options),
    /// Export the catalog as JSON, Markdown or a single HTML page, or the rows without a name as CSV
    #[command(after_help = "\
Exit status:
  0  The catalog was exported
  2  Error: invalid data, invalid usage, I/O")]
    Export(export::Options),
    /// Create a sample catalog
    #[command(after_help = "\
Exit status:
  0  The catalog was created
  2  Error: the catalog exists, invalid usage, I/O")]
    Init(init::Options),
    /// Compare two versions of the catalog and report the required version bump
    ///
    /// Compares meaning, not text:
    ///
    /// MAJOR: breaks callers (a code, language, scope or attribute value added or removed; a variant renamed without an alias; a
    /// placeholder renamed; the text of a code changed), or may make them send a request again (a code whose value is no longer cautious).
    ///
    /// MINOR: changes behavior, or adds something that breaks no caller (an HTTP status changed; an attribute or table
    /// added; a code added to a `non_exhaustive` enum; a variant renamed with an alias; a code retired).
    ///
    /// PATCH: changes wording.
    ///
    /// Changes that alter what programs do although they still compile, such as `pending -> failure`, are listed first.
    #[command(after_help = "\
Exit status:
  0  No changes above `--allow`
  1  Changes above `--allow`
  2  Error: the versions could not be compared")]
    Diff(diff::Options),
    /// List the tables in a document, or import one of them
    #[command(after_help = "\
Exit status:
  0  The tables were listed, or one was imported
  2  Error: invalid document, invalid usage, I/O")]
    Import(import::Options),
    /// Compare a table with a new edition of its document
    ///
    /// With `--write`, apply the changes to the table.
    #[command(after_help = "\
Exit status:
  0  No differences, or `--write` applied them
  1  Differences
  2  Error: the table and the document could not be compared")]
    Reconcile(reconcile::Options),
    /// Print a script that completes commands and options in a shell
    #[command(after_help = "\
Exit status:
  0  The script was printed
  2  Error: invalid usage, I/O")]
    Completions(completions::Options),
    /// Print a manual page, to read with `codegen man diff | man -l -`
    #[command(after_help = "\
Exit status:
  0  The page was printed
  2  Error: unknown command, invalid usage, I/O")]
    Man(man::Options),
}

/// Returns the arguments as clap describes them, for help in other forms.
pub(crate) fn program() -> clap::Command {
    Arguments::command()
}

/// Returns what `--color` says. It holds for errors in the arguments and for the help as well, so it is found before the arguments
/// are parsed.
pub(crate) fn color(arguments: &[OsString]) -> ColorChoice {
    let options = arguments.iter().take_while(|argument| *argument != "--");
    let options: Vec<&str> = options
        .map(|option| option.to_str().unwrap_or_default())
        .collect();
    let values = options
        .iter()
        .enumerate()
        .filter_map(|(at, option)| match *option {
            "--color" => options.get(at + 1).copied(),
            option => option.strip_prefix("--color="),
        });
    let mut choices = values.filter_map(|value| ColorChoice::from_str(value, false).ok());
    choices.next_back().unwrap_or_default()
}
