//! What is wrong with the data, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::source::Sources;

mod location;
mod report;
mod words;

pub use self::location::Location;
pub use self::report::Report;
pub use self::words::{Inert, did_you_mean, inert_path, is_invisible, named, nearest};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Nothing is generated.
    Error,
    /// Worth mending; generation goes on.
    Warning,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Error => "error",
            Level::Warning => "warning",
        })
    }
}

/// One thing that is wrong: what, where, and what to do.
///
/// Its [`Display`](fmt::Display) is plain text: `path:line:column`, the line with the place underlined, and the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    level: Level,
    lint: Option<&'static str>,
    message: String,
    file: Option<PathBuf>,
    at: Option<Location>,
    related: Vec<(Location, String)>,
    help: Vec<String>,
}

impl Diagnostic {
    /// Whether it forbids generating.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The lint that found it, by its name in the catalog's `[lints]`; `rule` for one of the catalog's rules. What is
    /// always an error has none.
    pub fn lint(&self) -> Option<&'static str> {
        self.lint
    }

    /// What is wrong, in a sentence.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The place, where there is one: a file that could not be read has none.
    pub fn location(&self) -> Option<&Location> {
        self.at.as_ref()
    }

    /// The file that it is about.
    pub fn path(&self) -> Option<&Path> {
        match &self.at {
            Some(location) => Some(location.path()),
            None => self.file.as_deref(),
        }
    }

    /// Other places that have to do with it (the first of two duplicates, say), each with what is there.
    pub fn related(&self) -> impl Iterator<Item = (&Location, &str)> {
        self.related
            .iter()
            .map(|(location, message)| (location, message.as_str()))
    }

    /// What to do about it, a sentence each.
    pub fn help(&self) -> impl Iterator<Item = &str> {
        self.help.iter().map(String::as_str)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.at, &self.file) {
            (Some(at), _) => write!(f, "{at}: ")?,
            (None, Some(file)) => write!(f, "{}: ", inert_path(file))?,
            (None, None) => {}
        }
        write!(f, "{}", self.level)?;
        if let Some(lint) = self.lint {
            write!(f, "[{lint}]")?;
        }
        write!(f, ": {}", Inert(&self.message))?;
        if let Some(at) = &self.at {
            at.excerpt(f)?;
        }
        for (location, message) in &self.related {
            write!(f, "\n{location}: note: {}", Inert(message))?;
            location.excerpt(f)?;
        }
        for help in &self.help {
            write!(f, "\n  help: {}", Inert(help))?;
        }
        Ok(())
    }
}

/// Everything that is wrong with the data, all of it in one run. There is at least one error in it.
///
/// Both [`Display`](fmt::Display) and [`Debug`] show each [`Diagnostic`] as plain text, so that a `main` which
/// returns it prints something that can be acted on.
#[derive(Clone, PartialEq, Eq)]
pub struct Errors {
    diagnostics: Vec<Diagnostic>,
    inputs: Vec<PathBuf>,
}

impl Errors {
    pub fn new(diagnostics: Vec<Diagnostic>, inputs: Vec<PathBuf>) -> Self {
        Errors {
            diagnostics,
            inputs,
        }
    }

    /// A single error about a file or folder, such as one that cannot be written.
    pub fn about_file(path: &Path, message: impl Into<String>, help: Option<String>) -> Self {
        let mut report = Report::default();
        report.file_error(path, message).maybe_help(help);
        Errors::new(report.resolve(&Sources::default()), Vec::new())
    }

    /// The findings, in the order of the files and the places in them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// The files that were read, or could not be read: a build is to be tried again when one of them changes.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// How many of them are errors: at least one.
    pub fn error_count(&self) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.level == Level::Error)
            .count()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the tables of codes have mistakes\n{self}")
    }
}

impl std::error::Error for Errors {}
