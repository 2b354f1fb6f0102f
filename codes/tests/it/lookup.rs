//! Compares lookups with maps of the standard library. `codes/rivals` compares a million lookups with a perfect hash.

use std::collections::HashMap;
use std::fmt::Debug;

use codes::Code;

use crate::texts::texts;

fn by_text<C: Code + Debug>(texts: &[String]) {
    let codes: HashMap<&str, C> = C::ALL.iter().map(|code| (code.code(), *code)).collect();
    assert_eq!(codes.len(), C::ALL.len());
    for text in texts {
        let expected = codes.get(text.as_str()).copied();
        assert_eq!(C::from_code(text), expected, "{text:?}");
    }
}

#[test]
fn from_code_agrees_with_a_map() {
    for_each_table!(by_text, &texts(20_000));
}

fn by_number<C: Code + Debug>() {
    let numbers = C::ALL
        .iter()
        .filter_map(|code| Some((code.number()?, *code)));
    let codes: HashMap<i128, C> = numbers.collect();
    assert_eq!(codes.len(), C::ALL.len());
    let near = (codes.keys()).flat_map(|number| number - 20..number + 20);
    let powers = (0..127).map(|exponent| 1 << exponent);
    let ends = [i128::MIN, i64::MIN.into(), u64::MAX.into(), i128::MAX];
    for number in near.chain(powers).chain(0..20_000).chain(ends) {
        let expected = codes.get(&number).copied();
        assert_eq!(C::from_number(number), expected, "{number}");
    }
}

#[test]
fn from_number_agrees_with_a_map() {
    for_each_table!(by_number);
}
