//! A table as the catalog has it now: its cells, each with its place.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use crate::catalog_columns::CatalogColumns;
use crate::document::{Rows, plain_code};
use crate::failure::Failure;
use codegen::Charset;
use codegen::catalog::raw;
use codegen::text::suggestion;

/// A table as the catalog has it now. It need not be sound: marks of an earlier edition may stand in it.
pub(crate) struct CurrentTable {
    pub(crate) shared: CatalogColumns,
    /// The columns `printed.X`, by X, with their indices.
    pub(crate) printed: Vec<(String, usize)>,
    pub(crate) table: raw::Table,
}

impl CurrentTable {
    pub(crate) fn read(catalog: &Path, name: &str) -> Result<Self, Failure> {
        let catalog = raw::Catalog::read(catalog)?;
        let Some(table) = catalog.table(name)? else {
            let names = || catalog.table_names().iter().map(String::as_str);
            let help = suggestion(name, names()).unwrap_or_else(|| {
                format!("the tables are {}", names().collect::<Vec<_>>().join(", "))
            });
            return Err(Failure::new(format_args!(
                "the catalog has no table `{name}`\n  help: {help}"
            )));
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
                "the table `{name}` does not say what the document prints\n  help: `reconcile` compares its columns `printed.*`, such as `printed.code`, by its column `code`"
            )));
        }
        Ok(CurrentTable {
            table: table.clone(),
            shared: CatalogColumns::new(&catalog),
            printed,
        })
    }
    /// The index of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.table
            .header()
            .iter()
            .position(|cell| cell.text == name)
    }

    /// A cell; `None` where the table has no such column.
    pub(crate) fn cell(&self, row: usize, column: &str) -> Option<&raw::Cell> {
        self.column(column)
            .map(|index| &self.table.rows()[row][index])
    }

    pub(crate) fn text_of(&self, row: usize, column: &str) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.text)
    }

    /// A row's code, in plain form.
    pub(crate) fn code(&self, row: usize) -> String {
        let plain = self.text_of(row, "code");
        plain_code(if plain.is_empty() {
            self.text_of(row, "printed.code")
        } else {
            plain
        })
    }

    /// How messages name a row: its code, and its scope where it has one.
    pub(crate) fn label(&self, row: usize) -> String {
        match self.text_of(row, "printed.scope") {
            "" => self.code(row),
            scope => format!("{} ({scope})", self.code(row)),
        }
    }

    /// The code as the table writes it: a workbook drops the zeros at its start.
    pub(crate) fn widened(&self, code: &str) -> String {
        let is_number = self.table.charset() == Charset::Digits
            && code.bytes().all(|byte| byte.is_ascii_digit());
        match self.table.width() {
            Some(width) if is_number => format!("{code:0>width$}"),
            _ => code.to_owned(),
        }
    }

    /// Whether the rows may be another edition of it: half of the codes of either are the other's.
    pub(crate) fn fits(&self, rows: &Rows) -> bool {
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

    /// The plain scopes, by what the document calls them.
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
