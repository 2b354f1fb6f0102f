//! The lints of a catalog.

use serde::Deserialize;

use crate::diagnostic::LintLevel;

/// `[lints]`: each lint's level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LintLevels {
    /// A term of the glossary without its counterpart in the other language. By default `warn`.
    pub glossary: LintLevel,
    /// A name that has no word in common with the English message: the two may stand in different rows. By
    /// default `warn`.
    pub name: LintLevel,
    /// Half-width punctuation beside Chinese characters. By default `warn`.
    pub punctuation: LintLevel,
    /// A row that `import` or `reconcile` marked, in the column `review`, for somebody to look at. By default `deny`.
    pub review: LintLevel,
    /// The same message on two codes of a table. By default `allow`: providers do that.
    pub same_message: LintLevel,
    /// A Chinese message without a Chinese character. By default `warn`.
    pub script: LintLevel,
    /// A message that ends with a full stop or a comma. By default `warn`.
    pub trailing_stop: LintLevel,
    /// White space doubled within a message. By default `warn`.
    pub white_space: LintLevel,
}

impl Default for LintLevels {
    fn default() -> Self {
        LintLevels {
            glossary: LintLevel::Warn,
            name: LintLevel::Warn,
            punctuation: LintLevel::Warn,
            review: LintLevel::Deny,
            same_message: LintLevel::Allow,
            script: LintLevel::Warn,
            trailing_stop: LintLevel::Warn,
            white_space: LintLevel::Warn,
        }
    }
}
