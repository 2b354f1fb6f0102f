//! Whether a checked-in copy is what would be generated now.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Errors, inert_path};
use crate::emit::is_generated;
use crate::output::Output;
use crate::write;

/// Why a file is not what would be generated now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Why {
    /// It should be there and is not.
    Missing,
    /// It was generated once, and nothing generates it now.
    LeftOver,
    /// It is among the generated files, and the generator never wrote it.
    NotGenerated,
    /// Its text is not what is generated now.
    NotCurrent,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::Missing => "missing: it should have been generated",
            Why::LeftOver => "left over: nothing generates it any more",
            Why::NotGenerated => {
                "not generated: move it to another folder, this one belongs to the generator"
            }
            Why::NotCurrent => "not current",
        })
    }
}

/// A file that is not what would be generated now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    path: PathBuf,
    why: Why,
    found: String,
    expected: String,
}

impl Stale {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why it is not current.
    pub fn why(&self) -> Why {
        self.why
    }

    /// What is there now; empty where the file is missing.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What should be there; empty where the file should not be.
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", inert_path(&self.path), self.why)
    }
}

impl Output {
    /// The files of a folder that are not what was generated, in the order of their names: with those that are missing,
    /// and those that should not be there.
    ///
    /// # Errors
    ///
    /// Where the folder or a file in it cannot be read. A folder that does not exist lacks every file.
    pub fn stale_files(&self, folder: impl AsRef<Path>) -> Result<Vec<Stale>, Errors> {
        stale_files(&self.files, folder.as_ref())
    }
}

/// The files of a folder that are not these, in the order of their names. Waits for a generator that writes there.
pub fn stale_files(files: &BTreeMap<String, String>, folder: &Path) -> Result<Vec<Stale>, Errors> {
    let _lock = write::lock_shared(folder);
    compare(files, folder)
}

/// The files of a folder that are not these, in the order of their names.
pub fn compare(files: &BTreeMap<String, String>, folder: &Path) -> Result<Vec<Stale>, Errors> {
    let present = entries(folder).map_err(|error| cannot_read(folder, &error))?;
    let expected = files.keys().map(OsString::from);
    let names: BTreeSet<OsString> = present.iter().cloned().chain(expected).collect();
    let mut stale = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let new = name.to_str().and_then(|name| files.get(name));
        let is_present = present.contains(&name);
        // Folders and devices are not read: nobody generated them.
        let bytes = match is_present && path.is_file() {
            true => Some(fs::read(&path).map_err(|error| cannot_read(&path, &error))?),
            false => None,
        };
        let old = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if let (Some(old), Some(new)) = (&old, new)
            && old == new
        {
            continue;
        }
        stale.push(Stale {
            path,
            why: why(old.as_deref(), new.is_some(), is_present),
            found: old.unwrap_or_default(),
            expected: new.cloned().unwrap_or_default(),
        });
    }
    Ok(stale)
}

fn why(old: Option<&str>, is_expected: bool, is_present: bool) -> Why {
    match old {
        _ if !is_present => Why::Missing,
        Some(old) if is_generated(old) && is_expected => Why::NotCurrent,
        Some(old) if is_generated(old) => Why::LeftOver,
        _ => Why::NotGenerated,
    }
}

/// What is in a folder, by name, without what a killed run left behind: the next one deletes that.
fn entries(folder: &Path) -> io::Result<BTreeSet<OsString>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        entries => entries?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name()));
    names
        .filter(|name| !matches!(name, Ok(name) if write::written_under(name).is_some()))
        .collect()
}

fn cannot_read(path: &Path, error: &io::Error) -> Errors {
    let help = "check that it is what it should be, a folder or a file, and may be read".to_owned();
    Errors::about_file(path, format!("cannot read: {error}"), Some(help))
}
