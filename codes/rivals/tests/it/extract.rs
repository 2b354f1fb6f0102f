//! Messages as regular expressions read them: `extract` against one expression for each wording of a code, over every
//! code whose messages have placeholders. `codegen` does the same with random messages.

extern crate codes;

#[path = "../../../../codegen/tests/random-messages/tests/it/oracle.rs"]
mod oracle;

use codes::{Code, Entry, Lang};
use fancy_regex::Regex;
use oracle::{Numbers, Wording, compare};

/// What varies in a printed text, besides what it has in braces.
const MARKS: &str = r"\{[^{}]*\}|(?<![0-9A-Za-z])X(?![0-9A-Za-z])|具体参数名";

/// A printed text varies where it has as many marks as the message in its language.
fn printed(entry: Entry, lang: Lang) -> Option<Wording> {
    let printed = entry.printed(lang)?;
    let mut wording = Wording::of_message(entry, lang);
    let marks = Regex::new(MARKS).unwrap();
    let parts: Vec<String> = marks
        .split(printed)
        .map(|part| part.unwrap().to_owned())
        .collect();
    if parts.len() == wording.names.len() + 1 {
        wording.fixed = parts;
    } else {
        wording.fixed = vec![printed.to_owned()];
        wording.names.clear();
    }
    Some(wording)
}

/// Counts how many texts were read, and how many were turned down.
fn differential<C: Code>(numbers: &mut Numbers, counts: &mut [usize; 2]) {
    for code in C::ALL.iter().copied() {
        if code.entries().all(|entry| entry.placeholders().is_empty()) {
            continue;
        }
        let mut wordings = Vec::new();
        for entry in code.entries() {
            let messages = Lang::ALL.iter();
            wordings.extend(messages.map(|lang| Wording::of_message(entry, *lang)));
            wordings.extend(Lang::ALL.iter().filter_map(|lang| printed(entry, *lang)));
        }
        let [read, turned_down] = compare(code, &wordings, numbers);
        *counts = [counts[0] + read, counts[1] + turned_down];
    }
}

#[test]
fn messages_are_read_as_regular_expressions_read_them() {
    let mut numbers = Numbers(8);
    let mut counts = [0; 2];
    for_each_table!(differential, &mut numbers, &mut counts);
    let [read, turned_down] = counts;
    assert!(read > 1000 && turned_down > 200, "{counts:?}");
}
