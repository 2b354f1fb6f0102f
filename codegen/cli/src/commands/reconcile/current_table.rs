//! A table as it is in the catalog, with the place of each cell.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use crate::catalog_columns::CatalogColumns;
use crate::document::{Rows, plain_code};
use crate::failure::Failure;
use codegen::Charset;
use codegen::catalog::raw;
use codegen::text::suggestion;

/// A table as it is in the catalog. It may be invalid: rows of an earlier edition may still be marked for review.
pub(crate) struct CurrentTable {
    pub(crate) catalog_columns: CatalogColumns,
    /// The columns `printed.X`, as X with the index of the column.
    pub(crate) printed: Vec<(String, usize)>,
    pub(crate) table: raw::Table,
}

impl CurrentTable {
    pub(crate) fn read(catalog: &Path, name: &str) -> Result<Self, Failure> {
        let catalog = raw::Catalog::read(catalog)?;
        let Some(table) = catalog.table(name)? else {
            let names = || catalog.table_names().iter().map(String::as_str);
            let help = suggestion("table", name, names()).unwrap_or_else(|| {
                format!(
                    "use one of the tables: {}",
                    names().collect::<Vec<_>>().join(", ")
                )
            });
            return Err(Failure::new(format_args!("unknown table `{name}`")).with_help(help));
        };
        let header = table.header().iter();
        let printed: Vec<(String, usize)> = (header.enumerate())
            .filter_map(|(index, cell)| {
                Some((cell.text.strip_prefix("printed.")?.to_owned(), index))
            })
            .collect();
        let has = |wanted: &str| table.header().iter().any(|cell| cell.text == wanted);
        if printed.is_empty() || !has("code") {
            return Err(Failure::new(format_args!(
                "table `{name}` has no `printed.*` columns to compare"
            ))
            .with_help(
                "add columns with the texts of the document, such as `printed.code` and `printed.en`",
            ));
        }
        Ok(CurrentTable {
            table: table.clone(),
            catalog_columns: CatalogColumns::new(&catalog),
            printed,
        })
    }

    /// Returns the columns that a document may have: the code, and the X of each column `printed.X`.
    pub(crate) fn compared_columns(&self) -> impl Iterator<Item = &str> {
        let printed = self.printed.iter().map(|(name, _)| name.as_str());
        std::iter::once("code").chain(printed.filter(|name| *name != "code"))
    }

    /// Returns the index of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.table
            .header()
            .iter()
            .position(|cell| cell.text == name)
    }

    /// Returns a cell, or `None` if the table does not have the column.
    pub(crate) fn cell(&self, row: usize, column: &str) -> Option<&raw::Cell> {
        self.column(column)
            .map(|index| &self.table.rows()[row][index])
    }

    pub(crate) fn text_of(&self, row: usize, column: &str) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.text)
    }

    /// Returns the code of a row in plain form.
    pub(crate) fn code(&self, row: usize) -> String {
        let plain = self.text_of(row, "code");
        plain_code(if plain.is_empty() {
            self.text_of(row, "printed.code")
        } else {
            plain
        })
    }

    /// Returns the name of a row in messages: its code, and its scope if it has one.
    pub(crate) fn label(&self, row: usize) -> String {
        match self.text_of(row, "printed.scope") {
            "" => self.code(row),
            scope => format!("{} ({scope})", self.code(row)),
        }
    }

    /// Returns the code with the leading zeros that a workbook drops.
    pub(crate) fn widened(&self, code: &str) -> String {
        let is_number = self.table.charset() == Charset::Digits
            && code.bytes().all(|byte| byte.is_ascii_digit());
        match self.table.width() {
            Some(width) if is_number => format!("{code:0>width$}"),
            _ => code.to_owned(),
        }
    }

    /// Returns `true` if the rows may be another edition of the table: both share half of the codes of the smaller one.
    pub(crate) fn matches(&self, rows: &Rows) -> bool {
        let own: HashSet<String> = (0..self.table.rows().len())
            .map(|row| self.code(row))
            .collect();
        let theirs: HashSet<String> = rows
            .rows
            .iter()
            .map(|row| self.widened(&row.code))
            .collect();
        let shared = own.intersection(&theirs).count();
        shared > 0 && shared * 2 >= own.len().min(theirs.len())
    }

    /// Returns the scopes by their names in the document.
    pub(crate) fn scopes(&self) -> BTreeMap<&str, &str> {
        let pair = |row| {
            (
                self.text_of(row, "printed.scope"),
                self.text_of(row, "scope"),
            )
        };
        (0..self.table.rows().len()).map(pair).collect()
    }
}
