//! The files that were read, and places in them.

mod encoding;
mod file_source;
mod paths;

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use self::encoding::guess_encoding;
pub(crate) use self::file_source::FileSource;
pub use self::file_source::{ReadError, read_within};
pub(crate) use self::paths::tidy;
use crate::limits::Limit;

/// The text of a file.
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

    /// Returns the line (from 1) of the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// Returns the column (from 1) of the byte at `offset`, in characters, as editors count.
    pub fn column(&self, offset: usize) -> usize {
        let start = self.line_starts[self.line(offset) - 1];
        let before = &self.text[start..offset];
        let bom = start == 0 && before.starts_with(BYTE_ORDER_MARK);
        before.chars().count() - usize::from(bom) + 1
    }

    /// Returns the bytes of a line (from 1), without its end.
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

/// The byte order mark, which spreadsheets put at the start of a file. It is not part of the text.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// The index of a file in [`Sources`].
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

/// A text with its place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub span: Span,
}

/// The files, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources {
    sources: Vec<Source>,
    paths: Vec<PathBuf>,
}

/// The reason that a file could not be read as text.
#[derive(Debug)]
pub enum Unreadable {
    /// The file could not be read.
    Read(ReadError),
    /// The file is not UTF-8. `guess` is its likely format, `at` the first invalid byte.
    NotUtf8 {
        guess: Option<&'static str>,
        at: Span,
    },
}

impl Unreadable {
    /// Returns `true` if the file does not exist.
    pub(crate) fn is_not_found(&self) -> bool {
        matches!(self, Unreadable::Read(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl Sources {
    /// Reads a file up to the limit. A file that is not UTF-8 is kept too, so that the error can show it.
    pub fn read(
        &mut self,
        files: &FileSource,
        path: &Path,
        limit: &Limit,
    ) -> Result<SourceId, Unreadable> {
        let path = tidy(path);
        self.paths.push(path.clone());
        let bytes = files.read(&path, limit).map_err(Unreadable::Read)?;
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

    /// Returns the paths of the files that were read, and of those that could not be.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
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
}
