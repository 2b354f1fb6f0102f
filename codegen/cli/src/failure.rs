//! The result of a command.

use std::fmt;

use codegen::Errors;

/// The result of a command that could do its work.
pub(crate) enum ExitStatus {
    /// Nothing to report.
    Clean,
    /// There are findings, which the command has printed.
    Findings,
}

/// The reason that a command could not do its work.
pub(crate) enum Failure {
    /// The catalog is invalid, or a file could not be read or written.
    Errors(Errors),
    /// Any other error: what is wrong, and what to do about it.
    Other {
        message: String,
        help: Option<String>,
    },
}

impl From<Errors> for Failure {
    fn from(errors: Errors) -> Self {
        Failure::Errors(errors)
    }
}

impl Failure {
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Failure::Other {
            message: message.to_string(),
            help: None,
        }
    }

    /// Adds what the user can do about it.
    pub(crate) fn with_help(self, text: impl fmt::Display) -> Self {
        match self {
            Failure::Other { message, .. } => Failure::Other {
                message,
                help: Some(text.to_string()),
            },
            errors => errors,
        }
    }
}
