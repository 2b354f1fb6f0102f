//! `codegen check`: validate the catalog, without an output.

use crate::context::{Context, checked};
use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;

pub(crate) fn run(context: &Context, terminal: &mut Terminal<'_>) -> Result<ExitStatus, Failure> {
    let catalog = context.load(terminal)?;
    terminal.note(checked(&catalog));
    Ok(ExitStatus::Clean)
}
