//! The changes for people: as lines, and as a table of Markdown.

use std::fmt::Write as _;

use super::change::{Change, verdict};
use crate::diagnostic::Inert;

/// A line each, and the verdict.
pub(super) fn lines(changes: &[Change]) -> String {
    let mut text = String::new();
    for change in changes {
        let flip = if change.is_flip() {
            "callers now decide otherwise: "
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "{}  {}  {flip}{}",
            change.level().name(),
            change.about(),
            Inert(&change.what())
        );
    }
    let _ = writeln!(text, "{}", verdict(changes));
    text
}

/// The verdict, and a table.
pub(super) fn markdown(changes: &[Change]) -> String {
    let mut text = format!("### Codes: {}\n", verdict(changes));
    if changes.is_empty() {
        return text;
    }
    text.push_str("\n| level | what | change |\n| --- | --- | --- |\n");
    for change in changes {
        let level = change.level().name();
        let flip = if change.is_flip() {
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

fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").replace('|', "\\|"))
}

/// Text that Markdown shows as it stands.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in Inert(text).to_string().chars() {
        if c.is_ascii_punctuation()
            && !matches!(
                c,
                '.' | ',' | ':' | ';' | '-' | '\'' | '"' | '(' | ')' | '/' | '+'
            )
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
