//! Diagnostics: what is wrong with the data, where, and how to fix it.

mod level;
mod location;

use std::fmt;
use std::path::{Path, PathBuf};

pub use self::level::Level;
pub(crate) use self::level::LintLevel;
pub use self::location::Location;
use crate::sanitize::{Sanitized, sanitized_path};

/// An error or a warning about the data: a message, its location, and help.
///
/// [`Display`](fmt::Display) writes plain text: `path:line:column: error: message`, the line with the location underlined and
/// labelled, then related locations, notes and help, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub(crate) level: Level,
    pub(crate) lint: Option<&'static str>,
    pub(crate) message: String,
    pub(crate) file: Option<PathBuf>,
    pub(crate) at: Option<Location>,
    pub(crate) label: Option<String>,
    pub(crate) related: Vec<(Location, String)>,
    pub(crate) notes: Vec<String>,
    pub(crate) help: Vec<String>,
}

impl Diagnostic {
    /// Returns the level: nothing is generated if there is an error.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Returns the name of the lint, as the catalog's `[lints]` has it, or `rule` for the catalog's rules; `None` for an
    /// error that no lint level can allow.
    pub fn lint(&self) -> Option<&'static str> {
        self.lint
    }

    /// Returns a diagnostic about a file or directory as a whole.
    pub(crate) fn about_file(
        level: Level,
        path: &Path,
        message: String,
        help: Option<String>,
    ) -> Self {
        Diagnostic {
            level,
            lint: None,
            message,
            file: Some(path.to_owned()),
            at: None,
            label: None,
            related: Vec::new(),
            notes: Vec::new(),
            help: help.into_iter().collect(),
        }
    }

    /// Returns what is wrong: lower case, without a full stop, with names and codes in back-quotes.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the location; `None` for a diagnostic about a file as a whole.
    pub fn location(&self) -> Option<&Location> {
        self.at.as_ref()
    }

    /// Returns the label of the location, such as what is expected there; `None` if the message says it all.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Returns the file that the diagnostic is about.
    pub fn path(&self) -> Option<&Path> {
        match &self.at {
            Some(location) => Some(location.path()),
            None => self.file.as_deref(),
        }
    }

    /// Returns related locations (the first of two duplicates, say), each with its label.
    pub fn related(&self) -> impl Iterator<Item = (&Location, &str)> {
        self.related
            .iter()
            .map(|(location, label)| (location, label.as_str()))
    }

    /// Returns facts that explain the message.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.notes.iter().map(String::as_str)
    }

    /// Returns ways to fix it, in the imperative; of several, one is enough.
    pub fn help(&self) -> impl Iterator<Item = &str> {
        self.help.iter().map(String::as_str)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.at, &self.file) {
            (Some(at), _) => write!(f, "{at}: ")?,
            (None, Some(file)) => write!(f, "{}: ", sanitized_path(file))?,
            (None, None) => {}
        }
        write!(f, "{}", self.level)?;
        if let Some(lint) = self.lint {
            write!(f, "[{lint}]")?;
        }
        write!(f, ": {}", Sanitized(&self.message))?;
        if let Some(at) = &self.at {
            at.excerpt(f)?;
            if let Some(label) = &self.label {
                write!(f, " {}", Sanitized(label))?;
            }
        }
        for (location, label) in &self.related {
            write!(f, "\n{location}: note: {}", Sanitized(label))?;
            location.excerpt(f)?;
        }
        for note in &self.notes {
            write!(f, "\n  note: {}", Sanitized(note))?;
        }
        for help in &self.help {
            write!(f, "\n  help: {}", Sanitized(help))?;
        }
        Ok(())
    }
}

/// All diagnostics of a run, at least one of which is an error.
///
/// [`Display`](fmt::Display) writes each [`Diagnostic`] as plain text. So does [`Debug`], after a line with the number of
/// errors, because a `main` that returns errors prints them by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Errors {
    diagnostics: Vec<Diagnostic>,
    inputs: Vec<PathBuf>,
}

impl Errors {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, inputs: Vec<PathBuf>) -> Self {
        Errors {
            diagnostics,
            inputs,
        }
    }

    /// Returns a single error about a file or directory, such as one that cannot be written.
    pub fn about_file(path: &Path, message: impl Into<String>, help: Option<String>) -> Self {
        let diagnostic = Diagnostic::about_file(Level::Error, path, message.into(), help);
        Errors::new(vec![diagnostic], Vec::new())
    }

    /// Returns the diagnostics, in the order of the files and of the locations in each.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// Returns the paths of the files that were read, and of those that could not be: rebuild when one of them changes.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// Returns the number of errors, without the warnings: at least one.
    pub fn error_count(&self) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.level == Level::Error)
            .count()
    }
}

impl<'a> IntoIterator for &'a Errors {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
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
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let errors = self.error_count();
        let warnings = self.diagnostics.len() - errors;
        write!(f, "codegen failed with {errors} error{}", plural(errors))?;
        if warnings > 0 {
            write!(f, " and {warnings} warning{}", plural(warnings))?;
        }
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Errors {}
