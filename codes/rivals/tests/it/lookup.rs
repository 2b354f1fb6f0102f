//! Compares lookups by text with phf, and lookups by number with a map of the standard library.

use std::collections::HashMap;
use std::fmt::Debug;

use codes::Code;

use crate::scaled;
use crate::texts::texts;

/// Returns the map that `phf_codegen` would write.
fn perfect_hash<C: Code>() -> phf::Map<&'static str, C> {
    let codes: Vec<&str> = C::ALL.iter().map(|code| code.code()).collect();
    let state = phf_generator::generate_hash(&codes);
    let entries: Vec<(&str, C)> = (state.map.iter())
        .map(|at| (codes[*at], C::ALL[*at]))
        .collect();
    phf::Map {
        key: state.key,
        disps: state.disps.leak(),
        entries: entries.leak(),
    }
}

fn agree<C: Code + Debug>(texts: &[String]) {
    let map = perfect_hash::<C>();
    assert_eq!(map.len(), C::ALL.len());
    for text in texts {
        let expected = map.get(text.as_str()).copied();
        assert_eq!(C::from_code(text), expected, "{text:?}");
    }
}

#[test]
fn from_code_agrees_with_phf() {
    for_each_table!(agree, &texts(scaled(1_000_000)));
}

fn numbers<C: Code + Debug>() {
    let numbers = C::ALL
        .iter()
        .filter_map(|code| Some((u64::try_from(code.number()?).ok()?, *code)));
    let codes: HashMap<u64, C> = numbers.collect();
    let end = codes.keys().max().unwrap() + 1000;
    let step = end.div_ceil(scaled(end as usize) as u64);
    for number in (0..end).step_by(step as usize) {
        let expected = codes.get(&number).copied();
        assert_eq!(C::from_number(number.into()), expected, "{number}");
    }
}

#[test]
fn from_number_agrees_with_a_map() {
    for_each_table!(numbers);
}
