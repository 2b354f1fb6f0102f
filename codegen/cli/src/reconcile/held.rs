//! A table as it is held in the catalog: its cells, each with its place.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::document::{Rows, plain_code};
use crate::import::draft::Shared;
use codegen::diagnostic::Errors;
use codegen::limits::Limits;
use codegen::model::Charset;
use codegen::read::{self, csv::Grid};
use codegen::report::Report;
use codegen::source::{Cell, FileSource, SourceId, Sources};
use codegen::suggest::suggestion;

/// A table that is held against a new edition. It need not be sound: marks of an earlier edition may stand in it.
pub(super) struct Held {
    pub(super) name: String,
    pub(super) charset: Charset,
    pub(super) width: Option<usize>,
    pub(super) shared: Shared,
    pub(super) grid: Grid,
    /// The columns `printed.X`, by X, with their indices.
    pub(super) printed: Vec<(String, usize)>,
    sources: Sources,
    source: SourceId,
}

impl Held {
    pub(super) fn read(catalog: &Path, name: &str) -> Result<Self, Failure> {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let files = read::catalog(
            catalog,
            &FileSource::Disk,
            &Limits::default(),
            &mut sources,
            &mut report,
        );
        let Some(files) = files else {
            return Err(Errors::new(report.resolve(&sources), Vec::new()).into());
        };
        let shared = Shared::new(&files.catalog);
        let names: Vec<String> = files
            .catalog
            .tables
            .iter()
            .map(|name| name.get_ref().clone())
            .collect();
        let found = files
            .tables
            .into_iter()
            .find(|table| table.name.text == name);
        let Some(table) = found else {
            if names.iter().any(|known| known == name) {
                return Err(Errors::new(report.resolve(&sources), Vec::new()).into());
            }
            let names = || names.iter().map(String::as_str);
            let help = suggestion(name, names()).unwrap_or_else(|| {
                format!("the tables are {}", names().collect::<Vec<_>>().join(", "))
            });
            return Err(Failure::new(format_args!(
                "the catalog has no table `{name}`\n  help: {help}"
            )));
        };
        let code = &table.description.code;
        let width = code
            .width
            .as_ref()
            .and_then(|width| usize::try_from(*width.get_ref()).ok())
            .filter(|width| !Limits::default().cell_length.is_exceeded_by(*width));
        let printed: Vec<(String, usize)> = (table.grid.header.iter().enumerate())
            .filter_map(|(index, cell)| {
                Some((cell.text.strip_prefix("printed.")?.to_owned(), index))
            })
            .collect();
        let has = |wanted: &str| table.grid.header.iter().any(|cell| cell.text == wanted);
        if printed.is_empty() || !has("code") {
            return Err(Failure::new(format_args!(
                "the table `{name}` does not say what the document prints\n  help: `reconcile` compares its columns `printed.*`, such as `printed.code`, by its column `code`"
            )));
        }
        Ok(Held {
            name: name.to_owned(),
            charset: code.charset,
            width,
            shared,
            source: table.grid.header[0].span.source,
            grid: table.grid,
            printed,
            sources,
        })
    }

    /// The CSV file.
    pub(super) fn path(&self) -> &PathBuf {
        &self.sources.get(self.source).path
    }

    pub(super) fn text(&self) -> &str {
        &self.sources.get(self.source).text
    }

    /// The index of a column.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.grid.header.iter().position(|cell| cell.text == name)
    }

    /// A cell; `None` where the table has no such column.
    pub(super) fn cell(&self, row: usize, column: &str) -> Option<&Cell> {
        self.column(column).map(|index| &self.grid.rows[row][index])
    }

    pub(super) fn text_of(&self, row: usize, column: &str) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.text)
    }

    /// A row's code, in plain form.
    pub(super) fn code(&self, row: usize) -> String {
        let plain = self.text_of(row, "code");
        plain_code(if plain.is_empty() {
            self.text_of(row, "printed.code")
        } else {
            plain
        })
    }

    /// How messages name a row: its code, and its scope where it has one.
    pub(super) fn label(&self, row: usize) -> String {
        match self.text_of(row, "printed.scope") {
            "" => self.code(row),
            scope => format!("{} ({scope})", self.code(row)),
        }
    }

    /// The code as the table writes it: a workbook drops the zeros at its start.
    pub(super) fn widened(&self, code: &str) -> String {
        let is_number =
            self.charset == Charset::Digits && code.bytes().all(|byte| byte.is_ascii_digit());
        match self.width {
            Some(width) if is_number => format!("{code:0>width$}"),
            _ => code.to_owned(),
        }
    }

    /// Whether the rows may be another edition of it: half of the codes of either are the other's.
    pub(super) fn fits(&self, rows: &Rows) -> bool {
        let own: HashSet<String> = (0..self.grid.rows.len())
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
    pub(super) fn scopes(&self) -> BTreeMap<&str, &str> {
        let pair = |row| {
            (
                self.text_of(row, "printed.scope"),
                self.text_of(row, "scope"),
            )
        };
        (0..self.grid.rows.len()).map(pair).collect()
    }
}
