//! Finding codes, held to a `HashMap` and to a map of phf.

use std::collections::HashMap;
use std::fmt::Debug;

use codes::{Code, cmi, lianlian};

/// Two other ways of finding the codes of an enum.
struct Maps<C: 'static> {
    std: HashMap<&'static str, C>,
    phf: phf::Map<&'static str, C>,
}

impl<C: Code + Debug> Maps<C> {
    fn new() -> Self {
        let pairs: Vec<(&str, C)> = C::ALL.iter().map(|code| (code.code(), *code)).collect();
        let codes: Vec<&str> = pairs.iter().map(|(code, _)| *code).collect();
        // The map as `phf_codegen` would write it down.
        let state = phf_generator::generate_hash(&codes);
        let entries: Vec<_> = state.map.iter().map(|at| pairs[*at]).collect();
        Maps {
            std: pairs.into_iter().collect(),
            phf: phf::Map {
                key: state.key,
                disps: state.disps.leak(),
                entries: entries.leak(),
            },
        }
    }

    fn agree(&self, text: &str) {
        let found = C::from_code(text);
        assert_eq!(found, self.std.get(text).copied(), "{text:?}");
        assert_eq!(found, self.phf.get(text).copied(), "{text:?}");
    }
}

/// The maps of all tables.
struct All(
    Maps<cmi::HttpStatus>,
    Maps<cmi::ReturnCode>,
    Maps<lianlian::ReturnCode>,
);

impl All {
    fn new() -> Self {
        All(Maps::new(), Maps::new(), Maps::new())
    }

    fn agree(&self, text: &str) {
        self.0.agree(text);
        self.1.agree(text);
        self.2.agree(text);
    }
}

#[test]
fn every_code() {
    let all = All::new();
    assert_eq!(all.1.std.len(), cmi::ReturnCode::ALL.len());
    assert_eq!(all.2.phf.len(), lianlian::ReturnCode::ALL.len());
    let codes = cmi::HttpStatus::ALL.iter().map(|code| code.code());
    let codes = codes.chain(cmi::ReturnCode::ALL.iter().map(|code| code.code()));
    for code in codes.chain(lianlian::ReturnCode::ALL.iter().map(|code| code.code())) {
        all.agree(code);
    }
}

/// Numbers that look random and are the same in each run (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

#[test]
fn every_text_of_four_digits() {
    let all = All::new();
    for number in 0..10_000 {
        all.agree(&format!("{number:04}"));
    }
}

#[test]
fn a_million_other_texts() {
    let all = All::new();
    const CHARACTERS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '0', 'O', '-', '\0', '零',
    ];
    let mut random = Random(2008);
    let mut text = String::new();
    for round in 0..1_000_000_u64 {
        text.clear();
        if round % 3 == 0 {
            // Near a known code: one character of it replaced, or one more behind it.
            let codes = cmi::ReturnCode::ALL;
            text.push_str(codes[random.below(codes.len() as u64) as usize].code());
            let at = random.below(8) as usize;
            let character = CHARACTERS[random.below(10) as usize];
            match at {
                7 => text.push(character),
                at => text.replace_range(at..=at, character.encode_utf8(&mut [0; 4])),
            }
        } else {
            for _ in 0..random.below(9) {
                text.push(CHARACTERS[random.below(16) as usize]);
            }
        }
        all.agree(&text);
    }
}

#[test]
fn every_number_of_up_to_seven_digits_in_steps_and_the_ends() {
    let by_number = |number| {
        cmi::ReturnCode::ALL
            .iter()
            .copied()
            .find(|code| code.number() == number)
    };
    for number in (0..1_000_300)
        .chain(1_999_990..2_000_020)
        .chain(9_000_000..9_000_100)
        .chain([9_999_999, u64::MAX])
    {
        assert_eq!(
            cmi::ReturnCode::from_number(number),
            by_number(number),
            "{number}"
        );
    }
    for number in 0..10_000 {
        let code = lianlian::ReturnCode::ALL
            .iter()
            .copied()
            .find(|code| code.number() == number);
        assert_eq!(lianlian::ReturnCode::from_number(number), code, "{number}");
    }
}
