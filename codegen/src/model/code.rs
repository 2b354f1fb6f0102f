//! Codes as a table writes them.

use std::cmp::Ordering;

pub use crate::read::table::Charset;
use crate::source::{Cell, Span};

impl Charset {
    pub fn name(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Alphanumeric => "alphanumeric",
            Charset::Ascii => "ascii",
        }
    }

    /// Whether a code may have the character.
    pub fn allows(self, c: char) -> bool {
        match self {
            Charset::Digits => c.is_ascii_digit(),
            Charset::Alphanumeric => c.is_ascii_alphanumeric(),
            Charset::Ascii => c.is_ascii_graphic(),
        }
    }

    /// What its codes may have in them, in words.
    pub fn description(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Alphanumeric => "ASCII letters and digits",
            Charset::Ascii => "ASCII characters without white space",
        }
    }

    /// The order of a table's codes: numeric (then by text) for digits, that of the bytes for all others.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        match self {
            Charset::Digits => {
                let key = |code: &str| {
                    let digits = code.trim_start_matches('0');
                    (digits.len(), digits.to_owned(), code.to_owned())
                };
                key(a).cmp(&key(b))
            }
            Charset::Alphanumeric | Charset::Ascii => a.cmp(b),
        }
    }
}

/// A row's code, or the range of codes that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRange {
    /// The code, or the first of the range.
    pub first: String,
    /// How many codes there are: 1 for a single one.
    pub count: u64,
    /// Whether it is written as a range.
    pub is_range: bool,
    pub span: Span,
}

impl CodeRange {
    /// A single code.
    pub fn single(cell: Cell) -> Self {
        CodeRange {
            first: cell.text,
            count: 1,
            is_range: false,
            span: cell.span,
        }
    }

    /// The codes, in their order, each with its offset from the first.
    pub fn codes(&self) -> impl Iterator<Item = (u64, String)> {
        let width = self.first.len();
        let start: u64 = if self.is_range {
            self.first.parse().unwrap_or_default()
        } else {
            0
        };
        (0..self.count).map(move |offset| {
            let code = if self.is_range {
                format!("{:01$}", start + offset, width)
            } else {
                self.first.clone()
            };
            (offset, code)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_ordered_as_numbers_then_as_text() {
        let mut codes = ["10", "9", "09", "0", "00", "100000000000000000000000"];
        codes.sort_by(|a, b| Charset::Digits.compare(a, b));
        assert_eq!(
            codes,
            ["0", "00", "09", "9", "10", "100000000000000000000000"]
        );
    }
}
