//! Compares `extract` with regular expressions, for every code whose messages have placeholders. The package `random-messages` does the
//! same with random messages.

extern crate codes;

#[path = "../../../../codegen/tests/random-messages/tests/it/oracle.rs"]
mod oracle;

use codes::{Code, Entry, Lang};
use fancy_regex::Regex;
use oracle::{Numbers, Pattern, compare};

/// The variable parts of a printed text.
const MARKS: &str = r"\{[^{}]*\}|(?<![0-9A-Za-z])X(?![0-9A-Za-z])|具体参数名";

/// Returns a printed text as an expression. It varies only if it has as many marks as the message has placeholders.
fn printed(entry: Entry, lang: Lang) -> Option<Pattern> {
    let printed = entry.printed(lang)?;
    let mut pattern = Pattern::of_message(entry, lang);
    let marks = Regex::new(MARKS).unwrap();
    let parts: Vec<String> = marks
        .split(printed)
        .map(|part| part.unwrap().to_owned())
        .collect();
    if parts.len() == pattern.names.len() + 1 {
        pattern.fixed = parts;
    } else {
        pattern.fixed = vec![printed.to_owned()];
        pattern.names.clear();
    }
    Some(pattern)
}

/// Compares each code, and counts the texts that match and the texts that do not.
fn differential<C: Code>(numbers: &mut Numbers, counts: &mut [usize; 2]) {
    for code in C::ALL.iter().copied() {
        if code.entries().all(|entry| entry.placeholders().is_empty()) {
            continue;
        }
        let mut patterns = Vec::new();
        for entry in code.entries() {
            let messages = Lang::ALL.iter();
            patterns.extend(messages.map(|lang| Pattern::of_message(entry, *lang)));
            patterns.extend(Lang::ALL.iter().filter_map(|lang| printed(entry, *lang)));
        }
        let [matched, rejected] = compare(code, &patterns, numbers);
        *counts = [counts[0] + matched, counts[1] + rejected];
    }
}

#[test]
fn extract_agrees_with_regular_expressions() {
    let mut numbers = Numbers(8);
    let mut counts = [0; 2];
    for_each_table!(differential, &mut numbers, &mut counts);
    let [matched, rejected] = counts;
    assert!(matched > 1000 && rejected > 200, "{counts:?}");
}
