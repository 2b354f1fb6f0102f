//! The rows of a document that have no code.

use std::fmt;

use crate::plural::counted;
use codegen::Charset;
use codegen::text::Sanitized;

/// The number of rows that a summary shows.
const SHOWN: usize = 20;

/// The maximum length of a text that is shown, in characters.
const MAX_TEXT: usize = 80;

/// A row of the document that has no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Skipped {
    /// The number of the row, from 1.
    pub(crate) row: usize,
    /// The cell with the code, or the first text of the row.
    pub(crate) text: String,
    pub(crate) reason: Reason,
}

/// The reason that a row of the document has no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A text that spans all columns.
    Heading,
    /// A dash, a word for all other codes, or a pattern.
    NotACode,
    /// The text has white space, which codes do not have.
    WhiteSpace,
    /// The code does not fit the charset of the table.
    Invalid(Charset),
    /// The cell lists too many codes.
    TooMany,
    /// The first row has no text in the column of the codes.
    Missing,
}

impl Skipped {
    /// Returns why the table does not have the row.
    pub(crate) fn why(&self) -> &'static str {
        match self.reason {
            Reason::Heading => "a heading",
            Reason::NotACode => "not a code",
            Reason::WhiteSpace => "has white space, which codes do not have",
            Reason::Invalid(_) => "does not have the form of a code",
            Reason::Missing => "a row without a code",
            Reason::TooMany => "too many codes in one cell",
        }
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Skipped { row, text, reason } = self;
        let mut text = Sanitized(text).to_string();
        if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
            text.replace_range(end.., "…");
        }
        write!(f, "row {row}: ")?;
        match reason {
            Reason::Heading => write!(f, "`{text}` is a heading"),
            Reason::NotACode => write!(f, "`{text}` is not a code"),
            Reason::WhiteSpace => write!(f, "code `{text}` has white space"),
            Reason::Invalid(charset) => {
                write!(
                    f,
                    "invalid code `{text}`: expected {}",
                    charset.description()
                )
            }
            Reason::TooMany => write!(f, "`{text}` lists too many codes"),
            Reason::Missing => write!(f, "missing code in the row `{text}`"),
        }
    }
}

/// Returns how many rows are skipped, and the first of them; `None` if none is.
pub(crate) fn summary(skipped: &[Skipped]) -> Option<String> {
    let shown = skipped.iter().take(SHOWN).map(|row| format!("\n  {row}"));
    let rest = skipped.len().saturating_sub(SHOWN);
    let rest = if rest == 0 {
        String::new()
    } else {
        format!("\n  and {rest} more")
    };
    let count = counted(skipped.len(), "row");
    let summary = format!("{count} skipped:{}{rest}", shown.collect::<String>());
    (!skipped.is_empty()).then_some(summary)
}
