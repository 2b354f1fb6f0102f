//! The command line, run as people run it: most of it in the process of the tests, and what only a process has (exit status,
//! colours, pipes, locks, git) as the real program.

mod diagnostics;
mod diff;
mod document_limits;
mod documents;
mod explain;
mod export;
mod generate;
mod hostile;
mod markdown;
mod new_edition;
mod page;
mod process;
mod properties;
mod reconcile;
mod reproducible;
mod retired;
mod support;
mod transcripts;
mod usage;
mod writing;
