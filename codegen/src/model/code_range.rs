//! The code of a row, or its range of codes.

use crate::source::{Cell, Span};

/// The code of a row, or its range of codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRange {
    /// The code, or the first of the range.
    pub first: String,
    /// The number of codes: 1 for a single one.
    pub count: u64,
    /// `true` if the row has a range, even one of a single code.
    pub is_range: bool,
    pub span: Span,
}

impl CodeRange {
    /// Returns the range of a single code.
    pub fn single(cell: Cell) -> Self {
        CodeRange {
            first: cell.text,
            count: 1,
            is_range: false,
            span: cell.span,
        }
    }

    /// Returns the text of the cell: `0042`, `0050-0052` or `-5--1`.
    pub fn text(&self) -> String {
        match self.codes().last() {
            Some((_, last)) if self.is_range => format!("{}-{last}", self.first),
            _ => self.first.clone(),
        }
    }

    /// Returns the codes in order, each with its offset from the first.
    pub fn codes(&self) -> impl Iterator<Item = (u64, String)> {
        // All codes of a range are as wide as the first one if they have leading zeros, which negative ones do not.
        let width = match self.first.strip_prefix('-') {
            Some(_) => 0,
            None => self.first.len(),
        };
        let start: i128 = if self.is_range {
            self.first.parse().unwrap_or_default()
        } else {
            0
        };
        (0..self.count).map(move |offset| {
            let code = if self.is_range {
                format!("{:01$}", start + i128::from(offset), width)
            } else {
                self.first.clone()
            };
            (offset, code)
        })
    }
}
