//! Texts in the form that is compared.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Traditional characters, each followed by its Simplified one. The page has the same pairs.
pub(crate) const HAN_PAIRS: &str = include_str!("han-pairs.txt").trim_ascii();

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let characters: Vec<char> = HAN_PAIRS.chars().collect();
    characters
        .chunks(2)
        .map(|pair| (pair[0], pair[1]))
        .collect()
});

/// Returns the text in lower case, with half-width and Simplified characters.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(folded).collect()
}

fn folded(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => SIMPLIFIED.get(&c).copied().unwrap_or(c),
    };
    c.to_lowercase()
}

/// Returns `true` for characters of scripts that put no spaces between words.
pub(super) fn is_solid(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_solid(c)
}

/// Returns the tokens of a folded text, each with its place: runs of letters and digits, and runs of solid characters.
pub(super) fn tokens(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let solid = is_solid(rest.chars().next()?);
        let is_end = |c: char| !c.is_alphanumeric() || is_solid(c) != solid;
        let (token, after) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
        let start = folded.len() - rest.len();
        rest = after;
        Some((start, token))
    })
}

/// Returns the tokens of a text without what separates them, except for a space between words of letters.
pub(super) fn plain(text: &str) -> String {
    join(tokens(&fold(text)).map(|(_, token)| token))
}

pub(super) fn join<'a>(tokens: impl Iterator<Item = &'a str>) -> String {
    let mut plain = String::new();
    for token in tokens {
        if plain.ends_with(is_letter) && token.starts_with(is_letter) {
            plain.push(' ');
        }
        plain.push_str(token);
    }
    plain
}

/// Returns the words of a plain text. Of a run of solid characters, each two neighbors are a word.
pub(super) fn words(plain: &str) -> impl Iterator<Item = &str> {
    tokens(plain).flat_map(|(_, token)| {
        let solid = token.starts_with(is_solid);
        let starts: Vec<usize> = token.char_indices().map(|(at, _)| at).collect();
        let end = |index: usize| starts.get(index).copied().unwrap_or(token.len());
        let pairs = match starts.len() {
            length @ 3.. if solid => length - 1,
            _ => 1,
        };
        let width = if solid { 2 } else { starts.len() };
        (0..pairs)
            .map(|index| &token[end(index)..end(index + width)])
            .collect::<Vec<_>>()
    })
}

/// Returns the words of a name: `OrderNotFound` as `order not found`.
pub(super) fn name_words(name: &str) -> String {
    let mut spaced = String::new();
    for c in name.chars() {
        if c.is_uppercase()
            && spaced.ends_with(|last: char| last.is_alphanumeric() && !last.is_uppercase())
        {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    plain(&spaced)
}

/// Returns how much a plain text says. A Chinese character says as much as two letters.
pub(super) fn width(plain: &str) -> u32 {
    plain.chars().map(|c| if is_solid(c) { 2 } else { 1 }).sum()
}

/// Finds a plain text in another that starts and ends between words there; returns the place after it.
///
/// `whole_end` is false for a query that is still being typed: its last word may be incomplete.
pub(super) fn find(text: &str, part: &str, from: usize, whole_end: bool) -> Option<usize> {
    let mut at = from;
    while let Some(found) = text[at..].find(part) {
        let (start, end) = (at + found, at + found + part.len());
        let splits =
            |at: usize| text[..at].ends_with(is_letter) && text[at..].starts_with(is_letter);
        if !(splits(start) || whole_end && splits(end)) {
            return Some(end);
        }
        at = start + part.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Returns the number that a text writes, in decimal digits without leading zeros. `0x` begins hexadecimal digits.
pub(super) fn number(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    if let Some(hex) = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"))
    {
        let is_hex =
            sign.is_empty() && hex.len() <= 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        return u128::from_str_radix(hex, 16)
            .ok()
            .filter(|_| is_hex)
            .map(|number| number.to_string());
    }
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let significant = digits.trim_start_matches('0');
    is_number.then(|| match significant {
        "" => "0".to_owned(),
        _ => format!("{sign}{significant}"),
    })
}

/// Returns `true` if one edit makes the words equal: two letters swapped, or one added, left out or replaced.
pub(super) fn is_typo(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match (short, long) {
        _ if short.len() < long.len() => *short == long[1..],
        ([a, b, short @ ..], [c, d, long @ ..]) if a == d && b == c => short == long,
        _ => short.get(1..) == long.get(1..),
    }
}
