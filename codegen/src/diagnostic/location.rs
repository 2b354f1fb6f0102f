//! Locations in the data.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::sanitize::{Sanitized, sanitized_path};
use crate::source::{Source, Sources, Span};

/// A location in a file, with its lines.
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
        // A place inside a line end (CRLF) becomes the end of the line.
        let first = range.start.min(source.line_range(line).end);
        let lines = source.line_range(line).start..source.line_range(source.line(range.end)).end;
        let lines = excerpt_range(&source.text, lines, range.start);
        Location {
            path: source.path.clone(),
            line,
            column: source.column(first),
            text: source.text[lines.clone()].to_owned(),
            start: first.saturating_sub(lines.start),
            end: range.end.saturating_sub(lines.start).min(lines.len()),
        }
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Returns the column, from 1, in characters.
    pub fn column(&self) -> usize {
        self.column
    }

    /// Returns the line of the location, or the lines of a cell that spans several; the part around the location of a very long line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the location as bytes of [`text`](Self::text).
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// The most bytes of a line that are kept before a location, and from there on.
const MAX_EXCERPT: usize = 2048;

/// Returns the part of the lines around a location: a file may be one line of many megabytes.
fn excerpt_range(text: &str, lines: Range<usize>, place: usize) -> Range<usize> {
    let boundary = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at));
    let start = lines.start.max(place.saturating_sub(MAX_EXCERPT));
    let end = lines.end.min(place.saturating_add(MAX_EXCERPT));
    let start = boundary(start).unwrap_or(text.len());
    start..boundary(end).unwrap_or(text.len()).max(start)
}

/// The most characters of a line that are displayed, and the most of them before the location.
const MAX_SHOWN: usize = 200;
const MAX_BEFORE: usize = 60;

impl Location {
    /// Writes the first line of the location, with carets below it.
    pub(super) fn excerpt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.text.lines().next().unwrap_or_default();
        let end = self.end.min(line.len());
        let (Some(before), Some(marked)) = (line.get(..self.start), line.get(self.start..end))
        else {
            return Ok(());
        };
        let number = self.line.to_string();
        let (length, start) = (line.chars().count(), before.chars().count());
        let skipped = if length > MAX_SHOWN {
            start.saturating_sub(MAX_BEFORE)
        } else {
            0
        };
        let part = |text: &str, skipped: usize, most: usize| -> String {
            text.chars().skip(skipped).take(most).collect()
        };
        let [left, right] = [skipped > 0, skipped + MAX_SHOWN < length];
        let [left, right] = [left, right].map(|is_cut| if is_cut { "..." } else { "" });
        let before = format!("{left}{}", part(before, skipped, MAX_SHOWN));
        let marked = part(marked, 0, MAX_SHOWN - (start - skipped));
        let (indent, carets) = (width(&before), width(&marked).max(1));
        let line = format!("{left}{}{right}", part(line, skipped, MAX_SHOWN));
        write!(f, "\n {number} | {}", Sanitized(&line))?;
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

/// Returns the width of a text on a terminal, where East Asian characters and full-width forms take two columns.
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
    fn a_place_inside_a_line_end_is_at_the_end_of_the_line() {
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
