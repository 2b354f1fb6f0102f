//! The changes for people: as lines, and as a table of Markdown.

use std::fmt::Write as _;

use super::change::{Change, verdict};
use codegen::text::Sanitized;
use codegen::text::{markdown as escape, markdown_code as code};

/// A line each, and the verdict.
pub(crate) fn lines(changes: &[Change]) -> String {
    let mut text = String::new();
    for change in changes {
        let flip = if change.changes_behavior() {
            "callers now decide otherwise: "
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "{}  {}  {flip}{}",
            change.level().name(),
            Sanitized(&change.about()),
            Sanitized(&change.what())
        );
    }
    let _ = writeln!(text, "{}", verdict(changes));
    text
}

/// The verdict, and a table.
pub(crate) fn markdown(changes: &[Change]) -> String {
    let mut text = format!("### Codes: {}\n", verdict(changes));
    if changes.is_empty() {
        return text;
    }
    text.push_str("\n| level | what | change |\n| --- | --- | --- |\n");
    for change in changes {
        let level = change.level().name();
        let flip = if change.changes_behavior() {
            "**callers now decide otherwise:** "
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "| {level} | {} | {flip}{} |",
            code(&change.about()),
            escape(&change.what())
        );
    }
    text
}
