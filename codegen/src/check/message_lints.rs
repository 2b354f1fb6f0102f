//! How messages are written: lints, each with its level in the catalog.

use std::collections::HashMap;

use super::spelling;
use crate::model::{Catalog, Language, Row, Table};
use crate::report::Report;
use crate::source::Cell;
use crate::unicode::is_han;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let lints = &catalog.lints;
    for row in &table.rows {
        for (message, language) in row.messages.iter().zip(&catalog.languages) {
            if message.text.is_empty() {
                continue; // That it is missing is an error of its own.
            }
            trailing_stop(message, catalog, report);
            if message.text.contains("  ") {
                let what = "white space is doubled";
                if let Some(finding) =
                    report.lint(lints.white_space, "white-space", message.span, what)
                {
                    finding.help("leave one space");
                }
            }
            match primary(language) {
                "zh" => chinese(message, catalog, report),
                "en" => {
                    english(message, catalog, report);
                    name(row, message, catalog, report);
                }
                _ => {}
            }
        }
    }
    same_messages(table, catalog, report);
}

/// The language without script and region: `zh` of `zh-Hant`.
fn primary(language: &Language) -> &str {
    language.tag.split('-').next().unwrap_or_default()
}

fn trailing_stop(message: &Cell, catalog: &Catalog, report: &mut Report) {
    let Some(stop) = message.text.chars().next_back().filter(|c| {
        matches!(
            c,
            '.' | '。' | '．' | '｡' | ',' | '，' | '、' | ';' | '；' | '!' | '！'
        )
    }) else {
        return;
    };
    let text = format!("the message ends with `{stop}`");
    let level = catalog.lints.trailing_stop;
    if let Some(finding) = report.lint(level, "trailing-stop", message.span, text) {
        finding.help("leave it out: programs put messages into sentences of their own");
    }
}

fn chinese(message: &Cell, catalog: &Catalog, report: &mut Report) {
    let text = &message.text;
    if !text.chars().any(is_han) {
        let what = "a Chinese message without a Chinese character";
        if let Some(finding) = report.lint(catalog.lints.script, "script", message.span, what) {
            finding.help("translate it; or the cells of two languages are swapped");
        }
    }
    let mut pairs = text.chars().zip(text.chars().skip(1));
    if (pairs.clone()).any(|(a, b)| (is_han(a) && b == ' ') || (a == ' ' && is_han(b)))
        && let Some(finding) = report.lint(
            catalog.lints.spacing,
            "spacing",
            message.span,
            "white space beside a Chinese character",
        )
    {
        finding.help("leave it out");
    }
    let half_width = |c| matches!(c, ',' | ';' | ':' | '!' | '?' | '(' | ')');
    let beside = pairs.find_map(|(a, b)| match (is_han(a), is_han(b)) {
        (true, _) if half_width(b) => Some(b),
        (_, true) if half_width(a) => Some(a),
        _ => None,
    });
    if let Some(c) = beside {
        let what = format!("half-width `{c}` beside Chinese characters");
        let level = catalog.lints.punctuation;
        if let Some(finding) = report.lint(level, "punctuation", message.span, what) {
            let full_width = char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
            finding.help(format!("write the full-width `{full_width}`"));
        }
    }
}

fn english(message: &Cell, catalog: &Catalog, report: &mut Report) {
    let text = &message.text;
    if text.chars().any(is_han)
        && let Some(finding) = report.lint(
            catalog.lints.script,
            "script",
            message.span,
            "an English message with Chinese characters",
        )
    {
        finding.help("translate them; or the cells of two languages are swapped");
    }
    // What stands for a placeholder begins as it does.
    let begins = text.chars().find(|c| c.is_alphanumeric() || *c == '{');
    if begins.is_some_and(char::is_lowercase)
        && !spelling::opens(text, catalog)
        && let Some(finding) = report.lint(
            catalog.lints.capital,
            "capital",
            message.span,
            "English message does not begin with a capital letter",
        )
    {
        finding.help("write a capital letter; list a word that is always written in lower case in `spellings` of the catalog");
    }
}

/// A name and its message have a word in common, be it in another form. Where they have not, one of them may
/// have slipped into the next row.
fn name(row: &Row, message: &Cell, catalog: &Catalog, report: &mut Report) {
    const STEM: usize = 4;
    let Some(name) = &row.name.value else {
        return; // That it is missing or no good is an error of its own.
    };
    // What the document prints is as good a witness: `BAD REQUEST` beside a message of ours.
    let text = format!("{} {}", message.text, row.printed.join(" ")).to_lowercase();
    let is_in_message = |word: &str| {
        let stem: String = word
            .chars()
            .take(STEM.max(word.chars().count() / 2))
            .collect();
        text.contains(&stem.to_lowercase())
    };
    let is_in_name = |word: &str| {
        let stem: String = word.chars().take(STEM).collect();
        word.chars().count() >= STEM && name.to_lowercase().contains(&stem)
    };
    let in_common = name.split([' ', '-', '_']).any(is_in_message)
        || text.split(|c: char| !c.is_alphanumeric()).any(is_in_name);
    if !in_common {
        let what = format!("the name `{name}` and the message have no word in common");
        if let Some(finding) = report.lint(catalog.lints.name, "name", row.name.span, what) {
            finding
                .related(message.span, "the message")
                .help("see that both speak of the same condition");
        }
    }
}

/// The same message on two codes tells users less than the two codes do.
fn same_messages(table: &Table, catalog: &Catalog, report: &mut Report) {
    for index in 0..catalog.languages.len() {
        let mut first_rows: HashMap<&str, &Row> = HashMap::new();
        for row in &table.rows {
            let message = &row.messages[index];
            let first = *first_rows.entry(&message.text).or_insert(row);
            if message.text.is_empty() || first.code.first == row.code.first {
                continue;
            }
            let text = format!(
                "the codes {} and {} have the same message",
                first.code.first, row.code.first
            );
            let level = catalog.lints.same_message;
            if let Some(finding) = report.lint(level, "same-message", message.span, text) {
                finding.related(first.messages[index].span, "first here");
            }
        }
    }
}
