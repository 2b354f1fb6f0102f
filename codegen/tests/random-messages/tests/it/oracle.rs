//! The arguments of messages by regular expressions, one for each pattern of a code.

use std::cell::OnceCell;
use std::cmp::Reverse;

use fancy_regex::{Regex, escape};

use super::codes::{Arguments, Code, Entry, Lang};

/// Pseudo-random numbers, the same ones in each run (splitmix64).
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

/// The number of texts for each pattern.
const TEXTS: usize = 100;

/// The characters besides white space that are ignored at the end of a text.
const FINAL: &str = ".。．｡,，、;；:：!！?？…";

/// Punctuation, with the same marks in another width.
#[rustfmt::skip]
const WIDTHS: [&str; 32] = [
    ",，、", ".。．｡", ":：", ";；", "!！", "?？", "\"“”＂", "'‘’＇", "(（", ")）", "[【［", "]】］", "{｛", "}｝", "<《＜", ">》＞",
    "/／", "\\＼", "|｜", "-－", "_＿", "~～", "#＃", "$＄", "%％", "&＆", "*＊", "+＋", "=＝", "@＠", "^＾", "`｀",
];

/// A pattern: fixed texts, and the placeholders between them.
pub(crate) struct Pattern {
    pub(crate) entry: Entry,
    pub(crate) fixed: Vec<String>,
    pub(crate) names: Vec<&'static str>,
    /// The expressions for exact and for tolerant matches.
    pub(crate) expressions: [OnceCell<Regex>; 2],
}

impl Pattern {
    pub(crate) fn of_message(entry: Entry, lang: Lang) -> Self {
        let (fixed, names) = parts(entry.message(lang));
        Pattern {
            entry,
            fixed,
            names,
            expressions: Default::default(),
        }
    }

    fn length(&self, is_tolerant: bool) -> usize {
        self.counting(is_tolerant).iter().map(String::len).sum()
    }

    /// Returns the fixed texts without what is ignored.
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

    /// Returns the arguments of a text by the expression.
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

    /// Returns the expression. Each argument is as short as possible; a repeated placeholder has the same argument again.
    fn expression(&self, is_tolerant: bool) -> String {
        let (blank, argument) = if is_tolerant {
            (r"\s*", r"\s*(\S(?:.*?\S)??)")
        } else {
            ("", r"(\s*\S.*?)")
        };
        let escaped = |text: &str| -> String {
            let one = |c: char| {
                let widths = WIDTHS
                    .iter()
                    .find(|widths| is_tolerant && widths.contains(c));
                let same: Vec<_> = match widths {
                    Some(widths) => widths.chars().map(String::from).collect(),
                    None => vec![c.to_string()],
                };
                let same: Vec<_> = same.iter().map(|c| escape(c)).collect();
                let one = format!("(?:{})", same.join("|"));
                blank.to_owned() + &one
            };
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

/// Returns the fixed texts and the placeholders of a message, in which literal braces are doubled.
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

/// Returns the result by the rules of the guide: an exact match first, then the most fixed text, then the first pattern.
fn expected(patterns: &[Pattern], text: &str) -> Option<(Entry, Vec<(&'static str, String)>)> {
    [false, true].into_iter().find_map(|is_tolerant| {
        let mut sorted: Vec<&Pattern> = patterns.iter().collect();
        sorted.sort_by_key(|pattern| Reverse(pattern.length(is_tolerant)));
        let read = |pattern: &&Pattern| Some((pattern.entry, pattern.read(text, is_tolerant)?));
        sorted.iter().find_map(read)
    })
}

fn found(arguments: Option<Arguments<'_>>) -> Option<(Entry, Vec<(&'static str, String)>)> {
    let arguments = arguments?;
    let values = arguments.as_slice().iter();
    let values = values.map(|(name, value)| (*name, (*value).to_owned()));
    Some((arguments.entry(), values.collect()))
}

/// Returns a text that nearly matches a pattern: with arguments, spaces, another end, or a missing part.
fn text(pattern: &Pattern, pieces: &[&str], numbers: &mut Numbers) -> String {
    let mut values = Vec::new();
    for _ in &pattern.names {
        let count = [0, 1, 1, 2, 2, 3][numbers.below(6)];
        values.push((0..count).map(|_| numbers.one(pieces)).collect::<String>());
    }
    let mut text = pattern.fixed[0].clone();
    for (index, fixed) in pattern.fixed[1..].iter().enumerate() {
        // Mostly, a repeated placeholder has the same argument.
        let first = (pattern.names.iter()).position(|name| *name == pattern.names[index]);
        let index = if numbers.below(4) > 0 {
            first.unwrap()
        } else {
            index
        };
        text += &values[index];
        text += fixed;
    }
    if numbers.below(4) == 0 {
        text = text.replace('，', ",").replace('{', "｛");
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

/// Compares `extract` with the expressions of the patterns; returns the numbers of texts that matched and that did not.
pub(crate) fn compare<C: Code>(code: C, patterns: &[Pattern], numbers: &mut Numbers) -> [usize; 2] {
    let mut counts = [0; 2];
    let mut pieces = vec!["imsi", "卡号", "5", " ", "。", "X", "{}", "\n"];
    let fixed = patterns.iter().flat_map(|pattern| &pattern.fixed);
    pieces.extend(fixed.map(String::as_str).filter(|text| text.len() < 20));
    for pattern in patterns {
        for _ in 0..TEXTS {
            let text = text(pattern, &pieces, numbers);
            let expected = expected(patterns, &text);
            assert_eq!(found(code.extract(&text)), expected, "{code} {text:?}");
            counts[usize::from(expected.is_none())] += 1;
        }
    }
    counts
}
