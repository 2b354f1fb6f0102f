//! The command line. Most tests run it in their own process; tests of exit status, colors, pipes, locks and git start the
//! program.

mod charsets;
mod check;
mod diagnostics;
mod diff;
mod document_limits;
mod documents;
mod explain;
mod export;
mod generate;
mod hostile;
mod init;
mod markdown;
mod merging;
mod messages_missing;
mod new_edition;
mod own_codes;
mod page;
mod process;
mod properties;
mod reconcile;
mod renamed;
mod reproducible;
mod retired;
mod support;
mod transcripts;
mod usage;
#[cfg(unix)] // The steps are for a shell.
mod workflow;
mod writing;
