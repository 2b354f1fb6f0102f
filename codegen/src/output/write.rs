//! Writing files, each completely or not at all. One generator writes to a directory at a time, and none writes through links.
//!
//! A run writes all files to temporary files, which replace the old ones when all are complete, so that a full disk changes
//! nothing. A run that is killed between two replacements leaves some files old and some new. The next run writes the rest
//! and deletes the temporary files.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::folder::{create_temp_file, lock, remove_stale_temps};
use super::stale::{Found, StaleReason, check_directory, compare, found};
use crate::diagnostic::Errors;
use crate::source::tidy;

/// Files for one directory, by name.
pub struct OutputDir {
    /// The directory, which is created if it does not exist.
    pub folder: PathBuf,
    /// The text of each file, by name.
    pub texts: BTreeMap<String, String>,
    /// The files that may be replaced.
    pub overwrite: Overwrite,
    /// Whether to delete the files that were generated from this catalog before, and no longer are.
    pub prune: bool,
}

/// The files in a directory that may be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Files that were generated from the same catalog, and empty files.
    Generated,
    /// Any regular file.
    Existing,
    /// A file that still has this text.
    Unchanged(String),
    /// None: the files must not exist.
    Never,
}

impl OutputDir {
    /// Returns generated files, which replace earlier generations of themselves only.
    pub fn generated(folder: &Path, texts: &BTreeMap<String, String>) -> Self {
        OutputDir {
            folder: tidy(folder),
            texts: texts.clone(),
            overwrite: Overwrite::Generated,
            prune: false,
        }
    }

    /// Returns files that must not exist yet.
    pub fn new_files<'a>(
        folder: &Path,
        texts: impl IntoIterator<Item = (String, &'a str)>,
    ) -> Self {
        let text = |(name, text): (String, &str)| (name, text.to_owned());
        OutputDir {
            folder: tidy(folder),
            texts: texts.into_iter().map(text).collect(),
            overwrite: Overwrite::Never,
            prune: false,
        }
    }
}

/// Writes one file, which may exist.
pub fn write_file(path: &Path, text: &str) -> Result<(), Errors> {
    write_one(path, text, Overwrite::Existing)
}

/// Replaces the text of a file that was read before.
///
/// # Errors
///
/// Returns an error if the file does not have the old text, because it was saved in the meantime.
pub fn edit_file(path: &Path, old: &str, new: &str) -> Result<(), Errors> {
    write_one(path, new, Overwrite::Unchanged(old.to_owned()))
}

fn write_one(path: &Path, text: &str, overwrite: Overwrite) -> Result<(), Errors> {
    let Some(name) = path.file_name().and_then(OsStr::to_str) else {
        return Err(Errors::about_file(path, "invalid file name", None));
    };
    let files = OutputDir {
        folder: tidy(path.parent().unwrap_or(Path::new(""))),
        texts: BTreeMap::from([(name.to_owned(), text.to_owned())]),
        overwrite,
        prune: false,
    };
    write_all(&[files]).map(drop)
}

/// Writes all files, or none if one of them cannot be written; returns the paths that were changed or deleted.
///
/// A directory that does not exist is created. Current files are left alone.
pub fn write_all(outputs: &[OutputDir]) -> Result<Vec<PathBuf>, Errors> {
    for output in outputs {
        create_dir(output)?;
    }
    let locks = Locks::take(outputs)?;
    let mut staged = Staged::default();
    let mut left_over = Vec::new();
    for output in outputs {
        if locks.are_complete {
            let is_generated = output.overwrite == Overwrite::Generated;
            remove_stale_temps(&output.folder, |name| {
                is_generated || output.texts.contains_key(name)
            });
        }
        for (name, text) in &output.texts {
            let path = output.folder.join(name);
            let old = existing(&path, &output.overwrite)?;
            if old.is_none() || !is_current(output, &path, text)? {
                check_writable(&path, old.as_ref())?;
                staged
                    .add(&path, text, old)
                    .map_err(|error| cannot_write(&path, &error))?;
            }
        }
        if output.prune {
            let stale = compare(&output.texts, &output.folder)?;
            let old = stale
                .iter()
                .filter(|stale| stale.reason() == StaleReason::LeftOver);
            left_over.extend(old.map(|stale| stale.path().to_owned()));
        }
    }
    locks.check(outputs)?;
    let mut written = staged.commit()?;
    for path in left_over {
        fs::remove_file(&path).map_err(|error| cannot_write(&path, &error))?;
        written.push(path);
    }
    Ok(written)
}

/// Returns whether a file has the text already.
///
/// Returns an error if the file may not be replaced.
fn is_current(output: &OutputDir, path: &Path, text: &String) -> Result<bool, Errors> {
    let has = |text: &String| fs::read(path).is_ok_and(|old| old == text.as_bytes());
    match &output.overwrite {
        Overwrite::Generated => {}
        Overwrite::Unchanged(old) if !has(old) => {
            let help = "run the command again".to_owned();
            let message = "refusing to replace a file that was changed during the run";
            return Err(Errors::about_file(path, message, Some(help)));
        }
        _ => return Ok(has(text)),
    }
    match found(path, Some(text), &output.texts)? {
        Found::Current => Ok(true),
        Found::Generated(_) | Found::Empty => Ok(false),
        Found::Other => {
            let message = "refusing to replace a file that was not generated from this catalog";
            let help = "move the file, or choose another output directory".to_owned();
            Err(Errors::about_file(path, message, Some(help)))
        }
    }
}

/// Creates the directory if it does not exist. A directory of generated files must not be a link, which may lead to the files of
/// others.
fn create_dir(output: &OutputDir) -> Result<(), Errors> {
    let folder = &output.folder;
    if output.overwrite == Overwrite::Generated && folder.is_symlink() {
        let help = "delete the link, or pass the directory that it points to".to_owned();
        let message = "refusing to write through a symbolic link";
        return Err(Errors::about_file(folder, message, Some(help)));
    }
    check_directory(folder)?;
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))
}

/// Returns the metadata of the file to replace, if it exists and may be replaced.
fn existing(path: &Path, overwrite: &Overwrite) -> Result<Option<fs::Metadata>, Errors> {
    let old = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        old => old.map_err(|error| cannot_write(path, &error))?,
    };
    let (message, help) = match old.file_type() {
        _ if *overwrite == Overwrite::Never => {
            ("file already exists", "choose another name or directory")
        }
        kind if kind.is_symlink() => (
            "refusing to write through a symbolic link",
            "delete the link, or pass the file that it points to",
        ),
        kind if kind.is_dir() => (
            "expected a file, found a directory",
            "move the directory, or choose another file",
        ),
        kind if !kind.is_file() => (
            "not a regular file",
            "choose another file, or write to standard output",
        ),
        _ => return Ok(Some(old)),
    };
    Err(Errors::about_file(path, message, Some(help.to_owned())))
}

/// Reports a read-only file. A rename would replace it, which is not what its owner wants.
fn check_writable(path: &Path, old: Option<&fs::Metadata>) -> Result<(), Errors> {
    if old.is_some_and(|old| old.permissions().readonly()) {
        let help = "make it writable, or choose another file".to_owned();
        let message = "file is read-only";
        return Err(Errors::about_file(path, message, Some(help)));
    }
    Ok(())
}

fn cannot_write(path: &Path, error: &io::Error) -> Errors {
    let help = "check the permissions and the free space".to_owned();
    Errors::about_file(path, format!("failed to write: {error}"), Some(help))
}

/// Locks directories for one generator until it is dropped.
///
/// The directories themselves are locked, so that no lock file is left behind. If a directory cannot be locked, each file is
/// complete anyway, and `--check` reports a mixture of two generators.
struct Locks {
    _handles: Vec<File>,
    /// The directories without links, in the order of the outputs.
    folders: Vec<PathBuf>,
    /// `true` if each of the directories is locked.
    are_complete: bool,
}

impl Locks {
    /// Waits for generators that work in the directories, then locks them.
    fn take(outputs: &[OutputDir]) -> Result<Self, Errors> {
        let folders: Result<Vec<PathBuf>, Errors> = outputs.iter().map(canonical).collect();
        let folders = folders?;
        // All generators lock in the same order, so that no two wait for each other.
        let mut sorted: Vec<&PathBuf> = folders.iter().collect();
        sorted.sort();
        if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
            let help = "use a separate directory for each output".to_owned();
            let message = "two outputs share this directory and would delete each other's files";
            return Err(Errors::about_file(pair[0], message, Some(help)));
        }
        let handles: Vec<File> = sorted.iter().filter_map(|folder| lock(folder)).collect();
        Ok(Locks {
            are_complete: handles.len() == folders.len(),
            _handles: handles,
            folders,
        })
    }

    /// Checks that the directories are those that were locked. If one of them, or one above it, was replaced by a link during the
    /// run, files elsewhere would be replaced and deleted.
    fn check(&self, outputs: &[OutputDir]) -> Result<(), Errors> {
        for (output, locked) in outputs.iter().zip(&self.folders) {
            if canonical(output)? != *locked {
                let help = "run the command again".to_owned();
                let message = "directory was replaced during the run";
                return Err(Errors::about_file(&output.folder, message, Some(help)));
            }
        }
        Ok(())
    }
}

/// Returns the path of a directory without links.
fn canonical(output: &OutputDir) -> Result<PathBuf, Errors> {
    let folder = &output.folder;
    fs::canonicalize(folder).map_err(|error| cannot_write(folder, &error))
}

/// Complete temporary files. Those that do not replace their targets are deleted.
#[derive(Default)]
struct Staged {
    files: Vec<StagedFile>,
}

struct StagedFile {
    temporary: PathBuf,
    path: PathBuf,
    is_new: bool,
}

impl Staged {
    fn add(&mut self, path: &Path, text: &str, old: Option<fs::Metadata>) -> io::Result<()> {
        let (mut file, temporary) = create_temp_file(path)?;
        self.files.push(StagedFile {
            temporary,
            path: path.to_owned(),
            is_new: old.is_none(),
        });
        file.write_all(text.as_bytes())?;
        if let Some(old) = old {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()
    }

    /// Replaces the targets. If one replacement fails, new files are deleted again.
    fn commit(mut self) -> Result<Vec<PathBuf>, Errors> {
        let mut committed = Vec::new();
        for index in 0..self.files.len() {
            let StagedFile {
                temporary, path, ..
            } = &self.files[index];
            // A link that was created during the run is not replaced.
            let replaced = existing(path, &Overwrite::Existing).and_then(|_| {
                fs::rename(temporary, path).map_err(|error| cannot_write(path, &error))
            });
            if let Err(error) = replaced {
                for file in self.files[..index].iter().filter(|file| file.is_new) {
                    let _ = fs::remove_file(&file.path);
                }
                return Err(error);
            }
            committed.push(path.clone());
        }
        self.files.clear();
        Ok(committed)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(&file.temporary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_changed_meanwhile_is_not_replaced() {
        let folder = std::env::temp_dir().join(format!("codegen-edit-{}", std::process::id()));
        let path = folder.join("shop.csv");
        write_file(&path, "old").unwrap();
        edit_file(&path, "old", "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        let error = edit_file(&path, "old", "newer").unwrap_err().to_string();
        assert!(error.contains("changed during the run"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn temporary_files_of_killed_runs_are_deleted() {
        let folder = std::env::temp_dir().join(format!("codegen-killed-{}", std::process::id()));
        let names = [".mod.rs.codegen-1", ".old.rs.codegen-1"];
        let remaining = |output: OutputDir| {
            for name in names {
                write_file(&folder.join(name), "").unwrap();
            }
            write_all(&[output]).unwrap();
            names.map(|name| folder.join(name).exists())
        };
        let texts = BTreeMap::from([("mod.rs".to_owned(), "new".to_owned())]);
        assert_eq!(remaining(OutputDir::generated(&folder, &texts)), [false; 2]);
        // In a directory that holds other files as well, only those of the same file are.
        let output = OutputDir {
            overwrite: Overwrite::Existing,
            ..OutputDir::generated(&folder, &texts)
        };
        assert_eq!(remaining(output), [false, true]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_that_are_created_during_the_run_are_not_followed() {
        use std::os::unix::fs::symlink;

        let folder = std::env::temp_dir().join(format!("codegen-link-{}", std::process::id()));
        let (own, others) = (folder.join("a/own"), folder.join("b/own"));
        for folder in [&own, &others] {
            write_file(&folder.join("mod.rs"), "old").unwrap();
        }
        let output = [OutputDir::new_files(&own, [])];
        let locks = Locks::take(&output).unwrap();
        locks.check(&output).unwrap();
        fs::rename(folder.join("a"), folder.join("c")).unwrap();
        symlink(folder.join("b"), folder.join("a")).unwrap();
        let error = locks.check(&output).unwrap_err().to_string();
        assert!(error.contains("replaced during the run"), "{error}");

        let mut staged = Staged::default();
        for name in ["a.rs", "mod.rs"] {
            staged.add(&others.join(name), "new", None).unwrap();
        }
        fs::remove_file(others.join("mod.rs")).unwrap();
        symlink(folder.join("c/own/mod.rs"), others.join("mod.rs")).unwrap();
        let error = staged.commit().unwrap_err().to_string();
        assert!(error.contains("through a symbolic link"), "{error}");
        assert!(others.join("mod.rs").is_symlink());
        assert_eq!(fs::read_to_string(others.join("mod.rs")).unwrap(), "old");
        assert_eq!(fs::read_dir(&others).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
