//! What is wrong with the data, where, and what to do about it.

mod level;
mod location;

use std::fmt;
use std::path::{Path, PathBuf};

pub use self::level::Level;
pub(crate) use self::level::LintLevel;
pub use self::location::Location;
use crate::sanitize::{Sanitized, sanitized_path};

/// One thing that is wrong: what, where, and what to do.
///
/// Its [`Display`](fmt::Display) is plain text: `path:line:column`, the line with the place underlined, and the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub(crate) level: Level,
    pub(crate) lint: Option<&'static str>,
    pub(crate) message: String,
    pub(crate) file: Option<PathBuf>,
    pub(crate) at: Option<Location>,
    pub(crate) related: Vec<(Location, String)>,
    pub(crate) help: Vec<String>,
}

impl Diagnostic {
    /// The level: an error forbids generating.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The lint that found it, by its name in the catalog's `[lints]`; `rule` for one of the catalog's rules. What is
    /// always an error has none.
    pub fn lint(&self) -> Option<&'static str> {
        self.lint
    }

    /// Says what is wrong, in a sentence.
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

    /// Says what to do about it, a sentence each.
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
        }
        for (location, message) in &self.related {
            write!(f, "\n{location}: note: {}", Sanitized(message))?;
            location.excerpt(f)?;
        }
        for help in &self.help {
            write!(f, "\n  help: {}", Sanitized(help))?;
        }
        Ok(())
    }
}

/// Everything that is wrong with the data, all of it in one run. There is at least one error in it.
///
/// [`Display`](fmt::Display) and [`Debug`] both show each [`Diagnostic`] as plain text: a `main` that returns the errors
/// prints them by the latter, which begins with how many there are.
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

    /// A single error about a file or folder, such as one that cannot be written.
    pub fn about_file(path: &Path, message: impl Into<String>, help: Option<String>) -> Self {
        let diagnostic = Diagnostic {
            level: Level::Error,
            lint: None,
            message: message.into(),
            file: Some(path.to_owned()),
            at: None,
            related: Vec::new(),
            help: help.into_iter().collect(),
        };
        Errors::new(vec![diagnostic], Vec::new())
    }

    /// The findings, in the order of the files and the places in them.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// The files that were read, or could not be read: a build is to be tried again when one of them changes.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// The number of errors among them: at least one.
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
