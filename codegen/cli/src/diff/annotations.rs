//! The changes as GitHub Actions workflow commands, which become annotations on a pull request.

use std::fmt::Write as _;

use super::bump::Allow;
use super::change::{Change, verdict};
use crate::terminal::Terminal;
use crate::terminal::diagnostics::{escape_data, escape_property};
use codegen::text::{Sanitized, sanitized_path};

/// Returns a line for each change, and the verdict.
pub(crate) fn lines(changes: &[Change], allow: &Allow, terminal: &Terminal<'_>) -> String {
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
            let path = terminal.path_in_repository(at.path());
            let path = escape_property(&sanitized_path(&path));
            format!("file={path},line={},", at.line())
        });
        let title = format!(
            "{}: {}",
            change.level().name(),
            Sanitized(&change.subject_text())
        );
        let title = escape_property(&title);
        let place = place.unwrap_or_default();
        let _ = writeln!(
            text,
            "::{command} {place}title={title}::{}",
            escape_data(&Sanitized(&change.text()).to_string())
        );
    }
    let _ = writeln!(text, "::notice title=codes::{}", verdict(changes));
    text
}
