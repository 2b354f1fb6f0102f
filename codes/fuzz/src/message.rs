//! Checks that `extract` and `render` are inverse.

use arbitrary::Arbitrary;
use codes::{Arguments, Code, Lang, cmi, lianlian};

/// A message with arguments, and a text to read as a message.
#[derive(Debug, Arbitrary)]
pub struct Message<'a> {
    table: u8,
    code: u16,
    row: u8,
    arguments: [&'a str; 3],
    /// Texts that are inserted into the message: spaces, line endings, punctuation.
    disturbances: Vec<(u16, &'a str)>,
    text: &'a str,
}

/// Renders the message, disturbs it and reads it; then reads the unrelated text.
pub fn check(message: &Message<'_>) {
    match message.table % 3 {
        0 => of_table::<cmi::HttpStatus>(message),
        1 => of_table::<cmi::ReturnCode>(message),
        _ => of_table::<lianlian::ReturnCode>(message),
    }
}

fn of_table<C: Code>(message: &Message<'_>) {
    let code = C::ALL[usize::from(message.code) % C::ALL.len()];
    let mut entries = code.entries();
    let entry = entries.nth(usize::from(message.row) % code.entries().len());
    let entry = entry.expect("a code has at least one entry");
    let arguments: Vec<(&str, &dyn std::fmt::Display)> = (entry.placeholders().iter())
        .zip(&message.arguments)
        .map(|(name, value)| (*name, value as _))
        .collect();
    let is_blank = message
        .arguments
        .iter()
        .any(|value| value.trim().is_empty());
    for lang in Lang::ALL {
        let text = entry.render(*lang, &arguments).to_string();
        for other in Lang::ALL {
            let expected = entry.render(*other, &arguments).to_string();
            if !is_blank {
                assert_eq!(code.localize(&text, *other), Some(expected), "{text:?}");
            }
        }
        let mut disturbed = text;
        for (at, inserted) in &message.disturbances {
            let mut at = usize::from(*at) % (disturbed.len() + 1);
            while !disturbed.is_char_boundary(at) {
                at -= 1;
            }
            disturbed.insert_str(at, inserted);
        }
        read(code, &disturbed);
    }
    read(code, message.text);
}

/// Checks that a text that is read equals a text of the entry with the arguments, except for ignored characters.
fn read<C: Code>(code: C, text: &str) {
    let Some(arguments) = code.extract(text) else {
        for lang in Lang::ALL {
            assert_eq!(code.localize(text, *lang), None);
        }
        return;
    };
    for (name, value) in arguments.as_slice() {
        assert!(arguments.entry().placeholders().contains(name));
        let within = text.as_bytes().as_ptr_range();
        let value = value.as_bytes().as_ptr_range();
        assert!(within.start <= value.start && value.end <= within.end);
    }
    let is_read = Lang::ALL.iter().any(|lang| {
        let printed = arguments.entry().printed(*lang);
        let printed = printed.map(|printed| filled(printed, &arguments, *lang));
        let mut texts = printed.into_iter().chain([arguments.render(*lang)]);
        texts.any(|own| normalized(&own) == normalized(text))
    });
    assert!(is_read, "{code} {text:?} {arguments:?}");
}

/// The variable parts of printed texts in any table, besides text in braces.
const MARKS: [&str; 2] = ["X", "具体参数名"];

/// Returns a printed text with the arguments, in the order of the message's placeholders.
fn filled(printed: &str, arguments: &Arguments<'_>, lang: Lang) -> String {
    let mut names = (arguments.entry().message(lang).split(['{', '}']))
        .skip(1)
        .step_by(2);
    let (mut filled, mut rest) = (String::new(), printed);
    while let Some(c) = rest.chars().next() {
        let mark = MARKS.iter().find(|mark| rest.starts_with(**mark));
        let length = match rest.find('}') {
            Some(end) if c == '{' => end + 1,
            _ => mark.map_or(0, |mark| mark.len()),
        };
        if length > 0 {
            filled.push_str(
                names
                    .next()
                    .and_then(|name| arguments.get(name))
                    .unwrap_or(&rest[..length]),
            );
            rest = &rest[length..];
        } else {
            filled.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    filled
}

/// Removes ignored characters (white space and final punctuation), and makes punctuation half-width.
fn normalized(text: &str) -> String {
    let text = text
        .trim_end_matches(|c: char| c.is_whitespace() || ".。．｡,，、;；:：!！?？…".contains(c));
    let half_width = |c| match HALF_WIDTH.iter().find(|(full, _)| full.contains(c)) {
        Some((_, half)) => *half,
        None => c,
    };
    text.split_whitespace()
        .flat_map(str::chars)
        .map(half_width)
        .collect()
}

/// Punctuation marks, and their half-width forms.
const HALF_WIDTH: [(&str, char); 32] = [
    ("！", '!'),
    ("＂“”", '"'),
    ("＃", '#'),
    ("＄", '$'),
    ("％", '%'),
    ("＆", '&'),
    ("＇‘’", '\''),
    ("（", '('),
    ("）", ')'),
    ("＊", '*'),
    ("＋", '+'),
    ("，、", ','),
    ("－", '-'),
    ("．。｡", '.'),
    ("／", '/'),
    ("：", ':'),
    ("；", ';'),
    ("＜《", '<'),
    ("＝", '='),
    ("＞》", '>'),
    ("？", '?'),
    ("＠", '@'),
    ("［【", '['),
    ("＼", '\\'),
    ("］】", ']'),
    ("＾", '^'),
    ("＿", '_'),
    ("｀", '`'),
    ("｛", '{'),
    ("｜", '|'),
    ("｝", '}'),
    ("～", '~'),
];
