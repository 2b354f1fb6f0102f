//! The environment of a run: the working directory and the two outputs.

pub(crate) mod diagnostics;
pub(crate) mod json;
mod progress;
pub(crate) mod shell;
pub(crate) mod style;

use std::fmt;
use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use self::diagnostics::Format;
use crate::failure::Failure;

/// The directory that relative paths in the arguments are relative to, and the two outputs.
///
/// Text is written with styles; an output that should not have them strips them (`anstream`).
pub struct Terminal<'a> {
    directory: &'a Path,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    format: Format,
    is_quiet: bool,
    shows_progress: bool,
}

impl<'a> Terminal<'a> {
    /// Creates a terminal. An empty `directory` is the current directory of the process. `out` receives the output for programs,
    /// `err` the messages for people.
    pub fn new(directory: &'a Path, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Terminal {
            directory,
            out,
            err,
            format: Format::default(),
            is_quiet: false,
            shows_progress: false,
        }
    }

    /// Sets the format of the diagnostics.
    pub(crate) fn set_format(&mut self, format: Format) {
        self.format = format;
    }

    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// Shows what takes longer than half a second, if standard error is a terminal.
    pub(crate) fn show_progress(&mut self) {
        self.shows_progress = io::stderr().is_terminal();
    }

    /// From now on, prints only results, warnings and errors.
    pub(crate) fn be_quiet(&mut self) {
        self.is_quiet = true;
    }

    /// Does work that may take long, and says what it is if it does.
    pub(crate) fn wait_for<T>(&self, what: impl fmt::Display, work: impl FnOnce() -> T) -> T {
        if self.is_quiet || !self.shows_progress {
            return work();
        }
        progress::with_progress(&what.to_string(), progress::DELAY, &mut io::stderr(), work)
    }

    /// Returns the path that an argument names.
    pub(crate) fn path(&self, argument: &Path) -> PathBuf {
        self.directory.join(argument)
    }

    /// Returns a path as CI runners expect it in annotations: relative to the root of the git repository that has the file.
    pub(crate) fn path_in_repository(&self, path: &Path) -> PathBuf {
        let in_repository = || {
            let path = std::path::absolute(self.path(path)).ok()?;
            // A missing file may be in a missing directory.
            let existing = path.ancestors().find(|path| path.exists())?;
            let missing = path.strip_prefix(existing).ok()?;
            let existing = existing.canonicalize().ok()?;
            let root = existing
                .ancestors()
                .find(|root| root.join(".git").exists())?;
            let path = existing.strip_prefix(root).ok()?.join(missing);
            Some(path.components().collect()) // without a trailing slash
        };
        in_repository().unwrap_or_else(|| path.to_owned())
    }

    /// Prints to standard output. Errs if not all of the text can be written, except for a closed pipe: its reader has read
    /// enough.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        let printed = self.out.write_all(text.as_bytes());
        match printed.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::new(format_args!(
                "failed to write to standard output: {error}"
            ))),
            _ => Ok(()),
        }
    }

    /// Prints lines that say what was done or what to do next, except with `--quiet`.
    pub(crate) fn note(&mut self, text: impl fmt::Display) {
        if !self.is_quiet {
            self.eprintln(text);
        }
    }

    /// Prints lines of errors and warnings to standard error. A failure is ignored because it could not be reported.
    pub(crate) fn eprintln(&mut self, text: impl fmt::Display) {
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
