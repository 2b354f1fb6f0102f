//! The charset of codes: their characters, their form, and their numbers.

use std::cmp::Ordering;

use serde::Deserialize;

/// The charset of a table's codes: the characters that they may have, and whether they are numbers too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Charset {
    /// `0` to `9`. Such codes are also numbers of 64 bits without a sign.
    Digits,
    /// Decimal integers without leading zeros, such as `-4002`. Such codes are also numbers of 64 bits with a sign.
    Integer,
    /// `0x` and hexadecimal digits, such as `0x8001000B`. Such codes are also numbers of 64 bits without a sign.
    Hex,
    /// ASCII letters and digits.
    Alphanumeric,
    /// Printable ASCII, with single spaces between other characters.
    Ascii,
}

impl Charset {
    /// Every charset, those that say more about a code first.
    pub(crate) const ALL: [Self; 5] = [
        Charset::Digits,
        Charset::Integer,
        Charset::Hex,
        Charset::Alphanumeric,
        Charset::Ascii,
    ];

    /// Returns the name, as tables write it.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Integer => "integer",
            Charset::Hex => "hex",
            Charset::Alphanumeric => "alphanumeric",
            Charset::Ascii => "ascii",
        }
    }

    /// Returns `true` if codes may contain the character.
    pub fn allows(self, c: char) -> bool {
        match self {
            Charset::Digits => c.is_ascii_digit(),
            Charset::Integer => c.is_ascii_digit() || c == '-',
            Charset::Hex => c.is_ascii_hexdigit() || c == 'x',
            Charset::Alphanumeric => c.is_ascii_alphanumeric(),
            Charset::Ascii => c.is_ascii_graphic() || c == ' ',
        }
    }

    /// Returns `true` if a text has the form of a code. A number may still have more than 64 bits.
    pub fn is_code(self, text: &str) -> bool {
        let are_all = |digits: &str, is_allowed: fn(&char) -> bool| {
            !digits.is_empty() && digits.chars().all(|c| is_allowed(&c))
        };
        match self {
            Charset::Integer => {
                let digits = text.strip_prefix('-').unwrap_or(text);
                let has_zeros = digits.starts_with('0') && text != "0";
                are_all(digits, char::is_ascii_digit) && !has_zeros
            }
            Charset::Hex => {
                let digits = text.strip_prefix("0x").unwrap_or_default();
                are_all(digits, char::is_ascii_hexdigit)
            }
            Charset::Digits => are_all(text, char::is_ascii_digit),
            Charset::Alphanumeric => are_all(text, char::is_ascii_alphanumeric),
            Charset::Ascii => text
                .split(' ')
                .all(|part| are_all(part, char::is_ascii_graphic)),
        }
    }

    /// Splits a range, `FIRST-LAST`, at the first hyphen that is not a sign: `-5--1` is `-5` and `-1`. Neither part may be a code.
    ///
    /// Returns `None` if the text is not a range, or if the charset has no ranges.
    pub fn split_range(self, text: &str) -> Option<(&str, &str)> {
        if !matches!(self, Charset::Digits | Charset::Integer) {
            return None;
        }
        let mut ends =
            (text.match_indices('-')).map(|(at, _)| (text[..at].trim(), text[at + 1..].trim()));
        ends.find(|(first, _)| !first.is_empty() && !first.ends_with('-'))
    }

    /// Returns a description of the codes: `ASCII letters and digits`.
    pub fn description(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Integer => "decimal integers without leading zeros or a plus sign",
            Charset::Hex => "`0x` followed by hexadecimal digits",
            Charset::Alphanumeric => "ASCII letters and digits",
            Charset::Ascii => "ASCII characters, and single spaces between them",
        }
    }

    /// Returns `true` if codes are numbers too.
    pub fn has_numbers(self) -> bool {
        match self {
            Charset::Digits | Charset::Integer | Charset::Hex => true,
            Charset::Alphanumeric | Charset::Ascii => false,
        }
    }

    /// Returns the number of a code; `None` if the text is not a code of the charset, or has no number of 64 bits.
    pub fn number(self, code: &str) -> Option<i128> {
        if !self.is_code(code) {
            return None;
        }
        match self {
            Charset::Digits => code.parse::<u64>().ok().map(i128::from),
            Charset::Integer => code.parse::<i64>().ok().map(i128::from),
            Charset::Hex => {
                let number = u64::from_str_radix(code.strip_prefix("0x")?, 16);
                number.ok().map(i128::from)
            }
            Charset::Alphanumeric | Charset::Ascii => None,
        }
    }

    /// Compares codes: by number if they have one, then by their bytes.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        (self.number(a), a).cmp(&(self.number(b), b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_the_form_of_their_charset() {
        for (charset, codes, others) in [
            (
                Charset::Digits,
                "0 007 99999999999999999999",
                "-1 +7 0x1 1E3",
            ),
            (
                Charset::Integer,
                "0 7 -4002 10 -99999999999999999999",
                "-0 007 -007 +7 - -- --5 5- 1-2 0x1 −5",
            ),
            (
                Charset::Hex,
                "0x0 0x0000000B 0xb 0xDeadBEEF",
                "0x 0X1 x1 80010000 0x0x1 -0x1 0x1G 0x0-0x1",
            ),
            (Charset::Alphanumeric, "0x1 E01", "-1 a_b é"),
            (Charset::Ascii, "-1 a_b", "é"),
        ] {
            for code in codes.split(' ') {
                assert!(charset.is_code(code), "{charset:?} {code}");
            }
            for other in others
                .split(' ')
                .chain(["", " ", " 7", "7 ", "7\n", "7  8"])
            {
                assert!(!charset.is_code(other), "{charset:?} {other:?}");
                assert_eq!(charset.number(other), None, "{charset:?} {other:?}");
            }
        }
    }

    #[test]
    fn only_ascii_codes_have_spaces() {
        for charset in Charset::ALL {
            assert_eq!(charset.is_code("601 err"), charset == Charset::Ascii);
        }
    }

    #[test]
    fn numbers_have_64_bits() {
        for (charset, code, number) in [
            (Charset::Digits, "007", Some(7)),
            (
                Charset::Digits,
                "18446744073709551615",
                Some(i128::from(u64::MAX)),
            ),
            (Charset::Digits, "18446744073709551616", None),
            (
                Charset::Integer,
                "-9223372036854775808",
                Some(i128::from(i64::MIN)),
            ),
            (Charset::Integer, "-9223372036854775809", None),
            (
                Charset::Integer,
                "9223372036854775807",
                Some(i128::from(i64::MAX)),
            ),
            (Charset::Integer, "9223372036854775808", None),
            (Charset::Hex, "0x80010000", Some(2_147_549_184)),
            (Charset::Hex, "0x000000000000000000b", Some(11)),
            (
                Charset::Hex,
                "0xFFFFFFFFFFFFFFFF",
                Some(i128::from(u64::MAX)),
            ),
            (Charset::Hex, "0x10000000000000000", None),
            (Charset::Alphanumeric, "7", None),
            (Charset::Ascii, "-7", None),
        ] {
            assert_eq!(charset.number(code), number, "{charset:?} {code}");
        }
    }

    #[test]
    fn codes_are_ordered_by_number_then_by_text() {
        for (charset, ordered) in [
            (Charset::Digits, &["0", "00", "09", "9", "10"][..]),
            (Charset::Integer, &["-10", "-9", "-1", "0", "9", "10"]),
            (
                Charset::Hex,
                &["0x0", "0x0A", "0x0a", "0xA", "0x0B", "0x10"],
            ),
            (Charset::Ascii, &["-1", "-10", "-9", "10", "9"]),
        ] {
            let mut codes = ordered.to_vec();
            codes.reverse();
            codes.sort_by(|a, b| charset.compare(a, b));
            assert_eq!(codes, ordered);
        }
    }

    #[test]
    fn ranges_are_split_at_the_first_hyphen_that_is_not_a_sign() {
        for (text, ends) in [
            ("1-3", Some(("1", "3"))),
            ("1 - 3", Some(("1", "3"))),
            ("-5--1", Some(("-5", "-1"))),
            ("-5 - -1", Some(("-5", "-1"))),
            ("-3-4", Some(("-3", "4"))),
            ("5-", Some(("5", ""))),
            ("1-2-3", Some(("1", "2-3"))),
            ("-5", None),
            ("--5", None),
            ("5", None),
        ] {
            assert_eq!(Charset::Digits.split_range(text), ends, "{text}");
            assert_eq!(Charset::Integer.split_range(text), ends, "{text}");
        }
        for charset in [Charset::Hex, Charset::Alphanumeric, Charset::Ascii] {
            assert_eq!(charset.split_range("0x1-0x3"), None);
        }
    }
}
