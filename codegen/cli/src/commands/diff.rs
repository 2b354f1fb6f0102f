//! `codegen diff BASE [HEAD]`: compare two versions of a catalog and report the required version bump.

use clap::ValueEnum;

use crate::context::Context;
use crate::diff::bump::Allow;
use crate::diff::change::Change;
use crate::diff::{self, advice, annotations, json, revision, text};
use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;

/// The options of `diff`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Old version: a git revision (`main`, `v1.2.0`, `HEAD~1`), REVISION:PATH, or the path of a catalog
    base: String,

    /// New version, in the same form [default: the working tree]
    head: Option<String>,

    /// Exit with 0 for changes up to this level: `patch`, `minor`, `major`, or a version bump such as `0.1.0..0.2.0`
    #[arg(long, value_name = "LEVEL", default_value = "minor")]
    allow: Allow,

    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Options {
    /// Returns `true` if both versions are named: then no catalog has to be found in the working tree.
    pub(crate) fn names_both(&self) -> bool {
        self.head.is_some()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line per change
    Text,
    /// One JSON object
    Json,
    /// A table for a pull request comment or job summary
    Markdown,
    /// GitHub Actions annotations on the changed lines
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
    let mut changes = terminal.wait_for("comparing", || diff::compare(&base, &head));
    // Changes that alter what compiled callers do come first, then changes that break the build.
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
        Format::Github => annotations::lines(&changes, &options.allow, terminal),
    };
    terminal.print(&printed)?;
    for line in advice::lines(&changes, &options.allow) {
        terminal.note(line);
    }
    let is_allowed = |change: &Change| options.allow.covers(change.level());
    Ok(if changes.iter().all(is_allowed) {
        ExitStatus::Clean
    } else {
        ExitStatus::Findings
    })
}
