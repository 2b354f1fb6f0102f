//! The files that were read, and places in them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::did_you_mean;
use crate::limits::{self, Limit};

/// Where the catalog and its tables are read from.
#[derive(Clone, Debug)]
pub enum Files {
    /// The file system.
    Disk,
    /// Contents by path: a catalog that never was on disk, or another revision of one.
    Memory(BTreeMap<PathBuf, Vec<u8>>),
}

impl Files {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unreadable> {
        match self {
            Files::Disk => read_within(path, &limits::FILE_SIZE),
            Files::Memory(files) => {
                let missing = || Unreadable::Io(io::Error::from(io::ErrorKind::NotFound));
                let bytes = files.get(path).ok_or_else(missing)?;
                match limits::FILE_SIZE.is_passed_by(bytes.len()) {
                    true => Err(Unreadable::TooLarge),
                    false => Ok(bytes.clone()),
                }
            }
        }
    }
}

/// Reads a file, and no more of it than is allowed: what is no ordinary file may have no end.
pub fn read_within(path: &Path, limit: &Limit) -> Result<Vec<u8>, Unreadable> {
    let file = fs::File::open(path).map_err(Unreadable::Io)?;
    let size = file.metadata().map_err(Unreadable::Io)?.len();
    if size > limit.most() {
        return Err(Unreadable::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    (file.take(limit.most() + 1).read_to_end(&mut bytes)).map_err(Unreadable::Io)?;
    match limit.is_passed_by(bytes.len()) {
        true => Err(Unreadable::TooLarge),
        false => Ok(bytes),
    }
}

impl Files {
    /// `did you mean …?`, where a file with a name like this one's lies where it should be.
    pub fn nearest(&self, path: &Path) -> Option<String> {
        let wanted = path.file_name()?.to_str()?;
        let folder = path
            .parent()
            .filter(|folder| *folder != Path::new(""))
            .unwrap_or(Path::new("."));
        let mut names: Vec<String> = match self {
            Files::Disk => (fs::read_dir(folder).ok()?.filter_map(Result::ok))
                .filter_map(|entry| entry.file_name().into_string().ok())
                .collect(),
            Files::Memory(files) => (files.keys())
                .filter(|file| file.parent() == path.parent())
                .filter_map(|file| file.file_name()?.to_str().map(str::to_owned))
                .collect(),
        };
        names.retain(|name| Path::new(name).extension() == path.extension() && name != wanted);
        names.sort();
        did_you_mean(wanted, names.iter().map(String::as_str))
    }
}

/// One file's text, as it was read.
#[derive(Debug)]
pub struct Source {
    pub path: PathBuf,
    pub text: String,
    line_starts: Vec<usize>,
}

impl Source {
    fn new(path: PathBuf, text: String) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Source {
            path,
            text,
            line_starts,
        }
    }

    /// The line (from 1) that holds the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// The column (from 1) of the byte at `offset`, in characters, as editors count.
    pub fn column(&self, offset: usize) -> usize {
        let start = self.line_starts[self.line(offset) - 1];
        let before = &self.text[start..offset];
        let bom = start == 0 && before.starts_with(BYTE_ORDER_MARK);
        before.chars().count() - usize::from(bom) + 1
    }

    /// The bytes of a line (from 1), without its end.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.line_starts[line - 1];
        let end = self
            .line_starts
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        let text = &self.text[start..end];
        let bom = if start == 0 && text.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len_utf8()
        } else {
            0
        };
        start + bom..start + text.trim_end_matches('\r').len().max(bom)
    }
}

/// Spreadsheets put it at the start of a file; it is no part of the text.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Which of the [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A place in a file: bytes `start..end` of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            source,
            start: offset(range.start),
            end: offset(range.end),
        }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Text with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub span: Span,
}

/// All files that were read, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources {
    sources: Vec<Source>,
    paths: Vec<PathBuf>,
}

/// Why a file could not be had as text.
#[derive(Debug)]
pub enum Unreadable {
    /// The file system said no.
    Io(io::Error),
    /// It is larger than is allowed.
    TooLarge,
    /// The bytes are no UTF-8; with what they seem to be instead, and where that begins.
    NotUtf8 {
        guess: Option<&'static str>,
        at: Span,
    },
}

impl Sources {
    /// Reads a file. What cannot be decoded is kept too, so that the error can show it.
    pub fn read(&mut self, files: &Files, path: &Path) -> Result<SourceId, Unreadable> {
        let path = tidy(path);
        self.paths.push(path.clone());
        let bytes = files.read(&path)?;
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.sources.push(Source::new(path, text));
                Ok(id)
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let guess = guess_encoding(error.as_bytes());
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let end = valid + text[valid..].chars().next().map_or(0, char::len_utf8);
                self.sources.push(Source::new(path, text));
                let at = Span::new(id, valid..end);
                Err(Unreadable::NotUtf8 { guess, at })
            }
        }
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// The files that were read, or could not be.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

/// Which encoding bytes that are not UTF-8 are in, as far as it can be told.
fn guess_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [b'P', b'K', 3, 4, ..] => Some("an Excel workbook (XLSX)"),
        _ if is_gbk(bytes) => Some("GBK"),
        _ => None,
    }
}

/// Whether each byte above ASCII is part of a pair that GBK has.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        match lead {
            0..=0x7f => {}
            0x81..=0xfe => match rest.next() {
                Some(0x40..=0x7e | 0x80..=0xfe) => {}
                _ => return false,
            },
            _ => return false,
        }
    }
    true
}

/// The path without `a/..` and `.` in it, so that messages and cargo show it as people would write it.
pub fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(tidied.components().next_back(), Some(Component::Normal(_))) =>
            {
                tidied.pop();
            }
            part => tidied.push(part),
        }
    }
    if tidied.as_os_str().is_empty() {
        tidied.push(".");
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_from_one_in_characters() {
        let source = Source::new("t.csv".into(), "\u{feff}code,zh\r\n0001,中文,x\r\n".into());
        let line = |number| &source.text[source.line_range(number)];
        assert_eq!(line(1), "code,zh");
        assert_eq!(line(2), "0001,中文,x");
        assert_eq!(line(3), "");
        let code = source.text.find("code").unwrap();
        assert_eq!((source.line(code), source.column(code)), (1, 1));
        let x = source.text.find('x').unwrap();
        assert_eq!((source.line(x), source.column(x)), (2, 9));
    }

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(guess_encoding(b"\xff\xfea\0"), Some("UTF-16"));
        assert_eq!(guess_encoding(b"\xd6\xd0\xce\xc4,1"), Some("GBK"));
        assert_eq!(guess_encoding(b"caf\xe9,1"), None);
    }

    #[test]
    fn a_file_is_read_up_to_the_limit() {
        let path = std::env::temp_dir().join(format!("codegen-size-{}", std::process::id()));
        let file = fs::File::create(&path).unwrap();
        let most = limits::FILE_SIZE.most();
        // Without contents: such a file takes no room.
        file.set_len(most).unwrap();
        let read = Files::Disk.read(&path).map(|bytes| bytes.len() as u64);
        assert!(matches!(read, Ok(size) if size == most));
        file.set_len(most + 1).unwrap();
        assert!(matches!(Files::Disk.read(&path), Err(Unreadable::TooLarge)));
        fs::remove_file(&path).unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_without_an_end_is_too_large() {
        let zero = read_within(Path::new("/dev/zero"), &limits::DOCUMENT_SIZE);
        assert!(matches!(zero, Err(Unreadable::TooLarge)));
    }

    #[test]
    fn paths_are_tidied() {
        assert_eq!(tidy(Path::new("a/./b/../c.toml")), Path::new("a/c.toml"));
        assert_eq!(tidy(Path::new("../c.toml")), Path::new("../c.toml"));
        assert_eq!(tidy(Path::new("a/..")), Path::new("."));
    }
}
