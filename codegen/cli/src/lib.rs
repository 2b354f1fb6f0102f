//! The command-line tool: arguments in, text and an exit status out.
//!
//! Output for programs goes to standard output, messages for people to standard error. The tool uses only the public API of the
//! library `codegen`.

mod args;
mod catalog_columns;
mod changed_codes;
mod commands;
mod context;
mod diff;
mod document;
mod draft;
mod failure;
mod limits;
mod plural;
mod reference;
mod schema;
mod shorten;
mod terminal;
mod word_diff;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{ColorChoice, Parser as _};

use self::args::{Arguments, Command};
use self::commands::{
    check, completions, diff as diff_command, explain, export, generate, import, init, man,
    reconcile,
};
use self::context::{Context, find_catalog, named_catalog};
use self::failure::{ExitStatus, Failure};
use self::shorten::shortened;
use self::terminal::diagnostics;

pub use self::terminal::Terminal;

/// Runs the tool with the arguments and outputs of the process, in color on a terminal or as `--color` says.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let color = match args::color(&arguments) {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    color.write_global();
    let (mut out, mut err) = (anstream::stdout(), anstream::stderr());
    let mut terminal = Terminal::new(Path::new(""), &mut out, &mut err);
    terminal.show_progress();
    ExitCode::from(run_with(arguments, &mut terminal))
}

/// Runs the tool with these arguments, the first of which is its own name, and returns the exit status.
pub fn run_with(arguments: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        // clap reports a request for help as an error too.
        Err(error) => return print_usage(error, terminal),
    };
    terminal.set_format(arguments.global.message_format);
    if arguments.global.quiet {
        terminal.be_quiet();
    }
    match command(arguments, terminal) {
        Ok(ExitStatus::Clean) => 0,
        Ok(ExitStatus::Findings) => 1,
        Err(failure) => {
            diagnostics::print_failure(&failure, terminal);
            2
        }
    }
}

/// Prints the message of clap: an error in the arguments, or the help. Returns the exit status.
fn print_usage(mut error: clap::Error, terminal: &mut Terminal<'_>) -> u8 {
    if let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue) {
        let value = ContextValue::String(shortened(value));
        error.insert(ContextKind::InvalidValue, value);
    }
    let text = error.render();
    if error.use_stderr() {
        terminal.eprintln(text.ansi().to_string().trim_end());
    } else if let Err(failure) = terminal.print(&text.ansi().to_string()) {
        diagnostics::print_failure(&failure, terminal);
        return 2;
    }
    u8::try_from(error.exit_code()).unwrap_or(2)
}

fn command(arguments: Arguments, terminal: &mut Terminal<'_>) -> Result<ExitStatus, Failure> {
    if arguments.command.is_some() && arguments.generate.is_given() {
        let failure = Failure::new("`--check`, `--prune` and `--out` are options of `generate`");
        return Err(failure.with_help("pass them to `generate`, or omit the command"));
    }
    let context = context(&arguments, terminal);
    match arguments.command {
        None => generate::run(&context?, &arguments.generate, terminal),
        Some(Command::Generate(options)) => generate::run(&context?, &options, terminal),
        Some(Command::Check) => check::run(&context?, terminal),
        Some(Command::Explain(options)) => explain::run(&context?, &options, terminal),
        Some(Command::Export(options)) => export::run(&context?, &options, terminal),
        Some(Command::Diff(options)) => diff_command::run(&context?, &options, terminal),
        Some(Command::Import(options)) => import::run(context, &options, terminal),
        Some(Command::Reconcile(options)) => reconcile::run(&context?, &options, terminal),
        // These need no catalog.
        Some(Command::Init(options)) => init::run(&options, terminal),
        Some(Command::Completions(options)) => {
            completions::run(&options, args::program(), terminal)
        }
        Some(Command::Man(options)) => man::run(&options, args::program(), terminal),
    }
}

/// Returns the catalog that the arguments name, or else the one that is found.
fn context(arguments: &Arguments, terminal: &Terminal<'_>) -> Result<Context, Failure> {
    let catalog = match &arguments.global.catalog {
        Some(path) => named_catalog(path, terminal)?,
        // `diff` with two named versions needs no catalog in the working tree.
        None if matches!(&arguments.command, Some(Command::Diff(options)) if options.names_both()) => {
            find_catalog(terminal).unwrap_or_else(|_| PathBuf::from("catalog.toml"))
        }
        None => find_catalog(terminal)?,
    };
    Ok(Context {
        catalog: terminal.path(&catalog),
    })
}
