//! What a generation yields, and the folder that it goes to.

mod folder;
mod stale;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use self::stale::{StaleFile, StaleReason, stale_files};
pub use self::write::{OutputDir, Overwrite, write_all, write_file};
use crate::diagnostic::{Diagnostic, Errors};

/// The result of a generation: the files' contents, and what was learnt on the way.
///
/// Nothing has been written yet: [`write_to`](Self::write_to) does that.
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

/// A table of a generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSummary {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) file: String,
    pub(crate) codes: usize,
}

impl TableSummary {
    /// The table, as the catalog names it: `lianlian/return-code`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The enum's path within the generated code: `lianlian::ReturnCode`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The name of the generated file that has the enum.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The number of its codes, that is, of variants.
    pub fn codes(&self) -> usize {
        self.codes
    }
}

impl Output {
    /// The contents of each Rust file, by its name. `mod.rs` joins the others.
    ///
    /// They depend on the data alone: not on the time, the machine, or where the data lies.
    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// The files that were read, in the order of reading.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// The findings that are worth a correction, though they do not stop the generation.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The tables, in the catalog's order.
    pub fn tables(&self) -> &[TableSummary] {
        &self.tables
    }

    /// The folder of the checked-in copy, where the catalog names one (`[rust] out`).
    pub fn checked_in(&self) -> Option<&Path> {
        self.checked_in.as_deref()
    }

    /// The folder of the JSON schemas of the TOML files, where the catalog names one (`[schema] out`). The command-line
    /// tool writes them.
    pub fn schemas(&self) -> Option<&Path> {
        self.schemas.as_deref()
    }

    /// The folder of the reference in Markdown, where the catalog names one (`[markdown] out`). The command-line tool
    /// writes it.
    pub fn reference(&self) -> Option<&Path> {
        self.reference.as_deref()
    }

    /// The command that refreshes the checked-in copy, as the files' headers give it (`[rust] command`).
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Writes the files into a folder, which is created where it does not exist; returns the paths that were changed or deleted.
    ///
    /// A file that is current already is left alone, so that nothing is built anew without need. The others are
    /// first written under other names, and moved into place when all of them are whole. Files that an earlier
    /// generation left over are deleted; what the generator never wrote is left alone.
    ///
    /// Where the folder can be locked, generators that write into it wait for one another, so that its files are
    /// those of one of them.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written; the error names its path. All files are as they were then, unless the disk failed
    /// between two replacements. A symbolic link is such a file, and such a folder: nothing is written through it.
    pub fn write_to(&self, folder: impl AsRef<Path>) -> Result<Vec<PathBuf>, Errors> {
        write_all(&[OutputDir::owned(folder.as_ref(), &self.files)])
    }

    /// Returns the files of a folder that are not what was generated, in the order of their names: with those that are missing,
    /// and those that should not be there.
    ///
    /// # Errors
    ///
    /// Where the folder or a file in it cannot be read. A folder that does not exist lacks every file.
    pub fn stale_files(&self, folder: impl AsRef<Path>) -> Result<Vec<StaleFile>, Errors> {
        stale_files(&self.files, folder.as_ref())
    }
}
