//! The generated files, and the directory for them.

mod folder;
mod stale;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use self::stale::{StaleFile, StaleReason, stale_files};
pub use self::write::{OutputDir, Overwrite, edit_file, write_all, write_file};
use crate::diagnostic::{Diagnostic, Errors};

/// The result of a generation: the contents of the files, the tables and the warnings.
///
/// Nothing is written until [`write_to`](Self::write_to).
#[derive(Clone, Debug)]
pub struct Output {
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) warnings: Vec<Diagnostic>,
    pub(crate) tables: Vec<TableSummary>,
    pub(crate) checked_in: Option<PathBuf>,
    pub(crate) command: String,
    pub(crate) schemas: Option<PathBuf>,
    pub(crate) reference: Option<PathBuf>,
}

/// A summary of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSummary {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) file: String,
    pub(crate) codes: usize,
}

impl TableSummary {
    /// Returns the name of the table in the catalog: `lianlian/return-code`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the path of the enum within the generated code: `lianlian::ReturnCode`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the name of the generated file with the enum.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns the number of codes, which is that of the variants.
    pub fn codes(&self) -> usize {
        self.codes
    }
}

impl Output {
    /// Returns the contents of each Rust file, by name. `mod.rs` includes the others.
    ///
    /// They depend on the data only, not on the time, the machine or the path of the catalog.
    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// Returns the paths of the files that were read, in the order of reading.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// Returns the warnings about the data.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// Returns the tables, in the catalog's order.
    pub fn tables(&self) -> &[TableSummary] {
        &self.tables
    }

    /// Returns the directory of the checked-in copy (`[rust] out`), if the catalog has one.
    pub fn checked_in(&self) -> Option<&Path> {
        self.checked_in.as_deref()
    }

    /// Returns the directory of the JSON schemas of the TOML files (`[schema] out`), if the catalog has one. The command line
    /// writes them.
    pub fn schemas(&self) -> Option<&Path> {
        self.schemas.as_deref()
    }

    /// Returns the directory of the Markdown reference (`[markdown] out`), if the catalog has one. The command line writes
    /// it.
    pub fn reference(&self) -> Option<&Path> {
        self.reference.as_deref()
    }

    /// Returns the command that updates the checked-in copy (`[rust] command`).
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Writes the files into a directory; returns the paths of the files that were changed.
    ///
    /// A directory that does not exist is created. Current files are left alone, so that they cause no rebuild. The others
    /// are written to temporary files first, which replace them when all are complete. Nothing is deleted: files of earlier
    /// runs that are no longer generated remain, and [`stale_files`](Self::stale_files) lists them.
    ///
    /// Generators that write to the same directory wait for each other if the file system supports locks, so that all files
    /// are those of one generator.
    ///
    /// # Errors
    ///
    /// Returns an error with the path of the file or directory that cannot be written, such as a symbolic link, or a file that
    /// was not generated from this catalog. All files are then unchanged, unless the disk failed between two replacements.
    pub fn write_to(&self, folder: impl AsRef<Path>) -> Result<Vec<PathBuf>, Errors> {
        write_all(&[OutputDir::generated(folder.as_ref(), &self.files)])
    }

    /// Returns the files in a directory that differ from the generated ones, including missing and surplus files, in the order
    /// of their names.
    ///
    /// # Errors
    ///
    /// Returns an error if the directory or a file in it cannot be read. In a directory that does not exist, all files are
    /// missing.
    pub fn stale_files(&self, folder: impl AsRef<Path>) -> Result<Vec<StaleFile>, Errors> {
        stale_files(&self.files, folder.as_ref())
    }
}
