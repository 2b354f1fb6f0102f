//! The changes as annotations: workflow commands that GitHub's runners show at the lines of a pull request.

use std::fmt::Write as _;

use super::bump::Allow;
use super::change::{Change, verdict};
use crate::terminal::diagnostics::{data, property};
use codegen::text::{Sanitized, sanitized_path};

/// A line each, and the verdict.
pub(crate) fn lines(changes: &[Change], allow: Allow) -> String {
    let mut text = String::new();
    for change in changes {
        let command = if !allow.covers(change.level()) {
            "error"
        } else if change.changes_behavior() {
            "warning"
        } else {
            "notice"
        };
        let place = change.subject.at.as_ref().map(|at| {
            let path = property(&sanitized_path(at.path()));
            format!("file={path},line={},", at.line())
        });
        let title = format!("{}: {}", change.level().name(), Sanitized(&change.about()));
        let title = property(&title);
        let place = place.unwrap_or_default();
        let _ = writeln!(
            text,
            "::{command} {place}title={title}::{}",
            data(&Sanitized(&change.what()).to_string())
        );
    }
    let _ = writeln!(text, "::notice title=codes::{}", verdict(changes));
    text
}
