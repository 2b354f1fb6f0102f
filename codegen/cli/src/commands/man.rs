//! `codegen man [COMMAND]`: the manual pages.

use codegen::text::suggestion;

use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;

/// The options of `man`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Command that the page describes [default: `codegen` itself]
    command: Option<String>,
}

pub(crate) fn run(
    options: &Options,
    mut program: clap::Command,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    program.build(); // adds the global options to each command
    let page = match &options.command {
        None => &program,
        Some(name) => program.find_subcommand(name).ok_or_else(|| {
            let names: Vec<&str> = program.get_subcommands().map(|it| it.get_name()).collect();
            let help = suggestion("command", name, names.iter().copied())
                .unwrap_or_else(|| format!("use one of the commands: {}", names.join(", ")));
            Failure::new(format_args!("unknown command `{name}`")).with_help(help)
        })?,
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page.clone())
        .source(concat!("codegen ", env!("CARGO_PKG_VERSION")))
        .render(&mut text)
        .map_err(|error| Failure::new(format_args!("failed to write the page: {error}")))?;
    terminal.print(&String::from_utf8_lossy(&text))?;
    Ok(ExitStatus::Clean)
}
