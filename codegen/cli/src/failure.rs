//! How a command ends.

use std::fmt;

use codegen::Errors;

/// How a command ended, short of an error.
pub(crate) enum ExitStatus {
    /// Nothing to report.
    Clean,
    /// Something was found; it has been printed.
    Findings,
}

/// Why a command could not do its work.
pub(crate) enum Failure {
    /// The data are no good.
    Data(Errors),
    /// Anything else, in a sentence or two.
    Other(String),
}

impl From<Errors> for Failure {
    fn from(errors: Errors) -> Self {
        Failure::Data(errors)
    }
}

impl Failure {
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Failure::Other(message.to_string())
    }
}
