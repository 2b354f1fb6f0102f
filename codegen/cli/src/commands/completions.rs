//! `codegen completions SHELL`: the completions of a shell.

use clap_complete::Shell;

use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;

/// The options of `completions`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Shell to print the completions for
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(
    options: &Options,
    mut program: clap::Command,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let name = program.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut program, name, &mut script);
    terminal.print(&String::from_utf8_lossy(&script))?;
    Ok(ExitStatus::Clean)
}
