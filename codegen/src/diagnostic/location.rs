//! Places in the data.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::sanitize::{Sanitized, sanitized_path};
use crate::source::{Source, Sources, Span};

/// A place in a file, with the lines that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    path: PathBuf,
    line: usize,
    column: usize,
    text: String,
    start: usize,
    end: usize,
}

impl Location {
    pub(crate) fn new(sources: &Sources, span: Span) -> Self {
        let source: &Source = sources.get(span.source);
        let range = span.range();
        let line = source.line(range.start);
        // A place between the characters of a line's end is at its end.
        let first = range.start.min(source.line_range(line).end);
        let lines = source.line_range(line).start..source.line_range(source.line(range.end)).end;
        let lines = shown(&source.text, lines, range.start);
        Location {
            path: source.path.clone(),
            line,
            column: source.column(first),
            text: source.text[lines.clone()].to_owned(),
            start: first.saturating_sub(lines.start),
            end: range.end.saturating_sub(lines.start).min(lines.len()),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column, from 1, in characters.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The line (or lines, where a cell spans several) that holds the place; of a very long one, the part around it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of [`text`](Self::text) that are meant.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// The number of bytes of a line that are shown before its place and from there on.
const SHOWN: usize = 2048;

/// The part of the lines that is shown: a file may be one line of many megabytes.
fn shown(text: &str, lines: Range<usize>, place: usize) -> Range<usize> {
    let boundary = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at));
    let start = lines.start.max(place.saturating_sub(SHOWN));
    let end = lines.end.min(place.saturating_add(SHOWN));
    let start = boundary(start).unwrap_or(text.len());
    start..boundary(end).unwrap_or(text.len()).max(start)
}

impl Location {
    /// The first line of the place, and carets below it.
    pub(super) fn excerpt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.text.lines().next().unwrap_or_default();
        let end = self.end.min(line.len());
        let (Some(before), Some(marked)) = (line.get(..self.start), line.get(self.start..end))
        else {
            return Ok(());
        };
        let number = self.line.to_string();
        let (indent, carets) = (width(before), width(marked).max(1));
        write!(f, "\n {number} | {}", Sanitized(line))?;
        write!(f, "\n {:1$} | {2:3$}", "", number.len(), "", indent)?;
        write!(f, "{:^<1$}", "", carets)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}",
            sanitized_path(&self.path),
            self.line,
            self.column
        )
    }
}

/// Columns of a terminal: East Asian characters and full-width forms take two.
fn width(text: &str) -> usize {
    let wide = |c: &char| matches!(*c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}');
    text.chars().count() + text.chars().filter(wide).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::source::FileSource;

    #[test]
    fn a_place_in_the_end_of_a_line_is_at_its_end() {
        let files = FileSource::Memory([("t.toml".into(), b"key\r\nb".to_vec())].into());
        let mut sources = Sources::default();
        let limit = Limits::default().file_size;
        let source = sources.read(&files, "t.toml".as_ref(), &limit).unwrap();
        for at in 3..5 {
            let location = Location::new(&sources, Span::new(source, at..at));
            assert_eq!((location.line(), location.column()), (1, 4));
            assert_eq!((location.text(), location.range()), ("key", 3..3));
        }
    }
}
