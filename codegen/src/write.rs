//! Writing files: each is whole or not written at all, a folder is written by one generator at a time, and what is not
//! a file of the generator's own is never written through.
//!
//! All files of a run are first written under other names, and moved into place only when each of them is whole: a
//! full disk leaves everything as it was. A run that is killed between two moves leaves some files old and some
//! new, each of them whole; the next run puts that right, and deletes what the killed one left behind.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::Errors;
use crate::freshness::{Why, compare};
use crate::source::tidy;

/// Files that go into one folder, by name.
pub struct Files {
    pub folder: PathBuf,
    pub texts: BTreeMap<String, String>,
    pub folder_is: Folder,
}

/// Whose folder it is that files go into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The generator's: what an earlier generation left over is deleted.
    Own,
    /// Somebody's: only the named files are written.
    Shared,
    /// Somebody's, and none of the files is there yet.
    SharedNew,
}

impl Folder {
    /// Whether a file of that name may be there already.
    fn may_have_it(self) -> bool {
        match self {
            Folder::SharedNew => false,
            _ => true,
        }
    }
}

impl Files {
    /// All that is to stand in a folder of the generator's own.
    pub fn own(folder: &Path, texts: &BTreeMap<String, String>) -> Self {
        Files {
            folder: tidy(folder),
            texts: texts.clone(),
            folder_is: Folder::Own,
        }
    }

    /// Files that must not be there yet.
    pub fn new<const N: usize>(folder: &Path, texts: [(String, &str); N]) -> Self {
        let text = |(name, text): (String, &str)| (name, text.to_owned());
        Files {
            folder: tidy(folder),
            texts: texts.into_iter().map(text).collect(),
            folder_is: Folder::SharedNew,
        }
    }
}

/// Writes one file, which may be there already.
pub fn file(path: &Path, text: &str) -> Result<(), Errors> {
    let Some(name) = path.file_name().and_then(OsStr::to_str) else {
        return Err(Errors::about_file(path, "is no name of a file", None));
    };
    let files = Files {
        folder: tidy(path.parent().unwrap_or(Path::new(""))),
        texts: BTreeMap::from([(name.to_owned(), text.to_owned())]),
        folder_is: Folder::Shared,
    };
    all(&[files]).map(drop)
}

/// Writes all of these files or, where one cannot be written, none; gives the paths that were changed or deleted.
///
/// A folder that is not there is made. A file that is current is left alone.
pub fn all(all: &[Files]) -> Result<Vec<PathBuf>, Errors> {
    for files in all {
        make(files)?;
    }
    let locks = Locks::take(all)?;
    let mut staged = Staged::default();
    let mut left_over = Vec::new();
    for files in all {
        if locks.are_complete {
            clear(files);
        }
        for (name, text) in &files.texts {
            let path = files.folder.join(name);
            let old = existing(&path, files.folder_is)?;
            if old.is_none() || !fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
                check_writable(&path, old.as_ref())?;
                staged
                    .add(&path, text, old)
                    .map_err(|error| cannot_write(&path, &error))?;
            }
        }
        if files.folder_is == Folder::Own {
            let stale = compare(&files.texts, &files.folder)?;
            let old = stale.iter().filter(|stale| stale.why() == Why::LeftOver);
            left_over.extend(old.map(|stale| stale.path().to_owned()));
        }
    }
    let mut written = staged.place()?;
    for path in left_over {
        fs::remove_file(&path).map_err(|error| cannot_write(&path, &error))?;
        written.push(path);
    }
    Ok(written)
}

/// Makes the folder where there is none. A folder of the generator's own is no link: what it led to need not be the
/// generator's.
fn make(files: &Files) -> Result<(), Errors> {
    let folder = &files.folder;
    if files.folder_is == Folder::Own && folder.is_symlink() {
        let help = "delete the link, or name the folder that it leads to".to_owned();
        let message = "is a symbolic link: nothing is written through it";
        return Err(Errors::about_file(folder, message, Some(help)));
    }
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))
}

/// The file that is to be replaced, if there is one and it may be.
fn existing(path: &Path, folder: Folder) -> Result<Option<fs::Metadata>, Errors> {
    let old = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        old => old.map_err(|error| cannot_write(path, &error))?,
    };
    let (message, help) = match old.file_type() {
        _ if !folder.may_have_it() => ("is there already", "name another; nothing was written"),
        kind if kind.is_symlink() => (
            "is a symbolic link: nothing is written through it",
            "delete the link, or name the file that it leads to",
        ),
        kind if kind.is_dir() => (
            "is a folder, where a file is to be written",
            "move it elsewhere, or name another file",
        ),
        kind if !kind.is_file() => (
            "is no ordinary file: it cannot be replaced",
            "name another file; without one, standard output is written to",
        ),
        _ => return Ok(Some(old)),
    };
    Err(Errors::about_file(path, message, Some(help.to_owned())))
}

/// A file can be replaced even if it is marked as read-only: whoever marked it did not want that.
fn check_writable(path: &Path, old: Option<&fs::Metadata>) -> Result<(), Errors> {
    if old.is_some_and(|old| old.permissions().readonly()) {
        let help = "make it writable, or name another file".to_owned();
        let message = "cannot write: it is marked as read-only";
        return Err(Errors::about_file(path, message, Some(help)));
    }
    Ok(())
}

fn cannot_write(path: &Path, error: &io::Error) -> Errors {
    let help = "check that the folder may be written to and that the disk has room".to_owned();
    Errors::about_file(path, format!("cannot write: {error}"), Some(help))
}

/// Keeps other generators out of folders until it is dropped, or the process ends in whatever way.
///
/// It is the folders themselves that are locked, so that no file of it is left behind. Some file systems (NFS), and
/// Windows, cannot do that; there, files are whole all the same, and `--check` tells a mixture of two generators.
struct Locks {
    _handles: Vec<File>,
    /// Whether each of the folders is locked.
    are_complete: bool,
}

impl Locks {
    /// Waits for the generators that are at work in the folders.
    fn take(all: &[Files]) -> Result<Self, Errors> {
        let mut folders = Vec::new();
        for files in all {
            let folder = fs::canonicalize(&files.folder)
                .map_err(|error| cannot_write(&files.folder, &error))?;
            folders.push(folder);
        }
        // In one order, so that no two generators wait for each other.
        folders.sort();
        if let Some(folder) = folders
            .windows(2)
            .find(|pair| pair[0] == pair[1])
            .map(|pair| &pair[0])
        {
            let help = "give each of them a folder of its own".to_owned();
            let message = "is the folder of two outputs, and each would delete the other's files";
            return Err(Errors::about_file(folder, message, Some(help)));
        }
        let handles: Vec<File> = folders.iter().filter_map(|folder| lock(folder)).collect();
        Ok(Locks {
            are_complete: handles.len() == folders.len(),
            _handles: handles,
        })
    }
}

fn lock(folder: &Path) -> Option<File> {
    lock_by(folder, File::lock)
}

/// Keeps generators from writing into a folder that others read.
pub fn lock_shared(folder: &Path) -> Option<File> {
    lock_by(folder, File::lock_shared)
}

fn lock_by(folder: &Path, lock: fn(&File) -> io::Result<()>) -> Option<File> {
    let handle = File::open(folder).ok()?;
    loop {
        match lock(&handle) {
            Ok(()) => return Some(handle),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// Files that are whole, under other names beside their places. What is not moved into place is deleted.
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
        let (mut file, temporary) = create(path)?;
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

    /// Moves the files into place; where one cannot be, those that were not there before are taken away again.
    fn place(mut self) -> Result<Vec<PathBuf>, Errors> {
        let mut placed = Vec::new();
        for index in 0..self.files.len() {
            let StagedFile {
                temporary, path, ..
            } = &self.files[index];
            if let Err(error) = fs::rename(temporary, path) {
                let error = cannot_write(path, &error);
                for file in self.files[..index].iter().filter(|file| file.is_new) {
                    let _ = fs::remove_file(&file.path);
                }
                return Err(error);
            }
            placed.push(path.clone());
        }
        self.files.clear();
        Ok(placed)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(&file.temporary);
        }
    }
}

/// What stands between a file's name and a number in the name under which it is first written:
/// `.mod.rs.codegen-4711`.
const MARK: &str = ".codegen-";

/// Makes a file beside the path, under a name that nothing has.
fn create(path: &Path) -> io::Result<(File, PathBuf)> {
    let mut number = std::process::id();
    loop {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!("{MARK}{number}"));
        let temporary = path.with_file_name(name);
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&temporary)
        {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number = number.wrapping_add(1);
            }
            file => return Ok((file?, temporary)),
        }
    }
}

/// The name of the file that is first written under this one; `None` for any other name.
pub fn written_under(name: &OsStr) -> Option<&str> {
    let (name, number) = name.to_str()?.strip_prefix('.')?.rsplit_once(MARK)?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(name)
}

/// Deletes what killed runs left behind. Only who has the folder locked may: nobody is at work on it.
fn clear(files: &Files) {
    let entries = fs::read_dir(&files.folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let is_ours = |name: &str| files.folder_is == Folder::Own || files.texts.contains_key(name);
        if written_under(&name).is_some_and(is_ours) {
            // What cannot be deleted does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_names_say_whose_they_are() {
        let of = |name: &str| written_under(OsStr::new(name)).map(str::to_owned);
        let (_, path) = create(&std::env::temp_dir().join("shop.rs")).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(
            written_under(path.file_name().unwrap()),
            Some("shop.rs"),
            "{path:?}"
        );
        assert_eq!(of(".shop.rs.codegen-1"), Some("shop.rs".to_owned()));
        for other in ["shop.rs", ".shop.rs", ".shop.rs.codegen-", ".codegen-1x"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
