//! Codes as a table's rows have them.

use crate::source::{Cell, Span};

/// A row's code, or the range of codes that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRange {
    /// The code, or the first of the range.
    pub first: String,
    /// The number of codes: 1 for a single one.
    pub count: u64,
    /// `true` if it is written as a range.
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
