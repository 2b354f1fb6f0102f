//! The style of messages: lints, each with its level in the catalog.

use std::collections::HashMap;

use super::spelling::Spellings;
use crate::model::{Catalog, Language, Row, Table, is_damaged};
use crate::report::Report;
use crate::source::Cell;
use crate::suggest::and;
use crate::unicode::is_han;

pub(super) fn check(table: &Table, spellings: &Spellings, catalog: &Catalog, report: &mut Report) {
    for row in table.reviewed_rows() {
        for (index, message) in row.own_messages() {
            let language = &catalog.languages[index];
            if message.text.is_empty() || is_damaged(&message.text) {
                continue; // A missing message is an error, and the lint `damaged` finds a damaged one.
            }
            check_end(message, catalog, report);
            if message.text.contains("  ") {
                let level = catalog.lints.white_space;
                report
                    .lint(level, "white-space", message.span, "repeated spaces")
                    .help("use one space");
            }
            match language.primary() {
                "zh" => check_chinese(message, language, catalog, report),
                "en" => check_english(message, language, spellings, catalog, report),
                _ => {}
            }
        }
    }
    check_same_messages(table, catalog, report);
}

fn check_end(message: &Cell, catalog: &Catalog, report: &mut Report) {
    let rest = message
        .text
        .trim_end_matches(['.', '。', '．', '｡', ',', '，', '、', ';', '；', '!', '！']);
    let stop = &message.text[rest.len()..];
    if stop.is_empty() {
        return;
    }
    let text = format!("message ends with `{stop}`");
    let level = catalog.lints.trailing_stop;
    report
        .lint(level, "trailing-stop", message.span, text)
        .note("programs embed messages in sentences of their own")
        .help(format!("remove the `{stop}`"));
}

const TRANSLATE: &str = "translate the message, or check whether two cells are swapped";

fn check_chinese(message: &Cell, language: &Language, catalog: &Catalog, report: &mut Report) {
    let text = &message.text;
    if !text.chars().any(is_han) {
        let what = format!("`{}` message has no Chinese characters", language.tag);
        report
            .lint(catalog.lints.script, "script", message.span, what)
            .help(TRANSLATE);
    }
    let pairs = text.chars().zip(text.chars().skip(1));
    if (pairs.clone()).any(|(a, b)| (is_han(a) && b == ' ') || (a == ' ' && is_han(b))) {
        let what = "space next to a Chinese character";
        report
            .lint(catalog.lints.spacing, "spacing", message.span, what)
            .help("remove the space");
    }
    let is_half_width = |c| matches!(c, ',' | ';' | ':' | '!' | '?' | '(' | ')');
    let beside = pairs.filter_map(|(a, b)| match (is_han(a), is_han(b)) {
        (true, _) if is_half_width(b) => Some(b),
        (_, true) if is_half_width(a) => Some(a),
        _ => None,
    });
    let mut found: Vec<String> = Vec::new();
    for c in beside.map(String::from) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    if !found.is_empty() {
        let what = format!("half-width {} next to a Chinese character", and(&found));
        let full_width = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
        let full_width = found.iter().map(|c| c.chars().map(full_width).collect());
        let full_width: Vec<String> = full_width.collect();
        report
            .lint(catalog.lints.punctuation, "punctuation", message.span, what)
            .help(format!("use the full-width {}", and(&full_width)));
    }
}

fn check_english(
    message: &Cell,
    language: &Language,
    spellings: &Spellings,
    catalog: &Catalog,
    report: &mut Report,
) {
    let (text, tag) = (&message.text, &language.tag);
    if text.chars().any(is_han) {
        let what = format!("`{tag}` message has Chinese characters");
        report
            .lint(catalog.lints.script, "script", message.span, what)
            .help(TRANSLATE);
    }
    // The argument of a placeholder starts as it does.
    let first = text.chars().find(|c| c.is_alphanumeric() || *c == '{');
    if first.is_some_and(char::is_lowercase) && !spellings.start(text) {
        let what = format!("`{tag}` message does not start with a capital letter");
        report
            .lint(catalog.lints.capital, "capital", message.span, what)
            .help("start with a capital letter")
            .help("if the word always starts with a lower-case letter, add it to `spellings` in the catalog");
    }
}

/// Checks that codes have different messages, so that users see the difference between them.
fn check_same_messages(table: &Table, catalog: &Catalog, report: &mut Report) {
    for index in 0..catalog.languages.len() {
        let mut first_rows: HashMap<&str, &Row> = HashMap::new();
        for row in table.reviewed_rows() {
            let message = &row.messages[index];
            if !row.has_message(index) {
                continue;
            }
            let first = *first_rows.entry(&message.text).or_insert(row);
            if message.text.is_empty() || first.code.first == row.code.first {
                continue;
            }
            let text = format!(
                "codes `{}` and `{}` have the same `{}` message",
                first.code.first, row.code.first, catalog.languages[index].tag
            );
            let level = catalog.lints.same_message;
            report
                .lint(level, "same-message", message.span, text)
                .related(first.messages[index].span, "first used here")
                .help("say how the codes differ");
        }
    }
}
