//! Rows of a table.

use super::table::Table;
use crate::diagnostic::Location;
use crate::model;

/// A row of a table, which gives one code or a range of codes.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: Table<'a>,
    index: usize,
}

/// That a provider no longer sends a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired<'a> {
    /// The edition, or the date.
    pub since: &'a str,
    /// Why.
    pub why: &'a str,
    /// The code of the same table that replaces it.
    pub instead: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub(super) fn new(table: Table<'a>, index: usize) -> Self {
        Row { table, index }
    }

    pub(super) fn model(self) -> &'a model::Row {
        &self.table.model().rows[self.index]
    }

    /// Returns whether it gives a range of codes.
    pub fn is_range(self) -> bool {
        self.model().code.is_range
    }

    /// Returns the name in plain words: `order not found`. A row that repeats a code may have none.
    pub fn name(self) -> Option<&'a str> {
        self.model().name.value.as_deref()
    }

    /// Returns where it applies, in tables that say so: `get`.
    pub fn scope(self) -> Option<&'a str> {
        let scope = self.model().scope?;
        Some(&self.table.model().scopes[scope].name.text)
    }

    /// Returns its message in a language, by the language's tag; `None` where the catalog has no such language.
    pub fn message(self, language: &str) -> Option<&'a str> {
        let mut languages = self.table.catalog().languages();
        let index = languages.position(|tag| tag == language)?;
        Some(&self.model().messages[index].text)
    }

    /// Returns its messages, in the order of the catalog's languages.
    pub fn messages(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.model().messages.iter().map(|message| &*message.text)
    }

    /// Returns the names of its message's placeholders, in alphabetical order. They are the same in each language.
    pub fn placeholders(self) -> Vec<&'a str> {
        let message = &self.model().messages[0].text;
        let names = model::placeholders(message).unwrap_or_default();
        names.into_iter().collect()
    }

    /// Returns what the document prints for a column (`code`, a language's tag, `scope`, an attribute's name); `None` where it
    /// prints nothing.
    pub fn printed(self, column: &str) -> Option<&'a str> {
        let mut cells = self.printed_cells();
        let (_, text) = cells.find(|(name, _)| *name == column)?;
        Some(text).filter(|text| !text.is_empty())
    }

    /// Returns what the document prints for each of the table's columns `printed.X`, with X. A text is empty where the document
    /// prints nothing.
    pub fn printed_cells(self) -> impl ExactSizeIterator<Item = (&'a str, &'a str)> + Clone {
        let columns = self.table.printed_columns();
        columns.zip(self.model().printed.iter().map(String::as_str))
    }

    /// Returns why a plain cell differs from the printed one; empty where nothing is said.
    pub fn note(self) -> &'a str {
        &self.model().note
    }

    /// Returns the place of its code in the CSV file.
    pub fn location(self) -> Location {
        self.table.catalog().location(self.model().code.span)
    }
}
