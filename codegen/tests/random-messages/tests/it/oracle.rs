//! What messages say as regular expressions read them: one for each wording of a code.

use std::cell::OnceCell;
use std::cmp::Reverse;

use fancy_regex::{Regex, escape};

use super::codes::{Arguments, Code, Entry, Lang};

/// Numbers that look random and are the same in each run (splitmix64).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    pub(crate) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// How many texts are made of each wording.
const TEXTS: usize = 80;

/// Besides white space, what does not count at the end of a text.
const FINAL: &str = ".。．｡,，、;；:：!！?？…";

/// The fixed texts of a wording, and the placeholders between them.
pub(crate) struct Wording {
    pub(crate) entry: Entry,
    pub(crate) fixed: Vec<String>,
    pub(crate) names: Vec<&'static str>,
    /// The expressions to the letter and tolerant.
    pub(crate) expressions: [OnceCell<Regex>; 2],
}

impl Wording {
    pub(crate) fn of_message(entry: Entry, lang: Lang) -> Self {
        let (fixed, names) = parts(entry.message(lang));
        Wording {
            entry,
            fixed,
            names,
            expressions: Default::default(),
        }
    }

    fn length(&self, is_tolerant: bool) -> usize {
        self.counting(is_tolerant).iter().map(String::len).sum()
    }

    /// The fixed texts without what does not count.
    fn counting(&self, is_tolerant: bool) -> Vec<String> {
        let mut fixed = self.fixed.clone();
        if is_tolerant {
            for text in &mut fixed {
                text.retain(|c| !c.is_whitespace());
            }
            let last = fixed.last_mut().unwrap();
            *last = without_end(last).to_owned();
        }
        fixed
    }

    /// The arguments that the text has by the expression.
    fn read(&self, text: &str, is_tolerant: bool) -> Option<Vec<(&'static str, String)>> {
        let text = if is_tolerant {
            without_end(text.trim_start())
        } else {
            text
        };
        let expression = self.expressions[usize::from(is_tolerant)].get_or_init(|| {
            let expression = self.expression(is_tolerant);
            Regex::new(&expression).unwrap()
        });
        let captures = expression.captures(text).unwrap()?;
        let mut names: Vec<&str> = Vec::new();
        for name in &self.names {
            if !names.contains(name) {
                names.push(name);
            }
        }
        let argument = |(at, name): (usize, &&'static str)| (*name, captures[at + 1].to_owned());
        Some(names.iter().enumerate().map(argument).collect())
    }

    /// An argument is as short as can be; what stands again is the same again.
    fn expression(&self, is_tolerant: bool) -> String {
        let (blank, argument) = if is_tolerant {
            (r"\s*", r"\s*((?:\S(?:.*?\S)??)??)")
        } else {
            ("", "(.*?)")
        };
        let escaped = |text: &str| -> String {
            let one = |c: char| blank.to_owned() + &escape(c.encode_utf8(&mut [0; 4]));
            text.chars().map(one).collect()
        };
        let fixed = self.counting(is_tolerant);
        let mut expression = format!(r"(?s)\A{}", escaped(&fixed[0]));
        let mut names: Vec<&str> = Vec::new();
        for (name, fixed) in self.names.iter().zip(&fixed[1..]) {
            match names.iter().position(|known| known == name) {
                Some(at) => expression += &format!("{blank}(?:\\{})", at + 1),
                None => {
                    expression += argument;
                    names.push(name);
                }
            }
            expression += &escaped(fixed);
        }
        expression + r"\z"
    }
}

/// The fixed texts and the placeholders of a message: braces that stand for themselves are doubled.
fn parts(message: &'static str) -> (Vec<String>, Vec<&'static str>) {
    let (mut fixed, mut names, mut rest) = (vec![String::new()], Vec::new(), message);
    while let Some(at) = rest.find(['{', '}']) {
        let last = fixed.last_mut().unwrap();
        last.push_str(&rest[..at]);
        let brace = &rest[at..at + 1];
        if rest[at + 1..].starts_with(brace) {
            last.push_str(brace);
            rest = &rest[at + 2..];
        } else {
            let (name, after) = rest[at + 1..].split_once('}').unwrap();
            names.push(name);
            fixed.push(String::new());
            rest = after;
        }
    }
    fixed.last_mut().unwrap().push_str(rest);
    (fixed, names)
}

fn without_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || FINAL.contains(c))
}

/// By the rules of the guide: to the letter before all else, then the most fixed text, then the first.
fn expected(wordings: &[Wording], text: &str) -> Option<(Entry, Vec<(&'static str, String)>)> {
    [false, true].into_iter().find_map(|is_tolerant| {
        let mut sorted: Vec<&Wording> = wordings.iter().collect();
        sorted.sort_by_key(|wording| Reverse(wording.length(is_tolerant)));
        let read = |wording: &&Wording| Some((wording.entry, wording.read(text, is_tolerant)?));
        sorted.iter().find_map(read)
    })
}

fn found(arguments: Option<Arguments<'_>>) -> Option<(Entry, Vec<(&'static str, String)>)> {
    let arguments = arguments?;
    let values = arguments.as_slice().iter();
    let values = values.map(|(name, value)| (*name, (*value).to_owned()));
    Some((arguments.entry(), values.collect()))
}

/// A text that is nearly a wording: with arguments in it, blanks, other ends, or a part missing.
fn text(wording: &Wording, pieces: &[&str], numbers: &mut Numbers) -> String {
    let mut values = Vec::new();
    for _ in &wording.names {
        let count = numbers.below(4);
        values.push((0..count).map(|_| numbers.one(pieces)).collect::<String>());
    }
    let mut text = wording.fixed[0].clone();
    for (index, fixed) in wording.fixed[1..].iter().enumerate() {
        // Most of the time, what stands again is the same.
        let first = (wording.names.iter()).position(|name| *name == wording.names[index]);
        let index = if numbers.below(4) > 0 {
            first.unwrap()
        } else {
            index
        };
        text += &values[index];
        text += fixed;
    }
    for _ in 0..numbers.below(4) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        if places.is_empty() {
            break;
        }
        let at = places[numbers.below(places.len())];
        match numbers.below(4) {
            0 => text.push_str(numbers.one(&["。", " .", "，", "\n", "！"])),
            1 if numbers.below(4) == 0 => drop(text.remove(at)),
            _ => text.insert_str(at, numbers.one(&[" ", "  ", "\u{3000}", "\t"])),
        }
    }
    text
}

/// Reads texts by `extract` and by the expressions of these wordings: how many were read, and how many turned down.
pub(crate) fn compare<C: Code>(code: C, wordings: &[Wording], numbers: &mut Numbers) -> [usize; 2] {
    let mut counts = [0; 2];
    let mut pieces = vec!["imsi", "卡号", "5", " ", "。", "X", "{}", "\n"];
    let fixed = wordings.iter().flat_map(|wording| &wording.fixed);
    pieces.extend(fixed.map(String::as_str).filter(|text| text.len() < 20));
    for wording in wordings {
        for _ in 0..TEXTS {
            let text = text(wording, &pieces, numbers);
            let expected = expected(wordings, &text);
            assert_eq!(found(code.extract(&text)), expected, "{code} {text:?}");
            counts[usize::from(expected.is_none())] += 1;
        }
    }
    counts
}
