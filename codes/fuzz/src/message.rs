//! What `extract` finds, rendered again, is the text.

use arbitrary::Arbitrary;
use codes::{Arguments, Code, Lang, cmi, lianlian};

/// A message of a code with arguments, and a text to be read as one.
#[derive(Debug, Arbitrary)]
pub struct Message<'a> {
    table: u8,
    code: u16,
    row: u8,
    arguments: [&'a str; 3],
    /// What happens to the message on its way: blanks, line ends, other punctuation, cuts.
    disturbances: Vec<(u16, &'a str)>,
    text: &'a str,
}

/// Renders, disturbs and reads; and reads the text that has nothing to do with it.
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
    let entry = entry.expect("a code has a row at least");
    let arguments: Vec<(&str, &dyn std::fmt::Display)> = (entry.placeholders().iter())
        .zip(&message.arguments)
        .map(|(name, value)| (*name, value as _))
        .collect();
    for lang in Lang::ALL {
        let text = entry.render(*lang, &arguments).to_string();
        for other in Lang::ALL {
            let expected = entry.render(*other, &arguments).to_string();
            assert_eq!(code.localize(&text, *other), Some(expected), "{text:?}");
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

/// A text that is read is one of the row's wordings with the arguments in it, but for what does not count.
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
        let mut wordings = printed.into_iter().chain([arguments.render(*lang)]);
        wordings.any(|wording| folded(&wording) == folded(text))
    });
    assert!(is_read, "{code} {text:?} {arguments:?}");
}

/// What varies in a printed text besides what it has in braces, in any table.
const MARKS: [&str; 2] = ["X", "具体参数名"];

/// A printed text with the arguments in it, in the order of the message's placeholders.
fn filled(printed: &str, arguments: &Arguments<'_>, lang: Lang) -> String {
    let mut names = (arguments.entry().message(lang).split(['{', '}'])).skip(1).step_by(2);
    let (mut filled, mut rest) = (String::new(), printed);
    while let Some(c) = rest.chars().next() {
        let mark = MARKS.iter().find(|mark| rest.starts_with(**mark));
        let length = match rest.find('}') {
            Some(end) if c == '{' => end + 1,
            _ => mark.map_or(0, |mark| mark.len()),
        };
        if length > 0 {
            filled.push_str(names.next().and_then(|name| arguments.get(name)).unwrap_or(&rest[..length]));
            rest = &rest[length..];
        } else {
            filled.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    filled
}

/// Without what does not count: white space, and punctuation at the end.
fn folded(text: &str) -> String {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || ".。．｡,，、;；:：!！?？…".contains(c)
    });
    text.split_whitespace().collect()
}
