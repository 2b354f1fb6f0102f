//! Files of a checked-in copy that are out of date.

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

/// The reason that a file is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StaleReason {
    /// The file does not exist.
    Missing,
    /// The file was generated before, and no longer is.
    LeftOver,
    /// The file is in the output directory, but the generator did not write it.
    Unmanaged,
    /// The file differs from what is generated now.
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

/// A file that is out of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleFile {
    path: PathBuf,
    reason: StaleReason,
    found: String,
    expected: String,
}

impl StaleFile {
    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the reason.
    pub fn reason(&self) -> StaleReason {
        self.reason
    }

    /// Returns the current text of the file; empty if it is missing.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns the generated text of the file; empty if it is not generated.
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for StaleFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", sanitized_path(&self.path), self.reason)
    }
}

/// Returns the files in a directory that differ from the given ones, in the order of their names. Waits for a generator that
/// writes there.
pub fn stale_files(
    files: &BTreeMap<String, String>,
    folder: &Path,
) -> Result<Vec<StaleFile>, Errors> {
    let _lock = lock_shared(folder);
    compare(files, folder)
}

/// Returns the files in a directory that differ from the given ones, in the order of their names.
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
        // Directories and devices are not read, because they are not generated.
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

/// Returns the names in a directory, without temporary files of killed runs, which the next run deletes.
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
