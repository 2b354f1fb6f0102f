//! A catalog that was read and checked, as read-only data: what an exporter needs.

mod attribute;
mod data;
pub mod raw;
mod table;
mod translation;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use self::attribute::{Attribute, EnumValue, Kind, Predicate, Value};
use self::data::Data;
pub use self::table::{Code, Provenance, Retired, Row, Table};
pub use self::translation::{Label, Translation};
use crate::builder::{Builder, CheckedCatalog};
use crate::diagnostic::{Diagnostic, Errors};
use crate::model;
use crate::output::Output;
use crate::source::tidy;

/// A catalog that was read and checked: its languages, attributes, tables and codes.
///
/// It is read-only. What is in it holds together: each code has a variant of its own, each value is one that its attribute
/// allows, each message has the placeholders that its translations have.
///
/// The data refer to the catalog that they are in, and are cheap to copy.
///
/// # Example
///
/// An exporter, which prints the codes as SQL:
///
#[doc = concat!("```no_run\n", include_str!("../../examples/sql.rs"), "```")]
#[derive(Debug)]
pub struct Catalog {
    path: PathBuf,
    data: Data,
}

impl Catalog {
    /// Reads the catalog at a path, with its tables, and checks them.
    ///
    /// # Errors
    ///
    /// Every error in the data, in one run.
    pub fn load(path: impl Into<PathBuf>) -> Result<Self, Errors> {
        let path = path.into();
        let checked = Builder::new(&path).check()?;
        Ok(Catalog::new(path, checked))
    }

    /// Reads the catalog from files that are in memory, by path; `path` is one of them.
    ///
    /// # Errors
    ///
    /// Every error in the data, in one run. [`Errors::inputs`] lists the files that were asked for, also those that are missing.
    pub fn load_from(
        path: impl Into<PathBuf>,
        files: BTreeMap<PathBuf, Vec<u8>>,
    ) -> Result<Self, Errors> {
        let path = path.into();
        let checked = Builder::new(&path).files(files).check()?;
        Ok(Catalog::new(path, checked))
    }

    fn new(path: PathBuf, checked: CheckedCatalog) -> Self {
        let data = Data::new(checked);
        Catalog { path, data }
    }

    /// Generates the Rust files. Nothing is written.
    pub fn generate(&self) -> Output {
        Builder::new(&self.path).output(&self.data.checked)
    }

    /// Returns the path that the catalog was loaded from.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the files that were read, in the order of reading.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.data.checked.inputs
    }

    /// Returns what the lints found, in the order of the files and the places in them.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.data.checked.warnings
    }

    /// Returns the BCP 47 tags of the messages' languages, in the catalog's order.
    pub fn languages(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.data.languages()
    }

    /// Returns the tag of the language that `Display` uses.
    pub fn display_language(&self) -> &str {
        &self.model().languages[self.model().display].tag
    }

    /// Returns what the catalog says of HTTP statuses (`[http]`); `None` where its codes have none.
    pub fn http(&self) -> Option<Http<'_>> {
        self.model().http.as_ref().map(Http)
    }

    /// Returns the attributes, in the catalog's order.
    pub fn attributes(&self) -> impl ExactSizeIterator<Item = Attribute<'_>> + Clone {
        self.model().attributes.iter().map(Attribute::new)
    }

    /// Returns the attribute of that name.
    pub fn attribute(&self, name: &str) -> Option<Attribute<'_>> {
        self.attributes().find(|attribute| attribute.name() == name)
    }

    /// Returns the modules that have tables, in the order of their paths.
    pub fn modules(&self) -> impl Iterator<Item = Module<'_>> {
        let tables = self.tables();
        let paths: std::collections::BTreeSet<&[String]> =
            tables.map(|table| table.module_path()).collect();
        paths.into_iter().map(|path| Module {
            catalog: self,
            path,
        })
    }

    /// Returns the tables, in the catalog's order.
    pub fn tables(&self) -> impl ExactSizeIterator<Item = Table<'_>> + Clone {
        (0..self.model().tables.len()).map(|index| Table::new(&self.data, index))
    }

    /// Returns the table of that name: `lianlian/return-code`.
    pub fn table(&self, name: &str) -> Option<Table<'_>> {
        self.tables().find(|table| table.name() == name)
    }

    /// Returns the docs of the catalog in other languages (`[translation.TAG]`).
    pub fn translations(&self) -> impl Iterator<Item = Translation<'_>> + Clone {
        self.model()
            .reference
            .translations
            .iter()
            .map(Translation::new)
    }

    /// Returns what `[module]` says of a module; `None` where it says nothing.
    pub fn module_doc(&self, path: &str) -> Option<&str> {
        let mut modules = self.model().modules.iter();
        let module = modules.find(|module| module.path.text == path)?;
        Some(&module.doc)
    }

    /// Returns the paths of the modules that `[module]` describes.
    pub fn described_modules(&self) -> impl Iterator<Item = &str> {
        let modules = self.model().modules.iter();
        modules.map(|module| module.path.text.as_str())
    }

    /// Returns the name of the crate that the generated code is part of (`[rust] crate`).
    pub fn crate_name(&self) -> Option<&str> {
        self.model().reference.crate_name.as_deref()
    }

    /// Returns the command that refreshes the checked-in copy (`[rust] command`).
    pub fn command(&self) -> &str {
        &self.model().rust.command
    }

    /// Returns the cargo feature that guards the code for serde (`[rust] serde`).
    pub fn serde_feature(&self) -> Option<&str> {
        self.model().rust.serde.as_ref().map(|name| &*name.text)
    }

    /// Returns the cargo feature that guards the code for the crate `http` (`[rust] http`).
    pub fn http_feature(&self) -> Option<&str> {
        self.model().rust.http.as_ref().map(|name| &*name.text)
    }

    /// Returns the folder of the checked-in copy (`[rust] out`).
    pub fn rust_out(&self) -> Option<PathBuf> {
        self.beside(self.model().rust.out.as_ref())
    }

    /// Returns the folder of the reference in Markdown (`[markdown] out`).
    pub fn markdown_out(&self) -> Option<PathBuf> {
        self.beside(self.model().reference.markdown.as_ref())
    }

    /// Returns the folder of the JSON schemas (`[schema] out`).
    pub fn schema_out(&self) -> Option<PathBuf> {
        self.beside(self.model().schema_out.as_ref())
    }

    /// Returns the header of a generated file, without comment marks: the generator and the tables that made it, and the command that
    /// makes it anew. A file whose first line is the header's first is one that the generator may replace.
    pub fn header_lines<'a>(&self, tables: impl Iterator<Item = &'a str>) -> [String; 2] {
        crate::emit::header_lines(self.command(), tables)
    }

    /// A path that the catalog gives relative to itself.
    fn beside(&self, path: Option<&crate::source::Cell>) -> Option<PathBuf> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        path.map(|path| tidy(&folder.join(&path.text)))
    }

    fn model(&self) -> &model::Catalog {
        self.data.model()
    }
}

/// What a catalog says of its codes' HTTP statuses: `[http]`.
#[derive(Clone, Copy, Debug)]
pub struct Http<'a>(&'a model::Http);

impl<'a> Http<'a> {
    /// Returns what the status means.
    pub fn doc(self) -> &'a str {
        &self.0.doc
    }

    /// Returns whether a code may have none.
    pub fn is_optional(self) -> bool {
        self.0.optional
    }

    /// Returns the status of a code that no table has.
    pub fn undocumented(self) -> Option<u16> {
        self.0.undocumented.map(model::HttpStatus::get)
    }
}

/// A module of the generated code that has tables.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    catalog: &'a Catalog,
    path: &'a [String],
}

impl<'a> Module<'a> {
    /// Returns its path: `lianlian::accp`.
    pub fn path(self) -> String {
        self.path.join("::")
    }

    /// Returns the name of its files, without an extension: `lianlian.accp`.
    pub fn file_stem(self) -> String {
        self.path.join(".")
    }

    /// Returns what `[module]` says of it.
    pub fn doc(self) -> Option<&'a str> {
        self.catalog.module_doc(&self.path())
    }

    /// Returns its tables, in the catalog's order.
    pub fn tables(self) -> impl Iterator<Item = Table<'a>> + Clone {
        let tables = self.catalog.tables();
        tables.filter(move |table| table.module_path() == self.path)
    }
}
