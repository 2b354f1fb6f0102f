//! Files of a checked-in copy that are out of date, and files that the generator did not write.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::folder::{lock_shared, temp_file_target};
use crate::diagnostic::{Diagnostic, Errors, Level};
use crate::emit::origin;
use crate::sanitize::sanitized_path;

/// The reason that a file is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StaleReason {
    /// The file does not exist.
    Missing,
    /// The file was generated from this catalog before, and no longer is.
    LeftOver,
    /// The file is in the output directory, but was not generated from this catalog. The generator neither replaces nor
    /// deletes it.
    Unmanaged,
    /// The file differs from what is generated now.
    OutOfDate,
}

impl fmt::Display for StaleReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StaleReason::Missing => "file is missing",
            StaleReason::LeftOver => "file is no longer generated",
            StaleReason::Unmanaged => "file was not generated from this catalog",
            StaleReason::OutOfDate => "file is out of date",
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

    /// Returns the current text of a file that is out of date; empty for other reasons.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns the generated text of the file; empty if it is not generated.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// Returns the reason as a diagnostic about the file, with what to do about it.
    pub fn diagnostic(&self, level: Level) -> Diagnostic {
        let help = match self.reason {
            StaleReason::LeftOver => Some("run `codegen generate --prune` to delete it"),
            StaleReason::Unmanaged => Some("move it out of the output directory"),
            StaleReason::Missing | StaleReason::OutOfDate => None,
        };
        let help = help.map(str::to_owned);
        Diagnostic::about_file(level, &self.path, self.reason.to_string(), help)
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
    check_directory(folder)?;
    let present = entries(folder).map_err(|error| cannot_read(folder, &error))?;
    let expected = files.keys().map(OsString::from);
    let names: BTreeSet<OsString> = present.iter().cloned().chain(expected).collect();
    let mut stale = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let new = name.to_str().and_then(|name| files.get(name));
        let (reason, found) = match (found(&path, new, files)?, new) {
            _ if !present.contains(&name) => (StaleReason::Missing, None),
            (Found::Current, _) => continue,
            (Found::Generated(text), Some(_)) => (StaleReason::OutOfDate, Some(text)),
            (Found::Generated(_), None) => (StaleReason::LeftOver, None),
            // An empty file is replaced, as if it was missing.
            (Found::Empty, Some(_)) => (StaleReason::OutOfDate, None),
            (Found::Empty | Found::Other, _) => (StaleReason::Unmanaged, None),
        };
        stale.push(StaleFile {
            path,
            reason,
            found: found.unwrap_or_default(),
            expected: new.cloned().unwrap_or_default(),
        });
    }
    Ok(stale)
}

/// What is at the path of a file in an output directory.
pub(super) enum Found {
    /// The expected text, whatever its line ends are.
    Current,
    /// A file that was generated from the same catalog, with its text if the file is expected.
    Generated(String),
    /// An empty file.
    Empty,
    /// Anything else, or nothing.
    Other,
}

/// The number of bytes that are enough to recognize a header.
const HEADER_BYTES: u64 = 4096;

/// Looks at a path of an output directory; `files` are all files that are generated there. Reads no more than the first lines
/// of files that the generator did not write, and does not open pipes and devices.
pub(super) fn found(
    path: &Path,
    expected: Option<&String>,
    files: &BTreeMap<String, String>,
) -> Result<Found, Errors> {
    if !path.is_file() {
        return Ok(Found::Other);
    }
    let read = |limit: u64| {
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(limit).read_to_end(&mut bytes))
            .map_err(|error| cannot_read(path, &error))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let start = read(HEADER_BYTES)?;
    let origins = || files.values().map(|text| origin(text));
    Ok(match (origin(&start), expected) {
        (None, _) if start.is_empty() => Found::Empty,
        (Some(found), None) if origins().any(|origin| origin == Some(found)) => {
            Found::Generated(String::new())
        }
        (Some(found), Some(expected)) if origin(expected) == Some(found) => {
            let text = read(u64::MAX)?.replace("\r\n", "\n");
            if text == *expected {
                Found::Current
            } else {
                Found::Generated(text)
            }
        }
        _ => Found::Other,
    })
}

/// Reports a file in the place of an output directory.
pub(super) fn check_directory(folder: &Path) -> Result<(), Errors> {
    if folder.is_dir() || !folder.exists() {
        return Ok(());
    }
    let help = "choose another directory".to_owned();
    let message = "expected a directory, found a file";
    Err(Errors::about_file(folder, message, Some(help)))
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
