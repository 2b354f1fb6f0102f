//! The changes as annotations: workflow commands that GitHub's runners show at the lines of a pull request.

use std::fmt::Write as _;

use super::bump::Allow;
use super::change::{Change, verdict};
use crate::render::{data, property};
use codegen::builder::CheckedCatalog;
use codegen::sanitize::{Sanitized, sanitized_path};

/// A line each, and the verdict.
pub(super) fn lines(changes: &[Change], head: &CheckedCatalog, allow: Allow) -> String {
    let mut text = String::new();
    for change in changes {
        let command = if !allow.covers(change.level()) {
            "error"
        } else if change.is_flip() {
            "warning"
        } else {
            "notice"
        };
        let place = change.subject.at.map(|at| {
            let source = head.sources.get(at.source);
            let line = source.line(at.range().start);
            format!(
                "file={},line={line},",
                property(&sanitized_path(&source.path))
            )
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
