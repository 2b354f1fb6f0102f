//! The arguments of the command line, and its help.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::commands::{diff, explain, export, generate, import, init, reconcile};
use crate::terminal::diagnostics::Format;

/// Turns tables of return codes (CSV and TOML) into Rust enums.
///
/// Without a command, it generates. Exit status: 0 nothing to report, 1 findings (a stale copy, a code that no
/// table has), 2 it could not run (bad data, bad usage).
#[derive(Debug, Parser)]
#[command(name = "codegen", version)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,

    #[command(flatten)]
    pub(crate) generate: generate::Options,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
pub(crate) struct GlobalOptions {
    /// The catalog's file [default: `catalog.toml` here or one folder down]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) catalog: Option<PathBuf>,

    /// How mistakes in the data are printed, on standard error
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "FORMAT",
        default_value_t
    )]
    pub(crate) message_format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes the Rust files, and says for each table what changed
    Generate(generate::Options),
    /// Shows all that is known of a code, in every table that has it
    Explain(explain::Options),
    /// Prints the whole catalog for other tools
    Export(export::Options),
    /// Writes a small, commented catalog to start from
    Init(init::Options),
    /// Says what changed between two states of the catalog, and which version bump it needs
    ///
    /// It compares what is generated from, not text. MAJOR is what breaks callers: a code, language, scope or value of an
    /// attribute that comes or goes, another name, another code, a placeholder removed or renamed. MINOR is behaviour and
    /// what is only added: a status, an attribute, a table, a retired code. PATCH is wording. What makes callers that
    /// compile as before do something else (`pending` to `failure`) comes first.
    ///
    /// Exit status: 0 nothing beyond what is allowed, 1 something, 2 it could not compare.
    Diff(diff::Options),
    /// Lists the tables of a document; makes a table of one of them
    Import(import::Options),
    /// Says what a new edition of a document changes in its table; with `--write`, follows it
    ///
    /// Exit status: 0 nothing differs, or it was written, 1 something differs, 2 it could not compare.
    Reconcile(reconcile::Options),
}
