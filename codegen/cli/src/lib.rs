//! The command-line tool: arguments in, text and an exit status out.
//!
//! What a program reads goes to standard output, what a person reads to standard error.

mod anchor;
mod changes;
mod diff;
mod document;
mod explain;
mod export;
mod generate;
mod html;
mod import;
mod init;
mod json;
mod limits;
mod markdown;
mod printed;
mod reconcile;
mod render;
mod schema;
mod shown;
mod wording;

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use codegen::builder::{Builder, CheckedCatalog};
use codegen::diagnostic::Errors;
use codegen::sanitize::sanitized_path;

/// Turns tables of return codes (CSV and TOML) into Rust enums.
///
/// Without a command, it generates. Exit status: 0 nothing to report, 1 findings (a stale copy, a code that no
/// table has), 2 it could not run (bad data, bad usage).
#[derive(Debug, Parser)]
#[command(name = "codegen", version)]
struct Arguments {
    #[command(flatten)]
    global: GlobalOptions,

    #[command(flatten)]
    generate: generate::Options,

    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
struct GlobalOptions {
    /// The catalog's file [default: `catalog.toml` here or one folder down]
    #[arg(long, global = true, value_name = "FILE")]
    catalog: Option<PathBuf>,

    /// How mistakes in the data are printed, on standard error
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "FORMAT",
        default_value_t
    )]
    message_format: render::Format,
}

#[derive(Debug, Subcommand)]
enum Command {
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

/// How a command ended, short of an error.
enum Outcome {
    /// Nothing to report.
    Clean,
    /// Something was found; it has been printed.
    Findings,
}

/// Why a command could not do its work.
enum Failure {
    /// The data are no good.
    Data(Errors),
    /// Anything else, in a sentence or two.
    Other(String),
}

impl From<Errors> for Failure {
    fn from(errors: Errors) -> Self {
        Failure::Data(errors)
    }
}

impl Failure {
    fn new(message: impl fmt::Display) -> Self {
        Failure::Other(message.to_string())
    }
}

/// Runs the tool with the process's arguments.
pub fn run() -> ExitCode {
    ExitCode::from(run_with(std::env::args_os()))
}

/// Runs the tool with these arguments, the first of which is its own name; gives the exit status.
pub fn run_with(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // It may be no error but the help.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let format = arguments.global.message_format;
    match command(arguments) {
        Ok(Outcome::Clean) => 0,
        Ok(Outcome::Findings) => 1,
        Err(Failure::Data(errors)) => {
            render::errors(&errors, format);
            2
        }
        Err(Failure::Other(message)) => {
            render::error(&message);
            2
        }
    }
}

fn command(arguments: Arguments) -> Result<Outcome, Failure> {
    if arguments.command.is_some() && arguments.generate.is_given() {
        return Err(Failure::new(
            "`--check` and `--out` before a command\n  help: they belong to `generate`; write them behind it, or leave the command out",
        ));
    }
    if let Some(Command::Init(options)) = &arguments.command {
        return init::run(options); // It makes the catalog that the others look for.
    }
    let format = arguments.global.message_format;
    let catalog = match arguments.global.catalog {
        Some(path) => path,
        // Two catalogs are compared wherever they are.
        None if matches!(&arguments.command, Some(Command::Diff(options)) if options.names_both()) => {
            find_catalog().unwrap_or_else(|_| PathBuf::from("catalog.toml"))
        }
        None => find_catalog()?,
    };
    let context = Context { catalog, format };
    match arguments.command {
        None => generate::run(&context, &arguments.generate),
        Some(Command::Generate(options)) => generate::run(&context, &options),
        Some(Command::Explain(options)) => explain::run(&context, &options),
        Some(Command::Export(options)) => export::run(&context, &options),
        Some(Command::Init(options)) => init::run(&options),
        Some(Command::Diff(options)) => diff::run(&context, &options),
        Some(Command::Import(options)) => import::run(&context, &options),
        Some(Command::Reconcile(options)) => reconcile::run(&context, &options),
    }
}

/// What every command works on.
struct Context {
    /// The catalog's path.
    catalog: PathBuf,
    /// How diagnostics are printed.
    format: render::Format,
}

impl Context {
    /// Reads and checks the catalog; prints what is worth mending in it.
    fn check(&self) -> Result<CheckedCatalog, Failure> {
        let checked = Builder::new(&self.catalog).check()?;
        render::diagnostics(&checked.warnings, self.format);
        Ok(checked)
    }
}

/// Prints to standard output what programs read: all of it, or it is an error.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    (stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush()))
    .map_err(|error| Failure::new(format_args!("cannot write to standard output: {error}")))
}

/// `catalog.toml` here, or in the one folder below that has it.
fn find_catalog() -> Result<PathBuf, Failure> {
    const NAME: &str = "catalog.toml";
    if Path::new(NAME).is_file() {
        return Ok(NAME.into());
    }
    let folders = fs::read_dir(".")
        .map_err(|error| Failure::new(format_args!("cannot read this folder: {error}")))?;
    let mut found: Vec<PathBuf> = (folders.filter_map(Result::ok))
        .map(|folder| Path::new(&folder.file_name()).join(NAME))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Failure::new(
            "there is no catalog.toml here, nor one folder down\n  help: name it, `--catalog FILE`",
        )),
        several => {
            let list = several
                .iter()
                .map(|path| format!("\n  {}", sanitized_path(path)))
                .collect::<String>();
            Err(Failure::new(format_args!(
                "there are several catalogs:{list}\n  help: name one, `--catalog FILE`"
            )))
        }
    }
}
