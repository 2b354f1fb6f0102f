//! How bad findings are.

use std::fmt;

use serde::Deserialize;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Nothing is generated.
    Error,
    /// Worth correcting; generation goes on.
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

/// The level that a catalog sets for a lint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LintLevel {
    /// They are not reported.
    Allow,
    /// They are reported; generation goes on.
    Warn,
    /// They are errors: nothing is generated.
    #[default]
    Deny,
}

impl LintLevel {
    /// Returns the level of the findings; `None` where they are not reported.
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            LintLevel::Allow => None,
            LintLevel::Warn => Some(Level::Warning),
            LintLevel::Deny => Some(Level::Error),
        }
    }
}
