//! Times lookups. The benchmark builds this program with a table and the alternatives, and runs it.

#[allow(dead_code, unexpected_cfgs, unused)]
mod ours {
    include!("ours/mod.rs");
}
#[allow(dead_code, clippy::all)]
mod rivals;

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

use rivals::Code;

/// A measured function: its title, and a closure that returns the nanoseconds per query of one pass over all queries.
pub type Way<'a> = (&'static str, Box<dyn Fn() -> f64 + 'a>);

pub fn way<'a, T, R>(title: &'static str, queries: &'a [T], answer: impl Fn(&T) -> R + 'a) -> Way<'a> {
    const PASSES: usize = 20;
    let pass = move || {
        let start = Instant::now();
        for _ in 0..PASSES {
            for query in black_box(queries) {
                black_box(answer(query));
            }
        }
        start.elapsed().as_nanos() as f64 / (PASSES * queries.len()) as f64
    };
    (title, Box::new(pass))
}

/// Prints the best of 40 rounds for each function, and its ratio to the first function. Each round runs all functions, so that a
/// temporarily slow machine affects all of them.
fn print(ways: &[Way<'_>]) {
    const ROUNDS: usize = 40;
    let mut best = vec![f64::INFINITY; ways.len()];
    for _ in 0..ROUNDS {
        for (best, (_, pass)) in best.iter_mut().zip(ways) {
            *best = best.min(pass());
        }
    }
    for ((title, _), time) in ways.iter().zip(&best) {
        println!("| {title} | {time:.2} | {:.1} |", time / best[0]);
    }
}

/// Returns a pseudo-random number (splitmix64); the sequence is the same in each run.
fn random(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 27)) as usize >> 8
}

/// Returns 4,096 texts. Nine in ten are codes; the others differ from a code in one character.
fn queries(codes: &[&'static str]) -> Vec<String> {
    let mut state = 2008;
    let query = |_| {
        let mut text = codes[random(&mut state) % codes.len()].to_owned();
        if random(&mut state) % 10 == 0 {
            let at = random(&mut state) % text.len();
            text.replace_range(at..=at, "~");
        }
        text
    };
    (0..4096).map(query).collect()
}

fn main() {
    let codes: Vec<&'static str> = Code::ALL.iter().map(|code| code.code()).collect();
    let texts = queries(&codes);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let unknown: Vec<&str> = ["", "零壹贰叁", "a text that is longer than any code of the table, and then some more of it"]
        .into_iter()
        .cycle()
        .take(4096)
        .collect();
    let map: HashMap<&str, Code> = codes.iter().copied().zip(Code::ALL.iter().copied()).collect();
    let sorted: Vec<(&str, Code)> = {
        let mut sorted: Vec<_> = codes.iter().copied().zip(Code::ALL.iter().copied()).collect();
        sorted.sort();
        sorted
    };
    for text in &texts {
        let expected = map.get(text).copied();
        assert_eq!(Code::from_code(text), expected);
        assert_eq!(rivals::by_phf(text), expected.map(|code| code as u32));
    }

    println!("| `from_code` by | ns | times ours |\n| --- | --- | --- |");
    let width = codes[0].len();
    let numbers: Vec<u64> = texts.iter().map(|text| text.parse().unwrap_or(7)).collect();
    let mut ways = vec![
        way("ours", &texts, |text| by_ours(text)),
        way("ours, unknown texts", &unknown, |text| by_ours(text)),
        way("length check only", &texts, |text| by_length(text, width)),
        way("phf", &texts, |text| rivals::by_phf(text)),
        way("`HashMap`", &texts, |text| by_map(&map, text)),
        way("binary search", &texts, |text| by_search(&sorted, text)),
    ];
    ways.extend(rivals::more(&texts, &numbers));
    print(&ways);

    let variants: Vec<Code> = texts.iter().filter_map(|text| Code::from_code(text)).collect();
    static BYTES: [u8; Code::ALL.len()] = [7; Code::ALL.len()];
    static TEXTS: [&str; Code::ALL.len()] = ["a text"; Code::ALL.len()];
    println!("\n| access | ns | times an array's |\n| --- | --- | --- |");
    print(&[
        way("an array of bytes", &variants, |code| BYTES[*code as usize]),
        way("`http_status`", &variants, |code| code.http_status()),
        way("`outcome`", &variants, |code| code.outcome()),
    ]);
    print(&[
        way("an array of texts", &variants, |code| TEXTS[*code as usize]),
        way("`code`", &variants, |code| code.code()),
        way("`message`", &variants, |code| code.message(ours::Lang::DISPLAY)),
    ]);
}

// Each function is a call, as in a program that parses replies in one place.

#[inline(never)]
fn by_ours(text: &str) -> Option<Code> {
    Code::from_code(text)
}

#[inline(never)]
fn by_length(text: &str, width: usize) -> bool {
    text.len() == width
}

#[inline(never)]
fn by_map(map: &HashMap<&str, Code>, text: &str) -> Option<Code> {
    map.get(text).copied()
}

#[inline(never)]
fn by_search(sorted: &[(&str, Code)], text: &str) -> Option<Code> {
    let at = sorted.binary_search_by(|(code, _)| (*code).cmp(text)).ok()?;
    Some(sorted[at].1)
}
