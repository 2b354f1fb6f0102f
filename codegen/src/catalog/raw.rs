//! The files of a catalog before they are checked, for tools that create and edit tables.
//!
//! This module reads catalogs that [`Catalog::load`](super::Catalog::load) rejects, if their files have the right form: a draft
//! of a table is rejected until it has been reviewed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diagnostic::Errors;
use crate::limits::Limits;
use crate::model::Charset;
use crate::read::{self, TableFiles};
use crate::report::Report;
use crate::source::{self, FileSource, Sources};

/// The contents of a catalog's files.
#[derive(Debug)]
pub struct Catalog {
    languages: Vec<String>,
    requires_http: Option<bool>,
    /// By name; `true` if each code must have a value.
    attributes: BTreeMap<String, bool>,
    table_names: Vec<String>,
    /// The tables that could be read.
    tables: Vec<Table>,
    errors: Errors,
}

impl Catalog {
    /// Reads the catalog at a path, and the tables that can be read.
    ///
    /// # Errors
    ///
    /// Returns an error if the catalog's own file cannot be read or does not have the right form.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Errors> {
        let limits = Limits::default();
        let (mut sources, mut report) = (Sources::default(), Report::new(limits.diagnostics));
        let files = read::catalog(
            path.as_ref(),
            &FileSource::Disk,
            &limits,
            &mut sources,
            &mut report,
        );
        let errors = Errors::new(report.resolve(&sources), Vec::new());
        let Some(files) = files else {
            return Err(errors);
        };
        let catalog = &files.catalog;
        let texts = |texts: &[toml::Spanned<String>]| -> Vec<String> {
            texts.iter().map(|text| text.get_ref().clone()).collect()
        };
        let attributes = catalog.attribute.iter();
        let attributes = attributes.filter(|(_, options)| options.from.is_none());
        Ok(Catalog {
            languages: (catalog.languages.get_ref().iter())
                .map(|language| language.get_ref().tag.clone())
                .collect(),
            requires_http: catalog.http.as_ref().map(|http| !http.optional),
            attributes: attributes
                .map(|(name, options)| (name.get_ref().clone(), !options.optional))
                .collect(),
            table_names: texts(&catalog.tables),
            tables: (files.tables.iter())
                .map(|table| Table::new(table, &sources))
                .collect(),
            errors,
        })
    }

    /// Returns the tags of the languages, in the catalog's order.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Returns `true` if each code must have an HTTP status, `false` if it is optional; `None` if the catalog has no `[http]`.
    pub fn requires_http(&self) -> Option<bool> {
        self.requires_http
    }

    /// Returns the names of the attributes that tables have columns for, in alphabetical order, each with `true` if every code must have a value.
    pub fn attributes(&self) -> impl ExactSizeIterator<Item = (&str, bool)> {
        let attributes = self.attributes.iter();
        attributes.map(|(name, required)| (name.as_str(), *required))
    }

    /// Returns the names of the tables, in the catalog's order.
    pub fn table_names(&self) -> &[String] {
        &self.table_names
    }

    /// Returns a table by name; `None` if the catalog does not list it.
    ///
    /// # Errors
    ///
    /// Returns an error if the catalog lists the table but its files could not be read.
    pub fn table(&self, name: &str) -> Result<Option<&Table>, Errors> {
        let table = self.tables.iter().find(|table| table.name == name);
        let is_listed = self.table_names.iter().any(|known| known == name);
        match table {
            None if is_listed => Err(self.errors.clone()),
            table => Ok(table),
        }
    }
}

/// The files of a table.
#[derive(Clone, Debug)]
pub struct Table {
    name: String,
    path: PathBuf,
    text: String,
    charset: Charset,
    width: Option<usize>,
    ignored: BTreeMap<String, String>,
    header: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

/// A cell of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cell {
    /// The text, without quotes.
    pub text: String,
    /// The bytes in the text of the file, with quotes; empty if the row ends before the cell.
    pub range: Range<usize>,
}

impl Table {
    fn new(table: &TableFiles, sources: &Sources) -> Self {
        let code = &table.description.code;
        let width = code.width.as_ref().map(|width| *width.get_ref());
        let width = width.and_then(|width| usize::try_from(width).ok());
        let csv = sources.get(table.grid.header[0].span.source);
        let cells = |cells: &Vec<source::Cell>| {
            let cell = |cell: &source::Cell| Cell {
                text: cell.text.clone(),
                range: cell.span.range(),
            };
            cells.iter().map(cell).collect()
        };
        Table {
            name: table.name.text.clone(),
            path: csv.path.clone(),
            text: csv.text.clone(),
            charset: *code.charset.get_ref(),
            width: width.filter(|width| !Limits::default().cell_length.is_exceeded_by(*width)),
            ignored: table.description.ignored.clone(),
            header: cells(&table.grid.header),
            rows: table.grid.rows.iter().map(cells).collect(),
        }
    }

    /// Returns the name in the catalog: `lianlian/return-code`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the path of the CSV file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the text of the CSV file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the charset of the codes.
    pub fn charset(&self) -> Charset {
        self.charset
    }

    /// Returns the number of characters in each code; `None` for any number.
    pub fn width(&self) -> Option<usize> {
        self.width
    }

    /// Returns the texts in place of codes that are not codes, in alphabetical order, each with the reason.
    pub fn ignored(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        let ignored = self.ignored.iter();
        ignored.map(|(text, why)| (text.as_str(), why.as_str()))
    }

    /// Returns the cells of the header.
    pub fn header(&self) -> &[Cell] {
        &self.header
    }

    /// Returns the cells of the other lines, each with as many as the header.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }
}
