//! The rows of a random table.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::catalog::{Catalog, Charset, Kind, Row, Table};
use crate::texts::escaped;

/// The random parts of a row.
#[derive(Clone, Debug)]
pub(super) struct Seed {
    /// Decides about the code, and about cells with few possible values.
    pub(super) number: u64,
    pub(super) words: Vec<&'static str>,
    pub(super) texts: Vec<String>,
    pub(super) placeholders: Vec<&'static str>,
}

/// Returns a code or a range of codes that the table does not have yet; `None` if the first candidate is not new.
pub(super) fn code(
    table: &Table,
    seed: u64,
    turn: usize,
    width: usize,
    is_dense: bool,
    taken: &mut BTreeSet<String>,
) -> Option<String> {
    let length = match table.width {
        Some(_) => width,
        None => 1 + (seed >> 7) as usize % width,
    };
    let base = table.charset.characters().len() as u64;
    let room = base.checked_pow(length as u32).unwrap_or(u64::MAX);
    let number = if is_dense {
        (turn as u64 * 3 + base) % room
    } else {
        seed % room
    };
    match table.charset {
        Charset::Digits => {
            let numbers = number..number.saturating_add(count(seed)).min(room);
            let text = |number: i128| format!("{number:0length$}");
            numbered(numbers.start.into()..numbers.end.into(), text, taken)
        }
        Charset::Integer => {
            let sign = if seed & 64 == 0 { 1 } else { -1 };
            let first = sign * i128::from(number >> 1);
            let end = (first + i128::from(count(seed))).min(1 << 63);
            numbered(first..end, |number| number.to_string(), taken)
        }
        Charset::Hex => {
            let number = i128::from(number);
            let text = |number: i128| match seed & 64 {
                0 => format!("0x{number:0length$x}"),
                _ => format!("0x{number:0length$X}"),
            };
            numbered(number..number + 1, text, taken)
        }
        Charset::Alphanumeric | Charset::Ascii => {
            let characters = table.charset.characters();
            let mut rest = number;
            let digits = (0..length).map(|_| {
                let digit = characters[(rest % base) as usize];
                rest /= base;
                char::from(digit)
            });
            let code: String = digits.collect();
            taken.insert(code.clone()).then_some(code)
        }
    }
}

/// Returns the number of codes of a row, which is a range if there are several.
fn count(seed: u64) -> u64 {
    if seed.is_multiple_of(5) {
        1 + seed / 5 % 7
    } else {
        1
    }
}

/// Returns the code or the range of codes with these numbers; `None` if one of the numbers is not new.
fn numbered(
    numbers: Range<i128>,
    text: impl Fn(i128) -> String,
    taken: &mut BTreeSet<String>,
) -> Option<String> {
    // The number must be new, not only the text.
    let texts = || numbers.clone().map(|number| number.to_string());
    if numbers.is_empty() || texts().any(|number| taken.contains(&number)) {
        return None;
    }
    taken.extend(texts());
    let (first, last) = (text(numbers.start), text(numbers.end - 1));
    Some(match numbers.end - numbers.start {
        1 => first,
        _ => format!("{first}-{last}"),
    })
}

/// Returns a row, except for its code.
pub(super) fn row(table: &Table, catalog: &Catalog, seed: &Seed, turn: usize) -> Row {
    let pick = |salt: u64| seed.number.rotate_left(salt as u32 * 11).wrapping_add(salt);
    let scope = match table.scopes.len() {
        0 => String::new(),
        count => table.scopes[pick(1) as usize % count].0.clone(),
    };
    let http = match &catalog.http {
        Some(http) if !(http.optional && pick(2).is_multiple_of(3)) => {
            (100 + pick(3) % 500).to_string()
        }
        _ => String::new(),
    };
    let attributes = catalog.attributes.iter().zip(4..).map(|(attribute, salt)| {
        if attribute.optional && pick(salt).is_multiple_of(3) {
            return String::new();
        }
        let text = seed.texts.first().map_or("some text", String::as_str);
        value(&attribute.kind, pick(salt + 7), text)
    });
    let name: Vec<&str> = seed.words.to_vec();
    Row {
        name: format!("{} q{}", name.join(" "), letters(turn))
            .trim()
            .to_owned(),
        renamed: match pick(5) % 4 {
            0 => format!("r{0}; s{0}", letters(turn)),
            1 => format!("{} r{}", name.join(" "), letters(turn))
                .trim()
                .to_owned(),
            _ => String::new(),
        },
        scope,
        http,
        attributes: attributes.collect(),
        messages: messages(catalog, seed, turn),
        note: seed.texts.last().cloned().unwrap_or_default(),
        ..Row::default()
    }
}

/// Returns the messages, with the same placeholders in each language, in different orders.
fn messages(catalog: &Catalog, seed: &Seed, turn: usize) -> Vec<String> {
    let message = |(at, tag): (usize, &String)| {
        let mut placeholders = seed.placeholders.clone();
        if at % 2 == 1 {
            placeholders.reverse();
        }
        let mut message = String::new();
        for (part, text) in seed
            .texts
            .iter()
            .cycle()
            .skip(at)
            .take(seed.texts.len())
            .enumerate()
        {
            message.push_str(&escaped(text));
            if let Some(name) = placeholders.get(part) {
                message.push_str(&format!("{{{name}}}"));
            }
        }
        for name in placeholders.iter().skip(seed.texts.len()) {
            message.push_str(&format!(" {{{name}}}"));
        }
        format!("{message} {tag} {turn}").trim().to_owned()
    };
    catalog.languages.iter().enumerate().map(message).collect()
}

/// Returns the printed texts: the code, perhaps in brackets, and texts that may equal the messages.
pub(super) fn print(row: &mut Row, seed: &Seed) {
    let code = match seed.number % 4 {
        0 => format!("[{}]", row.code),
        _ => row.code.clone(),
    };
    let messages = row.messages.clone();
    row.printed = vec![code];
    for (at, message) in messages.into_iter().enumerate() {
        match (seed.number >> (8 + at)) % 4 {
            // The printed text is the message.
            0 => {
                row.messages[at].clear();
                row.printed.push(message);
            }
            1 => row.printed.push(String::new()),
            2 => row.printed.push(message),
            _ => row.printed.push(seed.texts.join(" X ")),
        }
    }
}

/// Sometimes adds another row of the same code, in another scope or listed in `repeated`.
pub(super) fn again(table: &mut Table, catalog: &Catalog, row: &Row, seed: &Seed) -> Option<Row> {
    if seed.number % 8 != 1 || row.range(table.charset).is_some() {
        return None;
    }
    let other = table.scopes.iter().find(|(scope, _)| *scope != row.scope);
    let scope = match other {
        Some((scope, _)) => scope.clone(),
        None => {
            table.repeated.push(row.code.clone());
            row.scope.clone()
        }
    };
    let mut again = Row {
        code: row.code.clone(),
        scope,
        attributes: vec![String::new(); catalog.attributes.len()],
        messages: (row.messages.iter().zip(&catalog.languages))
            .map(|(_, tag)| format!("once more {tag}"))
            .collect(),
        retired: row.retired.clone(),
        ..Row::default()
    };
    if table.is_printed {
        again.printed = vec![row.code.clone()];
        again
            .printed
            .extend(catalog.languages.iter().map(|tag| format!("again {tag}")));
    }
    Some(again)
}

/// Letters that do not look like digits or, side by side, like other letters.
const ALPHABET: &[u8] = b"abcdefghjkpqstuvwxyz";

/// Returns a number in letters: `a`, `b`, … `ba`, …
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(ALPHABET[number % ALPHABET.len()]));
        number /= ALPHABET.len();
        if number == 0 {
            return letters;
        }
    }
}

/// Returns a value of an attribute, as a cell writes it.
pub(super) fn value(kind: &Kind, seed: u64, text: &str) -> String {
    match kind {
        Kind::Words(words) => words[seed as usize % words.len()].0.clone(),
        Kind::Text => text.to_owned(),
        Kind::Url => format!("https://docs.example.com/{seed}?a=b&c=(d)*_e_#f"),
        Kind::Integer("u8") => (seed as u8).to_string(),
        Kind::Integer("u16") => (seed as u16).to_string(),
        Kind::Integer("u32") => (seed as u32).to_string(),
        Kind::Integer("u64") => seed.to_string(),
        Kind::Integer("i8") => (seed as i8).to_string(),
        Kind::Integer("i16") => (seed as i16).to_string(),
        Kind::Integer("i32") => (seed as i32).to_string(),
        Kind::Integer(_) => (seed as i64 >> (seed % 60)).to_string(),
        Kind::Flag => seed.is_multiple_of(2).to_string(),
    }
}
