//! Where the command line runs: the directory that paths are relative to, and the two outputs.

pub(crate) mod diagnostics;
pub(crate) mod json;

use std::fmt;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The directory that relative paths on the command line are relative to, and the two outputs.
///
/// Text is written with styles; an output that should not have them takes them out (`anstream`).
pub struct Terminal<'a> {
    directory: &'a Path,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Terminal<'a> {
    /// An empty directory is the current one of the process. Programs read what goes to `out`, people what goes to `err`.
    pub fn new(directory: &'a Path, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Terminal {
            directory,
            out,
            err,
        }
    }

    /// The path that an argument names.
    pub(crate) fn path(&self, argument: &Path) -> PathBuf {
        self.directory.join(argument)
    }

    /// Prints to standard output: all of it, or it is an error. A closed pipe is none: its reader has read enough.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        let printed = self.out.write_all(text.as_bytes());
        match printed.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::new(format_args!(
                "cannot write to standard output: {error}"
            ))),
            _ => Ok(()),
        }
    }

    /// Prints a line, or several, to standard error. There is no place to report a failure to.
    pub(crate) fn say(&mut self, text: impl fmt::Display) {
        let _ = writeln!(self.err, "{text}");
    }
}

impl fmt::Debug for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal")
            .field("directory", &self.directory)
            .finish_non_exhaustive()
    }
}
