//! Texts to look up: codes, similar texts, and other texts.

use codes::Code;

/// A pseudo-random number generator (splitmix64) with the same numbers in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }
}

/// Returns every code of every table, all texts of four digits, and `count` other texts: short texts, and codes with one character
/// replaced or appended.
pub(crate) fn texts(count: usize) -> Vec<String> {
    const CHARACTERS: [&str; 16] = [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "0", "O", "-", "\0", "零",
    ];
    fn add_codes<C: Code>(texts: &mut Vec<String>) {
        texts.extend(C::ALL.iter().map(|code| code.code().to_owned()));
    }
    let mut texts = Vec::new();
    for_each_table!(add_codes, &mut texts);
    let codes = texts.clone();
    texts.extend((0..10_000).map(|number| format!("{number:04}")));
    let mut random = Random(2008);
    for round in 0..count {
        let mut text = String::new();
        if round % 3 == 0 {
            text.push_str(&codes[random.below(codes.len())]);
            let at = random.below(text.len() + 1);
            let character = CHARACTERS[random.below(CHARACTERS.len())];
            text.replace_range(at..(at + 1).min(text.len()), character);
        } else {
            for _ in 0..random.below(9) {
                text.push_str(CHARACTERS[random.below(CHARACTERS.len())]);
            }
        }
        texts.push(text);
    }
    texts
}
