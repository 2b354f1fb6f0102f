//! Reading files from disk or from memory, up to a limit.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::limits::Limit;

/// The source of the catalog and its tables.
#[derive(Clone, Debug)]
pub enum FileSource {
    /// The file system.
    Disk,
    /// Contents by path, such as those of another revision.
    Memory(BTreeMap<PathBuf, Vec<u8>>),
}

/// The reason that a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// An error of the file system.
    Io(io::Error),
    /// The file is larger than the limit.
    TooLarge,
}

impl FileSource {
    /// Reads a file up to the limit.
    pub fn read(&self, path: &Path, limit: &Limit) -> Result<Vec<u8>, ReadError> {
        let FileSource::Memory(files) = self else {
            return read_within(path, limit);
        };
        let Some(bytes) = files.get(path) else {
            return Err(ReadError::Io(io::Error::new(
                io::ErrorKind::NotFound,
                "no such file",
            )));
        };
        if limit.is_exceeded_by(bytes.len()) {
            return Err(ReadError::TooLarge);
        }
        Ok(bytes.clone())
    }

    /// Returns the names of the other files in the directory of this one, in order.
    pub fn names_beside(&self, path: &Path) -> Vec<String> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut names: Vec<String> = match self {
            FileSource::Disk => {
                let here = Path::new(".");
                let folder = if folder == Path::new("") {
                    here
                } else {
                    folder
                };
                let entries = fs::read_dir(folder).into_iter().flatten().flatten();
                entries
                    .filter_map(|entry| entry.file_name().into_string().ok())
                    .collect()
            }
            FileSource::Memory(files) => files
                .keys()
                .filter(|file| file.parent() == Some(folder))
                .filter_map(|file| file.file_name()?.to_str().map(str::to_owned))
                .collect(),
        };
        names.retain(|name| path.file_name().is_some_and(|own| own != name.as_str()));
        names.sort();
        names
    }
}

/// Reads a file up to a limit. Pipes and devices are not opened: they may be endless, or wait for a writer.
///
/// # Errors
///
/// Returns an error if the file cannot be read, is a pipe or a device, or is larger than the limit.
pub fn read_within(path: &Path, limit: &Limit) -> Result<Vec<u8>, ReadError> {
    let kind = fs::metadata(path).map_err(ReadError::Io)?.file_type();
    // The system's own error for a directory says what it is.
    if !kind.is_file() && !kind.is_dir() {
        return Err(ReadError::Io(io::Error::other("not a regular file")));
    }
    let file = fs::File::open(path).map_err(ReadError::Io)?;
    let size = file.metadata().map_err(ReadError::Io)?.len();
    if size > limit.max {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(limit.max.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(ReadError::Io)?;
    if limit.is_exceeded_by(bytes.len()) {
        return Err(ReadError::TooLarge);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit::bytes("the size of the file", 4);

    #[test]
    fn files_are_read_up_to_the_limit() {
        let path = std::env::temp_dir().join(format!("codegen-size-{}", std::process::id()));
        let memory = |text: &str| FileSource::Memory([(path.clone(), text.into())].into());
        for (text, fits) in [("1234", true), ("12345", false)] {
            fs::write(&path, text).unwrap();
            for source in [FileSource::Disk, memory(text)] {
                match source.read(&path, &LIMIT) {
                    Ok(bytes) => assert!(fits && bytes == text.as_bytes(), "{text}"),
                    Err(error) => assert!(!fits && matches!(error, ReadError::TooLarge), "{text}"),
                }
            }
        }
        fs::remove_file(&path).unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn devices_are_not_read() {
        let zero = read_within(Path::new("/dev/zero"), &LIMIT);
        assert!(
            matches!(zero, Err(ReadError::Io(error)) if error.to_string() == "not a regular file")
        );
    }
}
