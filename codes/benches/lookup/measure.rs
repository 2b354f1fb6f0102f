//! Times lookups. The benchmark builds this with the tables and their rivals, and runs it.

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

/// The best of 15 rounds, in nanoseconds for each query.
fn time<T, R>(queries: &[T], answer: impl Fn(&T) -> R) -> f64 {
    const ROUNDS: usize = 15;
    const PASSES: usize = 50;
    let round = |_| {
        let start = Instant::now();
        for _ in 0..PASSES {
            for query in black_box(queries) {
                black_box(answer(query));
            }
        }
        start.elapsed().as_nanos() as f64 / (PASSES * queries.len()) as f64
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

/// A generator of numbers that is the same in each run (splitmix64).
fn random(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 27)) as usize >> 8
}

/// 4,096 texts: nine in ten are codes, the others are like one, but for one character.
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

fn print(what: &str, nanoseconds: f64, ours: f64) {
    println!("| {what} | {nanoseconds:.2} | {:.1} |", nanoseconds / ours);
}

fn main() {
    let codes: Vec<&'static str> = Code::ALL.iter().map(|code| code.code()).collect();
    let texts = queries(&codes);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let strange: Vec<&str> = ["", "零壹贰叁", "a text that is longer than any code of the table, and then some more of it"]
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

    let ours = time(&texts, |text| by_ours(text));
    println!("| `from_code` by | ns | times ours |\n| --- | --- | --- |");
    print("ours", ours, ours);
    print("ours, texts that are no codes at all", time(&strange, |text| by_ours(text)), ours);
    let width = codes[0].len();
    print("checking the length alone", time(&texts, |text| by_length(text, width)), ours);
    print("phf", time(&texts, |text| rivals::by_phf(text)), ours);
    print("`HashMap`", time(&texts, |text| by_map(&map, text)), ours);
    print("binary search", time(&texts, |text| by_search(&sorted, text)), ours);
    rivals::more(&texts, |what, nanoseconds| print(what, nanoseconds, ours));

    let variants: Vec<Code> = texts.iter().filter_map(|text| Code::from_code(text)).collect();
    static BYTES: [u8; Code::ALL.len()] = [7; Code::ALL.len()];
    static TEXTS: [&str; Code::ALL.len()] = ["a text"; Code::ALL.len()];
    let array = time(&variants, |code| BYTES[*code as usize]);
    println!("\n| access | ns | times an array's |\n| --- | --- | --- |");
    print("an array of bytes", array, array);
    print("`http_status`", time(&variants, |code| code.http_status()), array);
    print("`outcome`", time(&variants, |code| code.outcome()), array);
    let array = time(&variants, |code| TEXTS[*code as usize]);
    print("an array of texts", array, array);
    print("`code`", time(&variants, |code| code.code()), array);
    print("`message`", time(&variants, |code| code.message(ours::Lang::DISPLAY)), array);
}

// Each way is a call, as it is in a program that parses replies in one place.

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
