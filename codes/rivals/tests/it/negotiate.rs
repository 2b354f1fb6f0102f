//! Compares `negotiate` with other crates: `accept-language` sorts the ranges of a header, and `fluent-langneg` selects the language.
//!
//! These crates do not support `*`, languages excluded with `q=0`, invalid ranges, and extensions (`zh-u-co-pinyin`). The tests of the
//! generated code cover those.

use codes::Lang;
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

use crate::scaled;

/// A pseudo-random number generator (splitmix64) with the same numbers in each run.
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

/// Returns a range such as browsers send, in upper, lower or mixed case.
fn range(numbers: &mut Numbers) -> String {
    let language = numbers.one(&["zh", "en", "fr", "de", "ja", "pt", "zho", "nds"]);
    let script = numbers.one(&["", "", "", "-Hans", "-Hant", "-Latn", "-Cyrl"]);
    let region = numbers.one(&["", "", "-CN", "-TW", "-GB", "-US", "-BR", "-419"]);
    let variant = numbers.one(&["", "", "", "", "-pinyin", "-1996", "-valencia"]);
    let range = format!("{language}{script}{region}{variant}");
    match numbers.below(3) {
        0 => range.to_ascii_lowercase(),
        1 => range.to_ascii_uppercase(),
        _ => range,
    }
}

fn field(numbers: &mut Numbers) -> String {
    let count = numbers.below(8);
    let ranges = (0..count).map(|_| {
        let [before, behind] = [(); 2].map(|()| numbers.one(&["", " "]));
        let weight = match numbers.below(5) {
            0 => String::new(),
            1 => numbers
                .one(&[";q=1", ";q=1.0", ";q=0.5", ";q=0.50"])
                .to_owned(),
            2 => format!("; q=0.{}", 1 + numbers.below(9)),
            _ => format!(";q=0.{:03}", 1 + numbers.below(999)),
        };
        format!("{before}{}{behind}{weight}", range(numbers))
    });
    ranges.collect::<Vec<_>>().join(",")
}

/// Returns the language that the two crates select for a header.
fn negotiated(field: &str) -> Option<Lang> {
    let identifier = |tag: &str| tag.parse::<LanguageIdentifier>().ok();
    let requested: Vec<LanguageIdentifier> = accept_language::parse(field)
        .iter()
        .map(|tag| identifier(tag).unwrap())
        .collect();
    let tags = Lang::ALL.iter().map(|lang| identifier(lang.tag()).unwrap());
    let available: Vec<LanguageIdentifier> = tags.collect();
    let strategy = NegotiationStrategy::Lookup;
    let found = negotiate_languages(&requested, &available, None, strategy);
    let found = found.first()?;
    Lang::from_tag(&found.to_string())
}

#[test]
fn negotiate_agrees_with_other_crates() {
    let mut numbers = Numbers(5);
    let mut counts = [0; 3];
    let fields = scaled(20_000);
    for _ in 0..fields {
        let field = field(&mut numbers);
        let expected = negotiated(&field);
        assert_eq!(Lang::negotiate(&field), expected, "{field}");
        counts[expected.map_or(2, |lang| lang as usize)] += 1;
    }
    assert!(
        counts.iter().all(|count| *count > fields / 10),
        "{counts:?}"
    );
}
