//! The public view of a catalog: read-only data for exporters and other tools.

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

/// A checked catalog: its languages, attributes, tables and codes.
///
/// The data are read-only and consistent: each code has a variant of its own, each attribute has a value that it allows, and
/// each message has the placeholders of its translations.
///
/// The types of this module borrow from the catalog and are cheap to copy.
///
/// # Example
///
/// An exporter that prints the codes as SQL:
///
#[doc = concat!("```no_run\n", include_str!("../../examples/sql.rs"), "```")]
#[derive(Debug)]
pub struct Catalog {
    path: PathBuf,
    data: Data,
}

impl Catalog {
    /// Reads and checks the catalog at a path and its tables.
    ///
    /// # Errors
    ///
    /// Returns all errors in the data.
    pub fn load(path: impl Into<PathBuf>) -> Result<Self, Errors> {
        let path = path.into();
        let checked = Builder::new(&path).check()?;
        Ok(Catalog::new(path, checked))
    }

    /// Reads and checks a catalog in memory. `files` has its files by path; `path` is that of the catalog.
    ///
    /// # Errors
    ///
    /// Returns all errors in the data. [`Errors::inputs`] includes the files that are missing.
    pub fn load_from(
        path: impl Into<PathBuf>,
        files: BTreeMap<PathBuf, Vec<u8>>,
    ) -> Result<Self, Errors> {
        let path = path.into();
        let checked = Builder::new(&path).files(files).check()?;
        Ok(Catalog::new(path, checked))
    }

    /// Reads and checks the catalog at a path like [`load`](Self::load), but lints warn at most (see [`Builder::cap_lints`]). Use it
    /// to look something up in a catalog that is being edited.
    ///
    /// # Errors
    ///
    /// Returns all errors in the data.
    pub fn load_with_capped_lints(path: impl Into<PathBuf>) -> Result<Self, Errors> {
        let path = path.into();
        let checked = Builder::new(&path).cap_lints(true).check()?;
        Ok(Catalog::new(path, checked))
    }

    fn new(path: PathBuf, checked: CheckedCatalog) -> Self {
        let data = Data::new(checked);
        Catalog { path, data }
    }

    /// Generates the Rust files without writing them.
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

    /// Returns the warnings, in the order of the files and of the locations in each.
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

    /// Returns the tags that a language serves besides its own, in the order of the tags, each with the tag of that language: those of
    /// `[fallback]`, and the defaults.
    pub fn fallbacks(&self) -> impl ExactSizeIterator<Item = (&str, &str)> + Clone {
        let model = self.model();
        let served = model.fallbacks.iter();
        served.map(|fallback| (&*fallback.tag, &*model.languages[fallback.language].tag))
    }

    /// Returns the `[http]` section; `None` if the codes have no HTTP status.
    pub fn http(&self) -> Option<Http<'_>> {
        self.model().http.as_ref().map(Http)
    }

    /// Returns the text of unknown codes in a language (`[unknown_code]`, or the default).
    pub fn unknown_code(&self, language: &str) -> Option<&str> {
        let index = self.languages().position(|tag| tag == language)?;
        Some(&self.model().unknown_code[index])
    }

    /// Returns the attributes, in the catalog's order.
    pub fn attributes(&self) -> impl ExactSizeIterator<Item = Attribute<'_>> + Clone {
        self.model().attributes.iter().map(Attribute::new)
    }

    /// Returns an attribute by name.
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

    /// Returns a table by name: `lianlian/return-code`.
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

    /// Returns the doc of a module (`[module]`), by path.
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

    /// Returns the command that updates the checked-in copy (`[rust] command`).
    pub fn command(&self) -> &str {
        &self.model().rust.command
    }

    /// Returns the cargo feature that enables the code for serde (`[rust] serde`).
    pub fn serde_feature(&self) -> Option<&str> {
        self.model().rust.serde.as_ref().map(|name| &*name.text)
    }

    /// Returns the cargo feature that enables the code for the crate `http` (`[rust] http`).
    pub fn http_feature(&self) -> Option<&str> {
        self.model().rust.http.as_ref().map(|name| &*name.text)
    }

    /// Returns the cargo feature that enables the code for sqlx (`[rust] sqlx`).
    pub fn sqlx_feature(&self) -> Option<&str> {
        self.model().rust.sqlx.as_ref().map(|name| &*name.text)
    }

    /// Returns `true` if the enums have constructors of errors (`[rust] errors`).
    pub fn has_errors(&self) -> bool {
        self.model().rust.errors
    }

    /// Returns the directory of the checked-in copy (`[rust] out`).
    pub fn rust_out(&self) -> Option<PathBuf> {
        self.beside(self.model().rust.out.as_ref())
    }

    /// Returns the directory of the reference in Markdown (`[markdown] out`).
    pub fn markdown_out(&self) -> Option<PathBuf> {
        self.beside(self.model().reference.markdown.as_ref())
    }

    /// Returns the directory of the JSON schemas (`[schema] out`).
    pub fn schema_out(&self) -> Option<PathBuf> {
        self.beside(self.model().schema_out.as_ref())
    }

    /// Returns the header of a generated file, without comment marks: the generator with the tables, and the command that updates the
    /// file. The generator replaces only files that start with the first line.
    pub fn header_lines<'a>(&self, tables: impl Iterator<Item = &'a str>) -> [String; 2] {
        crate::emit::header_lines(self.model(), tables)
    }

    /// Resolves a path relative to the catalog.
    fn beside(&self, path: Option<&crate::source::Cell>) -> Option<PathBuf> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        path.map(|path| tidy(&folder.join(&path.text)))
    }

    fn model(&self) -> &model::Catalog {
        self.data.model()
    }
}

/// The `[http]` section of a catalog.
#[derive(Clone, Copy, Debug)]
pub struct Http<'a>(&'a model::Http);

impl<'a> Http<'a> {
    /// Returns the meaning of the status.
    pub fn doc(self) -> &'a str {
        &self.0.doc
    }

    /// Returns `true` if codes may be without a status.
    pub fn is_optional(self) -> bool {
        self.0.optional
    }

    /// Returns the status of unknown codes.
    pub fn undocumented(self) -> Option<u16> {
        self.0.undocumented.map(model::HttpStatus::get)
    }
}

/// A module of the generated code with tables.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    catalog: &'a Catalog,
    path: &'a [String],
}

impl<'a> Module<'a> {
    /// Returns the path: `lianlian::accp`.
    pub fn path(self) -> String {
        self.path.join("::")
    }

    /// Returns the name of the files without the extension: `lianlian.accp`.
    pub fn file_stem(self) -> String {
        self.path.join(".")
    }

    /// Returns the doc of the module (`[module]`).
    pub fn doc(self) -> Option<&'a str> {
        self.catalog.module_doc(&self.path())
    }

    /// Returns the tables, in the catalog's order.
    pub fn tables(self) -> impl Iterator<Item = Table<'a>> + Clone {
        let tables = self.catalog.tables();
        tables.filter(move |table| table.module_path() == self.path)
    }
}
