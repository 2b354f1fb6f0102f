//! The lints of a catalog.

use serde::Deserialize;

use crate::diagnostic::LintLevel;

/// `[lints]`: each lint's level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LintLevels {
    /// An English message that does not start with a capital letter. By default `allow`.
    pub capital: LintLevel,
    /// A cell whose text a program has lost: an error value of a spreadsheet, or question marks. By default `deny`.
    pub damaged: LintLevel,
    /// A term of the glossary without its translation in the other language, or a duplicate term in the glossary. By default
    /// `warn`.
    pub glossary: LintLevel,
    /// A name that shares no word with the English message: one of them may belong to another row. By default `warn`.
    pub name: LintLevel,
    /// A name that is not in lower-case words, has more than 40 letters, or contains its code. By default `allow`.
    pub name_style: LintLevel,
    /// A text that differs from the printed one, in a row without a `note`. By default `allow`.
    pub note: LintLevel,
    /// Half-width punctuation next to a Chinese character. By default `warn`.
    pub punctuation: LintLevel,
    /// A text that repeats the printed one: an empty cell means the same. By default `warn`.
    pub redundant: LintLevel,
    /// A row that `import` or `reconcile` marked in the column `review`. By default `deny`.
    pub review: LintLevel,
    /// The same message on two codes of a table. By default `allow`: providers do that.
    pub same_message: LintLevel,
    /// A Chinese message without a Chinese character, or an English one with Chinese characters. By default `warn`.
    pub script: LintLevel,
    /// A space next to a Chinese character. By default `allow`.
    pub spacing: LintLevel,
    /// A word of `spellings` in another spelling. By default `warn`.
    pub spelling: LintLevel,
    /// A message that ends with a full stop, a comma, a semicolon or an exclamation mark. By default `warn`.
    pub trailing_stop: LintLevel,
    /// Messages that are missing in a language with a fallback. By default `warn`.
    pub untranslated: LintLevel,
    /// Repeated spaces in a message. By default `warn`.
    pub white_space: LintLevel,
}

impl Default for LintLevels {
    fn default() -> Self {
        LintLevels {
            capital: LintLevel::Allow,
            damaged: LintLevel::Deny,
            glossary: LintLevel::Warn,
            name: LintLevel::Warn,
            name_style: LintLevel::Allow,
            note: LintLevel::Allow,
            punctuation: LintLevel::Warn,
            redundant: LintLevel::Warn,
            review: LintLevel::Deny,
            same_message: LintLevel::Allow,
            script: LintLevel::Warn,
            spacing: LintLevel::Allow,
            spelling: LintLevel::Warn,
            trailing_stop: LintLevel::Warn,
            untranslated: LintLevel::Warn,
            white_space: LintLevel::Warn,
        }
    }
}
