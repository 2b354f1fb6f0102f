//! The characters of codes.

use std::cmp::Ordering;

use serde::Deserialize;

/// The characters of a table's codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Charset {
    /// `0` to `9`. Such codes are numbers too, and are ordered as numbers.
    Digits,
    /// ASCII letters and digits.
    Alphanumeric,
    /// Printable ASCII without white space.
    Ascii,
}

impl Charset {
    /// Every charset, the narrowest first.
    pub(crate) const ALL: [Self; 3] = [Charset::Digits, Charset::Alphanumeric, Charset::Ascii];

    /// Returns the name, as tables write it.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Alphanumeric => "alphanumeric",
            Charset::Ascii => "ascii",
        }
    }

    /// Returns `true` if codes may contain the character.
    pub fn allows(self, c: char) -> bool {
        match self {
            Charset::Digits => c.is_ascii_digit(),
            Charset::Alphanumeric => c.is_ascii_alphanumeric(),
            Charset::Ascii => c.is_ascii_graphic(),
        }
    }

    /// Returns a description of the allowed characters: `ASCII letters and digits`.
    pub fn description(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Alphanumeric => "ASCII letters and digits",
            Charset::Ascii => "ASCII characters other than white space",
        }
    }

    /// Compares codes: by number (then by text) for digits, by their bytes for others.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        match self {
            Charset::Digits => {
                let key = |code: &str| {
                    let digits = code.trim_start_matches('0');
                    (digits.len(), digits.to_owned(), code.to_owned())
                };
                key(a).cmp(&key(b))
            }
            Charset::Alphanumeric | Charset::Ascii => a.cmp(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_ordered_as_numbers_then_as_text() {
        let mut codes = ["10", "9", "09", "0", "00", "100000000000000000000000"];
        codes.sort_by(|a, b| Charset::Digits.compare(a, b));
        assert_eq!(
            codes,
            ["0", "00", "09", "9", "10", "100000000000000000000000"]
        );
    }
}
