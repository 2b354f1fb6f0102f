//! Collecting diagnostics, so that one run reports them all.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Level, LintLevel, Location};
use crate::limits::{Grouped, Limit, Limits};
use crate::source::{SourceId, Sources, Span};

/// The most findings with one cause that are reported one by one, and the number of locations in the finding for more of them.
pub(crate) const MAX_SINGLE: usize = 3;

/// A diagnostic before its locations are resolved.
#[derive(Debug)]
struct Finding {
    level: Level,
    lint: Option<&'static str>,
    message: String,
    file: Option<PathBuf>,
    at: Option<Span>,
    label: Option<String>,
    related: Vec<(Span, String)>,
    notes: Vec<String>,
    help: Vec<String>,
    /// Set for errors that may have one cause: their number in the file.
    group: Option<GroupId>,
}

/// An index into the groups of a report.
type GroupId = usize;

/// Collects the diagnostics of a run.
#[derive(Debug)]
pub(crate) struct Report {
    limit: Limit,
    /// At most as many as the limit allows.
    findings: Vec<Finding>,
    /// The sizes of the groups.
    groups: Vec<usize>,
    /// The group of each message in a file.
    group_ids: HashMap<(SourceId, String), GroupId>,
    /// Findings beyond the limit are counted, not kept.
    more_errors: usize,
    more_warnings: usize,
    /// `true` if lints warn at most, except `review`: the rows that it marks may be incomplete.
    cap_lints: bool,
}

impl Default for Report {
    fn default() -> Self {
        Report::new(Limits::default().diagnostics)
    }
}

impl Report {
    /// Returns a report that keeps as many findings as the limit allows.
    pub(crate) fn new(limit: Limit) -> Self {
        Report {
            limit,
            findings: Vec::new(),
            groups: Vec::new(),
            group_ids: HashMap::new(),
            more_errors: 0,
            more_warnings: 0,
            cap_lints: false,
        }
    }

    /// Sets whether lints warn at most.
    pub(crate) fn cap_lints(mut self, cap_lints: bool) -> Self {
        self.cap_lints = cap_lints;
        self
    }

    /// Adds an error at a location.
    pub(crate) fn error(&mut self, at: Span, message: impl Into<String>) -> FindingBuilder<'_> {
        self.push(Level::Error, message.into(), None, Some(at))
    }

    /// Adds an error that is likely to have one cause if it repeats: more than [`MAX_SINGLE`] with the same message in one file become
    /// one.
    pub(crate) fn repeated_error(
        &mut self,
        at: Span,
        message: impl Into<String>,
    ) -> FindingBuilder<'_> {
        let message = message.into();
        let key = (at.source, message.clone());
        let group = *self.group_ids.entry(key).or_insert(self.groups.len());
        if group == self.groups.len() {
            self.groups.push(0);
        }
        self.groups[group] += 1;
        if self.groups[group] > MAX_SINGLE {
            return FindingBuilder(None);
        }
        let mut builder = self.error(at, message);
        if let Some(finding) = &mut builder.0 {
            finding.group = Some(group);
        }
        builder
    }

    /// Adds a finding of a lint at a location, unless the lint is allowed.
    pub(crate) fn lint(
        &mut self,
        level: LintLevel,
        lint: &'static str,
        at: Span,
        message: impl Into<String>,
    ) -> FindingBuilder<'_> {
        let Some(level) = level.level() else {
            return FindingBuilder(None);
        };
        let level = match level {
            Level::Error if self.is_capped(lint) => Level::Warning,
            level => level,
        };
        let mut builder = self.push(level, message.into(), None, Some(at));
        if let Some(finding) = &mut builder.0 {
            finding.lint = Some(lint);
        }
        builder
    }

    fn is_capped(&self, lint: &str) -> bool {
        self.cap_lints && lint != "review"
    }

    /// Returns `true` if the findings of a lint with this level are errors.
    pub(crate) fn is_error(&self, level: LintLevel, lint: &str) -> bool {
        level.level() == Some(Level::Error) && !self.is_capped(lint)
    }

    /// Adds an error about a file as a whole, such as one that cannot be read.
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
        if self.limit.is_exceeded_by(self.findings.len() + 1) {
            match level {
                Level::Error => self.more_errors += 1,
                Level::Warning => self.more_warnings += 1,
            }
            return FindingBuilder(None);
        }
        self.findings.push(Finding {
            level,
            lint: None,
            message,
            file,
            at,
            label: None,
            related: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            group: None,
        });
        FindingBuilder(self.findings.last_mut())
    }

    /// Returns `true` if one of the findings is an error.
    pub(crate) fn has_errors(&self) -> bool {
        let mut findings = self.findings.iter();
        self.more_errors > 0 || findings.any(|finding| finding.level == Level::Error)
    }

    /// Returns the diagnostics in the order of the files and of the locations in each.
    pub(crate) fn resolve(mut self, sources: &Sources) -> Vec<Diagnostic> {
        self.findings.sort_by_key(|finding| finding.at);
        self.join_groups();
        let more = [
            (Level::Error, self.more_errors),
            (Level::Warning, self.more_warnings),
        ];
        let limit = self.limit.max;
        let resolve = |finding: Finding| Diagnostic {
            level: finding.level,
            lint: finding.lint,
            message: finding.message,
            file: finding.file,
            at: finding.at.map(|span| Location::new(sources, span)),
            label: finding.label,
            related: (finding.related.into_iter())
                .map(|(span, label)| (Location::new(sources, span), label))
                .collect(),
            notes: finding.notes,
            help: finding.help,
        };
        (self.findings.into_iter())
            .map(resolve)
            .chain(
                more.into_iter()
                    .filter_map(|(level, count)| not_shown(level, count, limit)),
            )
            .collect()
    }
}

impl Report {
    /// Makes one finding of each group with more members than are reported one by one.
    fn join_groups(&mut self) {
        let mut firsts: HashMap<GroupId, usize> = HashMap::new();
        let mut joined: Vec<Finding> = Vec::new();
        for mut finding in self.findings.drain(..) {
            let group = (finding.group).filter(|group| self.groups[*group] > MAX_SINGLE);
            match (group, group.and_then(|group| firsts.get(&group))) {
                (Some(_), Some(first)) => {
                    let place = finding.at.map(|span| (span, "also here".to_owned()));
                    joined[*first].related.extend(place);
                }
                (Some(group), None) => {
                    let more = self.groups[group] - MAX_SINGLE;
                    finding
                        .notes
                        .insert(0, format!("and {} more in this file", Grouped(more as u64)));
                    firsts.insert(group, joined.len());
                    joined.push(finding);
                }
                (None, _) => joined.push(finding),
            }
        }
        self.findings = joined;
    }
}

/// The diagnostic that counts those beyond the limit.
fn not_shown(level: Level, count: usize, limit: u64) -> Option<Diagnostic> {
    let plural = if count == 1 { "" } else { "s" };
    let [count_text, limit] = [count as u64, limit].map(|number| Grouped(number).to_string());
    (count > 0).then(|| Diagnostic {
        level,
        lint: None,
        message: format!("{count_text} more {level}{plural} not shown (the limit is {limit})"),
        file: None,
        at: None,
        label: None,
        related: Vec::new(),
        notes: Vec::new(),
        help: Vec::new(),
    })
}

/// Adds to the finding that was just reported; to none if its lint is allowed, or if it is beyond the limit.
pub(crate) struct FindingBuilder<'a>(Option<&'a mut Finding>);

impl FindingBuilder<'_> {
    /// Labels the location: what is expected there, what was found.
    pub(crate) fn label(self, label: impl Into<String>) -> Self {
        self.with(|finding| finding.label = Some(label.into()))
    }

    /// Adds a related location, with its label.
    pub(crate) fn related(self, span: Span, label: impl Into<String>) -> Self {
        self.with(|finding| finding.related.push((span, label.into())))
    }

    /// Adds a fact that explains the message.
    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        self.with(|finding| finding.notes.push(note.into()))
    }

    /// Adds a way to fix it, in the imperative.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.with(|finding| finding.help.push(help.into()))
    }

    /// Adds a way to fix it, if there is one to name.
    pub(crate) fn maybe_help(self, help: Option<String>) -> Self {
        self.with(|finding| finding.help.extend(help))
    }

    fn with(mut self, add: impl FnOnce(&mut Finding)) -> Self {
        if let Some(finding) = &mut self.0 {
            add(finding);
        }
        self
    }
}
