//! The data behind the public view of a catalog.

use std::collections::HashMap;

use crate::builder::CheckedCatalog;
use crate::diagnostic::Location;
use crate::lower;
use crate::model::{self, Row};
use crate::source::Span;

/// A checked catalog, and the codes of its tables.
#[derive(Debug)]
pub(super) struct Data {
    pub(super) checked: CheckedCatalog,
    /// For each table, its codes in code order.
    pub(super) codes: Vec<Vec<CodeRows>>,
}

/// A code and its rows.
#[derive(Debug)]
pub(super) struct CodeRows {
    pub(super) code: String,
    pub(super) variant: String,
    pub(super) aliases: Vec<String>,
    pub(super) http: Option<u16>,
    /// Indices into the rows of the table, at least one, in the order of the document.
    pub(super) rows: Vec<usize>,
}

impl Data {
    pub(super) fn new(checked: CheckedCatalog) -> Self {
        let lowered = lower::catalog(&checked.model);
        let codes = lowered.tables.iter().map(code_rows).collect();
        Data { checked, codes }
    }

    pub(super) fn model(&self) -> &model::Catalog {
        &self.checked.model
    }

    pub(super) fn languages(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        let languages = self.model().languages.iter();
        languages.map(|language| language.tag.as_str())
    }

    pub(super) fn location(&self, span: Span) -> Location {
        Location::new(&self.checked.sources, span)
    }
}

/// Returns the codes of a table, in code order.
fn code_rows(table: &lower::Table<'_>) -> Vec<CodeRows> {
    let rows = table.model.rows.iter().enumerate();
    let index: HashMap<*const Row, usize> = rows
        .map(|(index, row)| (std::ptr::from_ref(row), index))
        .collect();
    let code = |code: &lower::Code<'_>| CodeRows {
        code: code.code.clone(),
        variant: code.variant.clone(),
        aliases: code.aliases.clone(),
        http: code.http,
        rows: (code.entries.iter())
            .map(|row| index[&std::ptr::from_ref(*row)])
            .collect(),
    };
    table.codes.iter().map(code).collect()
}
