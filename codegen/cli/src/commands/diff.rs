//! `codegen diff BASE [HEAD]`: what changed between two states of a catalog, and which version bump it needs.
//!
use clap::ValueEnum;

use crate::context::Context;
use crate::diff::bump::Allow;
use crate::diff::change::Change;
use crate::diff::{self, annotations, json, revision, text};
use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;

/// What `diff` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The state before: a git revision (`main`, `v1.2.0`, `HEAD~1`), REVISION:PATH, or the path of a catalog
    base: String,

    /// The state after, likewise [default: the working tree]
    head: Option<String>,

    /// How to print the changes
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// What exits 0: changes up to `patch`, `minor` or `major`, or those that a bump OLD..NEW covers, `0.1.0..0.2.0`
    #[arg(long, value_name = "LEVEL", default_value = "minor")]
    allow: Allow,
}

impl Options {
    /// Whether neither side is the working tree, whose catalog has to be found.
    pub(crate) fn names_both(&self) -> bool {
        self.head.is_some()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One change a line
    Text,
    /// One object, for other tools
    Json,
    /// A table, for a summary or a comment
    Markdown,
    /// Annotations of the changed lines, as GitHub's runners read them
    Github,
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let base = revision::read(&options.base, context, terminal)?;
    let head = match &options.head {
        Some(head) => revision::read(head, context, terminal)?,
        None => revision::working_tree(context, terminal)?,
    };
    let mut changes = diff::compare(&base, &head);
    // What makes callers do something else comes first, then what breaks them.
    changes.sort_by_key(|change| {
        (
            !change.changes_behavior(),
            std::cmp::Reverse(change.level()),
        )
    });
    let printed = match options.format {
        Format::Text => text::lines(&changes),
        Format::Markdown => text::markdown(&changes),
        Format::Json => json::object(&changes),
        Format::Github => annotations::lines(&changes, options.allow),
    };
    terminal.print(&printed)?;
    let is_allowed = |change: &Change| options.allow.covers(change.level());
    Ok(if changes.iter().all(is_allowed) {
        ExitStatus::Clean
    } else {
        ExitStatus::Findings
    })
}
