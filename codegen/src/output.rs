//! What a generation yields, and writing it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Errors};
use crate::freshness::{Why, stale_files};

/// The result of a generation: the files' contents, and what was learnt on the way.
///
/// Nothing has been written yet: [`write_to`](Self::write_to) does that.
#[derive(Clone, Debug)]
pub struct Output {
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) warnings: Vec<Diagnostic>,
    pub(crate) tables: Vec<Summary>,
    pub(crate) checked_in: Option<PathBuf>,
    pub(crate) command: String,
    pub(crate) schemas: Option<PathBuf>,
    pub(crate) reference: Option<PathBuf>,
}

/// A table of a generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) file: String,
    pub(crate) codes: usize,
}

impl Summary {
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

    /// How many codes, that is variants, it has.
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

    /// What is worth mending in the data, though it does not stop the generation.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The tables, in the catalog's order.
    pub fn tables(&self) -> &[Summary] {
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

    /// Writes the files into a folder, which is made where it does not exist; gives the paths that were changed or deleted.
    ///
    /// A file that is current already is left alone, so that nothing is built anew without need. The others are
    /// first written under other names and then moved into place: a file is never half-written. Files that an earlier
    /// generation left over are deleted; what the generator never wrote is left alone.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written; the error names its path.
    pub fn write_to(&self, folder: impl AsRef<Path>) -> Result<Vec<PathBuf>, Errors> {
        write_files(&self.files, folder.as_ref())
    }
}

/// Makes a folder hold these files; gives the paths that were changed or deleted.
pub(crate) fn write_files(
    files: &BTreeMap<String, String>,
    folder: &Path,
) -> Result<Vec<PathBuf>, Errors> {
    let failed = |path: &Path, error: io::Error| cannot_write(path, &error);
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let mut written = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            continue;
        }
        replace(&path, text).map_err(|error| failed(&path, error))?;
        written.push(path);
    }
    for stale in stale_files(files, folder)? {
        if stale.why() == Why::LeftOver {
            fs::remove_file(stale.path()).map_err(|error| failed(stale.path(), error))?;
            written.push(stale.path().to_owned());
        }
    }
    Ok(written)
}

/// Writes a file whole or not at all, and makes its folder where there is none.
#[cfg(feature = "cli")]
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Errors> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let written = fs::create_dir_all(folder).and_then(|()| replace(path, text));
    written.map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &io::Error) -> Errors {
    let help = "check that the folder may be written to and that the disk has room".to_owned();
    Errors::about_file(path, format!("cannot write: {error}"), Some(help))
}

/// Writes a file whole or not at all.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let new = path.with_file_name(name);
    let write = || -> io::Result<()> {
        let mut file = fs::File::create(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, path)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })
}
