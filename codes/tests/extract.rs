//! Messages as regular expressions read them: `extract` against one expression for each wording of a code, over every
//! code whose messages have placeholders.

use std::cell::OnceCell;

use codes::{Arguments, Code, Entry, Lang, cmi, lianlian};
use regex::Regex;

/// Numbers that look random and are the same in each run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// How many texts are made of each wording.
const TEXTS: usize = 80;

/// What varies in a printed text, besides what it has in braces.
const MARKS: &str = r"\{[^{}]*\}|(?-u:\b)X(?-u:\b)|具体参数名";

/// Besides white space, what does not count at the end of a text.
const FINAL: &str = ".。．｡,，、;；:：!！?？…";

/// The fixed texts of a wording, and the placeholders between them.
struct Wording {
    entry: Entry,
    fixed: Vec<String>,
    names: Vec<&'static str>,
    /// The expressions to the letter and tolerant, with nothing that is known.
    expressions: [OnceCell<Regex>; 2],
}

impl Wording {
    fn of_message(entry: Entry, lang: Lang) -> Self {
        let mut parts = entry.message(lang).split(['{', '}']);
        let mut wording = Wording {
            entry,
            fixed: vec![parts.next().unwrap().to_owned()],
            names: Vec::new(),
            expressions: Default::default(),
        };
        while let (Some(name), Some(fixed)) = (parts.next(), parts.next()) {
            wording.names.push(name);
            wording.fixed.push(fixed.to_owned());
        }
        wording
    }

    /// A printed text varies where it has as many marks as the message in its language.
    fn of_printed(entry: Entry, lang: Lang) -> Option<Self> {
        let printed = entry.printed(lang)?;
        let names = Wording::of_message(entry, lang).names;
        let parts: Vec<&str> = Regex::new(MARKS).unwrap().split(printed).collect();
        let varies = parts.len() == names.len() + 1;
        Some(Wording {
            entry,
            fixed: if varies {
                parts.into_iter().map(str::to_owned).collect()
            } else {
                vec![printed.to_owned()]
            },
            names: if varies { names } else { Vec::new() },
            expressions: Default::default(),
        })
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

    /// The arguments by one regular expression. The crate has no references back: where the first placeholder stands
    /// again, every text that it may be is tried, the shortest before the others.
    fn read(&self, text: &str, is_tolerant: bool) -> Option<Vec<(&'static str, String)>> {
        let text = if is_tolerant {
            without_end(text.trim_start())
        } else {
            text
        };
        let is_repeated = |name: &&str| self.names.iter().filter(|own| *own == name).count() > 1;
        let Some(repeated) = self.names.iter().find(|name| is_repeated(name)) else {
            let expression = &self.expressions[usize::from(is_tolerant)];
            let expression = expression.get_or_init(|| self.expression(is_tolerant, None));
            return self.arguments(expression, text, is_tolerant);
        };
        assert_eq!(
            self.names[0], *repeated,
            "the one message that has such a thing"
        );
        // Without what ties them together, the expression fits whatever the right one fits.
        let expression = &self.expressions[usize::from(is_tolerant)];
        let expression = expression.get_or_init(|| self.expression(is_tolerant, None));
        let start = expression.captures(text)?.get(1)?.start();
        let rest = text[start..].trim_start_matches(|c: char| is_tolerant && c.is_whitespace());
        let ends = rest.char_indices().map(|(end, _)| &rest[..end]);
        let values: Vec<&str> = ends
            .filter(|value| !is_tolerant || value.trim() == *value)
            .filter(|value| text.matches(value).nth(1).is_some())
            .collect();
        values.iter().find_map(|value| {
            let expression = self.expression(is_tolerant, Some((repeated, value)));
            self.arguments(&expression, text, is_tolerant)
        })
    }

    /// The expression of the wording, with the text of one of its placeholders where that is known.
    fn expression(&self, is_tolerant: bool, known: Option<(&str, &str)>) -> Regex {
        let blank = if is_tolerant { r"\s*" } else { "" };
        let escaped = |text: &str| -> String {
            let one = |c: char| blank.to_owned() + &regex::escape(c.encode_utf8(&mut [0; 4]));
            text.chars().map(one).collect()
        };
        let fixed = self.counting(is_tolerant);
        let mut expression = format!(r"(?s)\A{}", escaped(&fixed[0]));
        for (name, fixed) in self.names.iter().zip(&fixed[1..]) {
            expression += &match known.filter(|(known, _)| known == name) {
                Some((_, value)) => format!("{blank}({})", regex::escape(value)),
                None => "(.*?)".to_owned(),
            };
            expression += &escaped(fixed);
        }
        Regex::new(&(expression + r"\z")).unwrap()
    }

    fn arguments(
        &self,
        expression: &Regex,
        text: &str,
        is_tolerant: bool,
    ) -> Option<Vec<(&'static str, String)>> {
        let captures = expression.captures(text)?;
        let mut arguments: Vec<(&str, String)> = Vec::new();
        for (index, name) in self.names.iter().enumerate() {
            let value = &captures[index + 1];
            let value = if is_tolerant { value.trim() } else { value };
            if !arguments.iter().any(|(known, _)| known == name) {
                arguments.push((name, value.to_owned()));
            }
        }
        Some(arguments)
    }
}

fn without_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || FINAL.contains(c))
}

/// By the rules of the guide: to the letter before all else, then the most fixed text, then the first.
fn expected(wordings: &[Wording], text: &str) -> Option<(Entry, Vec<(&'static str, String)>)> {
    [false, true].into_iter().find_map(|is_tolerant| {
        let read = |wording: &&Wording| wording.read(text, is_tolerant).is_some();
        let mut fitting: Vec<&Wording> = wordings.iter().filter(read).collect();
        fitting.sort_by_key(|wording| std::cmp::Reverse(wording.length(is_tolerant)));
        let best = fitting.first()?;
        Some((best.entry, best.read(text, is_tolerant)?))
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

/// How many texts were read, and how many were turned down.
fn differential<C: Code>(numbers: &mut Numbers) -> [usize; 2] {
    let mut counts = [0; 2];
    for code in C::ALL.iter().copied() {
        if code.entries().all(|entry| entry.placeholders().is_empty()) {
            continue;
        }
        let mut wordings = Vec::new();
        for entry in code.entries() {
            let messages = Lang::ALL
                .iter()
                .map(|lang| Wording::of_message(entry, *lang));
            wordings.extend(messages);
            let printed = Lang::ALL.iter();
            wordings.extend(printed.filter_map(|lang| Wording::of_printed(entry, *lang)));
        }
        let mut pieces = vec!["imsi", "卡号", "5", " ", "。", "X", "{}", "\n"];
        let fixed = wordings.iter().flat_map(|wording| &wording.fixed);
        pieces.extend(fixed.map(String::as_str).filter(|text| text.len() < 20));
        for wording in &wordings {
            for _ in 0..TEXTS {
                let text = text(wording, &pieces, numbers);
                let expected = expected(&wordings, &text);
                assert_eq!(found(code.extract(&text)), expected, "{code} {text:?}");
                counts[usize::from(expected.is_none())] += 1;
            }
        }
    }
    counts
}

#[test]
fn messages_are_read_as_regular_expressions_read_them() {
    let mut numbers = Numbers(8);
    let counts = [
        differential::<cmi::HttpStatus>(&mut numbers),
        differential::<cmi::ReturnCode>(&mut numbers),
        differential::<lianlian::ReturnCode>(&mut numbers),
    ];
    let read: usize = counts.iter().map(|[read, _]| read).sum();
    let turned_down: usize = counts.iter().map(|[_, turned_down]| turned_down).sum();
    assert!(read > 1000 && turned_down > 200, "{counts:?}");
}
