//! Collecting findings.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Level, LintLevel, Location};
use crate::limits::{Limit, Limits};
use crate::source::{Sources, Span};

/// A finding before its places are resolved.
#[derive(Debug)]
struct Finding {
    level: Level,
    lint: Option<&'static str>,
    message: String,
    file: Option<PathBuf>,
    at: Option<Span>,
    related: Vec<(Span, String)>,
    help: Vec<String>,
}

/// Collects findings, so that one run reports them all.
#[derive(Debug)]
pub(crate) struct Report {
    limit: Limit,
    /// As many as are shown.
    findings: Vec<Finding>,
    /// The finding that stands for those beyond, at the place of the first; how many they are, and whether one is an error.
    beyond: Option<Finding>,
    more: usize,
    has_more_errors: bool,
}

impl Default for Report {
    fn default() -> Self {
        Report::new(Limits::default().findings)
    }
}

impl Report {
    /// A report that shows no more findings than the limit allows.
    pub(crate) fn new(limit: Limit) -> Self {
        Report {
            limit,
            findings: Vec::new(),
            beyond: None,
            more: 0,
            has_more_errors: false,
        }
    }

    /// An error at a place.
    pub(crate) fn error(&mut self, at: Span, message: impl Into<String>) -> FindingBuilder<'_> {
        self.push(Level::Error, message.into(), None, Some(at))
    }

    /// A finding of a lint at a place; nothing where the lint is allowed.
    pub(crate) fn lint(
        &mut self,
        level: LintLevel,
        lint: &'static str,
        at: Span,
        message: impl Into<String>,
    ) -> Option<FindingBuilder<'_>> {
        let builder = self.push(level.level()?, message.into(), None, Some(at));
        builder.0.lint = Some(lint);
        Some(builder)
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
        let finding = Finding {
            level,
            lint: None,
            message,
            file,
            at,
            related: Vec::new(),
            help: Vec::new(),
        };
        if self.limit.is_exceeded_by(self.findings.len() + 1) {
            self.more += 1;
            self.has_more_errors |= level == Level::Error;
            let (file, at) = match self.beyond.take() {
                Some(first) => (first.file, first.at),
                None => (finding.file.clone(), finding.at),
            };
            return FindingBuilder(self.beyond.insert(Finding {
                file,
                at,
                ..finding
            }));
        }
        self.findings.push(finding);
        FindingBuilder(self.findings.last_mut().expect("one was just pushed"))
    }

    /// Returns `true` if a finding so far forbids generating.
    pub(crate) fn has_errors(&self) -> bool {
        let mut findings = self.findings.iter();
        self.has_more_errors || findings.any(|finding| finding.level == Level::Error)
    }

    /// The findings in the order of the files and the places in them.
    pub(crate) fn resolve(mut self, sources: &Sources) -> Vec<Diagnostic> {
        self.findings.sort_by_key(|finding| finding.at);
        if let Some(mut beyond) = self.beyond {
            beyond.level = if self.has_more_errors {
                Level::Error
            } else {
                Level::Warning
            };
            beyond.lint = None;
            beyond.message = format!("{}: {} more are not shown", self.limit.message(), self.more);
            beyond.related.clear();
            beyond.help = vec!["put right those that are shown first".to_owned()];
            self.findings.push(beyond);
        }
        let resolve = |finding: Finding| Diagnostic {
            level: finding.level,
            lint: finding.lint,
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
    /// Adds what to do about it, in a sentence.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.0.help.push(help.into());
        self
    }

    /// Adds what to do about it, where there is something to say.
    pub(crate) fn maybe_help(self, help: Option<String>) -> Self {
        self.0.help.extend(help);
        self
    }

    /// Adds another place that has to do with it, and what is there.
    pub(crate) fn related(self, span: Span, message: impl Into<String>) -> Self {
        self.0.related.push((span, message.into()));
        self
    }
}
