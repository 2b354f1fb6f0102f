//! Texts for cells, likely and unlikely ones.

use proptest::prelude::*;

/// Characters with a meaning in CSV, TOML and other languages.
const HOSTILE: [&str; 48] = [
    "\"",
    "'",
    "\\",
    "\\\\",
    "\\n",
    "\\u{41}",
    "*/",
    "/*",
    "//",
    "///",
    "//!",
    "#",
    "r#\"",
    "\"#",
    "`",
    "``",
    "$",
    "${x}",
    "{}",
    "{{",
    "}}",
    "}",
    "{",
    "{参数}",
    "{id}",
    "%s",
    "%",
    "&",
    "&amp;",
    "<b>",
    "</script>",
    "<!--",
    "[a](b)",
    "![]",
    "*a*",
    "_b_",
    "~~",
    "|",
    ",",
    ";",
    ":",
    "://",
    "-",
    "=",
    "@",
    "+1",
    "𝕏",
    "🚀",
];

/// Words in different scripts.
const WORDS: [&str; 16] = [
    "order",
    "not",
    "found",
    "the card",
    "X",
    "1004",
    "ICCID",
    "余额不足",
    "订单",
    "，请重试",
    "カード",
    "заказ",
    "é",
    "नहीं",
    "سلام",
    "𠀀",
];

/// A part of a text, without white space at its ends.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        3 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        1 => prop::collection::vec(any::<char>().prop_filter("it is legal", |c| is_legal(*c)), 1..4)
            .prop_map(|chars| chars.into_iter().collect()),
    ]
}

/// Returns `true` if a catalog may contain the character. Invisible ones are errors, which other tests cover.
fn is_legal(c: char) -> bool {
    !c.is_control()
        && !c.is_whitespace()
        && !matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text of one line that is not empty: parts with or without a space between them.
pub fn text() -> impl Strategy<Value = String> {
    let piece = || (piece(), any::<bool>());
    prop::collection::vec(piece(), 1..5).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, spaced) in pieces {
            if spaced && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&piece);
        }
        text
    })
}

/// Returns a text as a message writes it, with doubled braces.
pub(super) fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
