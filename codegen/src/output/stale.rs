//! The files of a checked-in copy that are not what would be generated now.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{lock_shared, temp_file_target};
use crate::diagnostic::Errors;
use crate::emit::is_generated;
use crate::sanitize::sanitized_path;

/// The reason that a file is not what would be generated now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StaleReason {
    /// It should be there and is not.
    Missing,
    /// It was generated once, and nothing generates it now.
    LeftOver,
    /// It is among the generated files, and the generator never wrote it.
    Unmanaged,
    /// Its text is not what is generated now.
    OutOfDate,
}

impl fmt::Display for StaleReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StaleReason::Missing => "missing",
            StaleReason::LeftOver => "no longer generated; delete it",
            StaleReason::Unmanaged => "not a generated file; move it out of the output directory",
            StaleReason::OutOfDate => "out of date",
        })
    }
}

/// A file that is not what would be generated now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleFile {
    path: PathBuf,
    reason: StaleReason,
    found: String,
    expected: String,
}

impl StaleFile {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The reason that it is not current.
    pub fn reason(&self) -> StaleReason {
        self.reason
    }

    /// The text that is there now; empty where the file is missing.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The text that should be there; empty where the file should not be.
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for StaleFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", sanitized_path(&self.path), self.reason)
    }
}

/// Returns the files of a folder that are not these, in the order of their names. Waits for a generator that writes there.
pub fn stale_files(
    files: &BTreeMap<String, String>,
    folder: &Path,
) -> Result<Vec<StaleFile>, Errors> {
    let _lock = lock_shared(folder);
    compare(files, folder)
}

/// Returns the files of a folder that are not these, in the order of their names.
pub(super) fn compare(
    files: &BTreeMap<String, String>,
    folder: &Path,
) -> Result<Vec<StaleFile>, Errors> {
    let present = entries(folder).map_err(|error| cannot_read(folder, &error))?;
    let expected = files.keys().map(OsString::from);
    let names: BTreeSet<OsString> = present.iter().cloned().chain(expected).collect();
    let mut stale = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let new = name.to_str().and_then(|name| files.get(name));
        let is_present = present.contains(&name);
        // Folders and devices are not read: they are not generated.
        let bytes = if is_present && path.is_file() {
            Some(fs::read(&path).map_err(|error| cannot_read(&path, &error))?)
        } else {
            None
        };
        let old = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if let (Some(old), Some(new)) = (&old, new)
            && old == new
        {
            continue;
        }
        stale.push(StaleFile {
            path,
            reason: reason(old.as_deref(), new.is_some(), is_present),
            found: old.unwrap_or_default(),
            expected: new.cloned().unwrap_or_default(),
        });
    }
    Ok(stale)
}

fn reason(old: Option<&str>, is_expected: bool, is_present: bool) -> StaleReason {
    match old {
        _ if !is_present => StaleReason::Missing,
        Some(old) if is_generated(old) && is_expected => StaleReason::OutOfDate,
        Some(old) if is_generated(old) => StaleReason::LeftOver,
        _ => StaleReason::Unmanaged,
    }
}

/// Returns what is in a folder, by name, without what a killed run left behind: the next one deletes that.
fn entries(folder: &Path) -> io::Result<BTreeSet<OsString>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        entries => entries?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name()));
    names
        .filter(|name| !matches!(name, Ok(name) if temp_file_target(name).is_some()))
        .collect()
}

fn cannot_read(path: &Path, error: &io::Error) -> Errors {
    let help = "check that it exists and is readable".to_owned();
    Errors::about_file(path, format!("failed to read: {error}"), Some(help))
}
