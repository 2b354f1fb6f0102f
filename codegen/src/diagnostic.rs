//! What is wrong with the data, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::source::{Source, Sources, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Nothing is generated.
    Error,
    /// Worth mending; generation goes on.
    Warning,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Error => "error",
            Level::Warning => "warning",
        })
    }
}

/// A finding before its places are resolved.
#[derive(Debug)]
struct Finding {
    level: Level,
    message: String,
    file: Option<PathBuf>,
    at: Option<Span>,
    related: Vec<(Span, String)>,
    help: Vec<String>,
}

/// Collects findings, so that one run reports them all.
#[derive(Debug, Default)]
pub(crate) struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// An error at a place.
    pub(crate) fn error(&mut self, at: Span, message: impl Into<String>) -> FindingBuilder<'_> {
        self.push(Level::Error, message.into(), None, Some(at))
    }

    /// A warning at a place.
    pub(crate) fn warning(&mut self, at: Span, message: impl Into<String>) -> FindingBuilder<'_> {
        self.push(Level::Warning, message.into(), None, Some(at))
    }

    /// An error about a file as a whole, one that could not be read, say.
    pub(crate) fn file_error(
        &mut self,
        file: &Path,
        message: impl Into<String>,
    ) -> FindingBuilder<'_> {
        self.push(Level::Error, message.into(), Some(file.to_owned()), None)
    }

    fn push(
        &mut self,
        level: Level,
        message: String,
        file: Option<PathBuf>,
        at: Option<Span>,
    ) -> FindingBuilder<'_> {
        self.findings.push(Finding {
            level,
            message,
            file,
            at,
            related: Vec::new(),
            help: Vec::new(),
        });
        FindingBuilder(self.findings.last_mut().expect("one was just pushed"))
    }

    /// Whether anything found so far forbids generating.
    pub(crate) fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.level == Level::Error)
    }

    /// The findings in the order of the files and the places in them.
    pub(crate) fn resolve(mut self, sources: &Sources) -> Vec<Diagnostic> {
        self.findings.sort_by_key(|finding| finding.at);
        let resolve = |finding: Finding| Diagnostic {
            level: finding.level,
            message: finding.message,
            file: finding.file,
            at: finding.at.map(|span| Location::new(sources, span)),
            related: (finding.related.into_iter())
                .map(|(span, message)| (Location::new(sources, span), message))
                .collect(),
            help: finding.help,
        };
        self.findings.into_iter().map(resolve).collect()
    }
}

/// Adds to the finding that was just reported.
pub(crate) struct FindingBuilder<'a>(&'a mut Finding);

impl FindingBuilder<'_> {
    /// What to do about it, in a sentence.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.0.help.push(help.into());
        self
    }

    /// What to do about it, where there is something to say.
    pub(crate) fn maybe_help(self, help: Option<String>) -> Self {
        self.0.help.extend(help);
        self
    }

    /// Another place that has to do with it, and what is there.
    pub(crate) fn related(self, span: Span, message: impl Into<String>) -> Self {
        self.0.related.push((span, message.into()));
        self
    }
}

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
    fn new(sources: &Sources, span: Span) -> Self {
        let source: &Source = sources.get(span.source);
        let range = span.range();
        let line = source.line(range.start);
        let lines = source.line_range(line).start..source.line_range(source.line(range.end)).end;
        Location {
            path: source.path.clone(),
            line,
            column: source.column(range.start),
            text: source.text[lines.clone()].to_owned(),
            start: range.start.saturating_sub(lines.start),
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

    /// The line (or lines, where a cell spans several) that holds the place.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of [`text`](Self::text) that are meant.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path.display(), self.line, self.column)
    }
}

/// One thing that is wrong: what, where, and what to do.
///
/// Its [`Display`](fmt::Display) is plain text: `path:line:column`, the line with the place underlined, and the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    level: Level,
    message: String,
    file: Option<PathBuf>,
    at: Option<Location>,
    related: Vec<(Location, String)>,
    help: Vec<String>,
}

impl Diagnostic {
    /// Whether it forbids generating.
    pub fn level(&self) -> Level {
        self.level
    }

    /// What is wrong, in a sentence.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The place, where there is one: a file that could not be read has none.
    pub fn location(&self) -> Option<&Location> {
        self.at.as_ref()
    }

    /// The file that it is about.
    pub fn path(&self) -> Option<&Path> {
        match &self.at {
            Some(location) => Some(location.path()),
            None => self.file.as_deref(),
        }
    }

    /// Other places that have to do with it (the first of two duplicates, say), each with what is there.
    pub fn related(&self) -> impl Iterator<Item = (&Location, &str)> {
        self.related
            .iter()
            .map(|(location, message)| (location, message.as_str()))
    }

    /// What to do about it, a sentence each.
    pub fn help(&self) -> impl Iterator<Item = &str> {
        self.help.iter().map(String::as_str)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.at, &self.file) {
            (Some(at), _) => write!(f, "{at}: ")?,
            (None, Some(file)) => write!(f, "{}: ", file.display())?,
            (None, None) => {}
        }
        write!(f, "{}: {}", self.level, Inert(&self.message))?;
        if let Some(at) = &self.at {
            excerpt(f, at)?;
        }
        for (location, message) in &self.related {
            write!(f, "\n{location}: note: {}", Inert(message))?;
            excerpt(f, location)?;
        }
        for help in &self.help {
            write!(f, "\n  help: {}", Inert(help))?;
        }
        Ok(())
    }
}

/// The first line of the place, and carets below it.
fn excerpt(f: &mut fmt::Formatter<'_>, at: &Location) -> fmt::Result {
    let line = at.text.lines().next().unwrap_or_default();
    let end = at.end.min(line.len());
    let (Some(before), Some(marked)) = (line.get(..at.start), line.get(at.start..end)) else {
        return Ok(());
    };
    let number = at.line.to_string();
    let (indent, carets) = (width(before), width(marked).max(1));
    write!(f, "\n {number} | {}", Inert(line))?;
    write!(f, "\n {:1$} | {2:3$}", "", number.len(), "", indent)?;
    write!(f, "{:^<1$}", "", carets)
}

/// Columns of a terminal: East Asian characters and full-width forms take two.
fn width(text: &str) -> usize {
    let wide = |c: &char| matches!(*c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}');
    text.chars().count() + text.chars().filter(wide).count()
}

/// Text from a file, with the characters that a terminal or a log would act on made visible.
pub(crate) struct Inert<'a>(pub(crate) &'a str);

impl fmt::Display for Inert<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        self.0.chars().try_for_each(|c| {
            if c == '\t' {
                f.write_char(' ')
            } else if c.is_control() || is_invisible(c) {
                f.write_char('\u{fffd}')
            } else {
                f.write_char(c)
            }
        })
    }
}

/// Characters that do not show, or that turn the direction of what follows: they can make text read
/// differently from what it is.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Everything that is wrong with the data, all of it in one run. There is at least one error in it.
///
/// Both [`Display`](fmt::Display) and [`Debug`] show each [`Diagnostic`] as plain text, so that a `main` which
/// returns it prints something that can be acted on.
#[derive(Clone, PartialEq, Eq)]
pub struct Errors {
    diagnostics: Vec<Diagnostic>,
    inputs: Vec<PathBuf>,
}

impl Errors {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, inputs: Vec<PathBuf>) -> Self {
        Errors {
            diagnostics,
            inputs,
        }
    }

    /// A single error about a file or folder, such as one that cannot be written.
    pub(crate) fn about_file(
        path: &Path,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        let mut report = Report::default();
        report.file_error(path, message).maybe_help(help);
        Errors::new(report.resolve(&Sources::default()), Vec::new())
    }

    /// The findings, in the order of the files and the places in them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// The files that were read, or could not be read: a build is to be tried again when one of them changes.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// How many of them are errors: at least one.
    pub fn error_count(&self) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.level == Level::Error)
            .count()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the tables of codes have mistakes\n{self}")
    }
}

impl std::error::Error for Errors {}

/// `did you mean …?`, where one of the candidates is near enough.
pub(crate) fn did_you_mean<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let given = given.to_lowercase();
    let nearest = (candidates.into_iter())
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&given, &candidate.to_lowercase()),
                candidate,
            )
        })
        .min_by_key(|(distance, _)| *distance)?;
    let (distance, candidate) = nearest;
    let near = distance <= 1 + candidate.chars().count().max(given.chars().count()) / 4;
    near.then(|| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_and_a_far_one_is_not() {
        let names = ["code", "outcome", "printed.zh"];
        assert_eq!(
            did_you_mean("outcom", names).as_deref(),
            Some("did you mean `outcome`?")
        );
        assert_eq!(
            did_you_mean("Printed.ZH", names).as_deref(),
            Some("did you mean `printed.zh`?")
        );
        assert_eq!(did_you_mean("colour", names), None);
        assert_eq!(did_you_mean("x", []), None);
    }

    #[test]
    fn text_that_a_terminal_would_act_on_is_inert() {
        assert_eq!(
            Inert("a\u{1b}[31mb\u{202e}c\td").to_string(),
            "a\u{fffd}[31mb\u{fffd}c d"
        );
    }
}
