//! The changes as lines of text and as a Markdown table.

use std::fmt::Write as _;

use super::change::{Change, Level, verdict};
use crate::terminal::style::{BOLD, GREEN, PLAIN, RED, YELLOW};
use crate::word_diff::{colored_word_diff, word_diff};
use codegen::text::Sanitized;
use codegen::text::{markdown as escape, markdown_code as code};

/// Returns a line for each change, and the verdict, for a terminal.
pub(crate) fn lines(changes: &[Change]) -> String {
    let mut text = String::new();
    for change in changes {
        let behavior = if change.changes_behavior() {
            format!("{BOLD}behavior change:{PLAIN} ")
        } else {
            String::new()
        };
        let color = match change.level() {
            Level::Major => RED,
            Level::Minor => YELLOW,
            Level::Patch => GREEN,
        };
        let _ = writeln!(
            text,
            "{color}{}{PLAIN}  {}  {behavior}{}",
            change.level().name(),
            Sanitized(&change.subject_text()),
            change.sanitized().text_with("->", colored_word_diff)
        );
    }
    let _ = writeln!(text, "{}", verdict(changes));
    text
}

/// Returns the verdict and a table of the changes.
pub(crate) fn markdown(changes: &[Change]) -> String {
    let mut text = format!("### Codes: {}\n", verdict(changes));
    if changes.is_empty() {
        return text;
    }
    text.push_str("\n| Level | Subject | Change |\n| --- | --- | --- |\n");
    for change in changes {
        let level = change.level().name();
        let behavior = if change.changes_behavior() {
            "**behavior change:** "
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "| {level} | {} | {behavior}{} |",
            code(&change.subject_text()),
            // `->` would need a backslash.
            escape(&change.text_with("→", word_diff))
        );
    }
    text
}
