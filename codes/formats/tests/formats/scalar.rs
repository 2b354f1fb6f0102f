//! What is sent as a code, and how it must be read.

use std::fmt;

use codes_formats::charsets::{Alphanumeric, Ascii, Digits, Hex, Integer};
use codes_formats::{Code, Received};
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};

/// A value that a reply has in place of a code.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scalar {
    Text(&'static str),
    Integer(i64),
    Unsigned(u64),
    Float(f64),
    Boolean(bool),
}

use Scalar::{Boolean, Float, Integer as Int, Text, Unsigned};

/// Fifty things that no table has as a code.
pub(crate) const NOT_CODES: [Scalar; 50] = [
    Text(""),
    Text("00"),
    Text("000"),
    Text("106"),
    Text("00106"),
    Text("02008"),
    Text("20O8"),
    Text("２００８"),
    Text("2008.0"),
    Text("2 008"),
    Text("2,008"),
    Text("-7"),
    Text("+17"),
    Text("-0"),
    Text("--1"),
    Text("−1"),
    Text("0xB"),
    Text("0X0000000B"),
    Text("80010000"),
    Text("2147549184"),
    Text("9223372036854775808"),
    Text("-9223372036854775809"),
    Text("99999999999999999999999999999999999999999"),
    Text("success"),
    Text("Success"),
    Text("SUCCESS!"),
    Text("e01"),
    Text("False"),
    Text("Null"),
    Text("nan"),
    Text("no"),
    Text("2008-01-01"),
    Text("12:30:00"),
    Text("!x"),
    Text("- 1"),
    Text("查无此码"),
    Text("a\u{202e}b"),
    Int(-2),
    Int(1),
    Int(106_000),
    Int(i64::MIN + 1),
    Unsigned(u64::MAX - 1),
    Float(0.5),
    Float(1.1),
    Float(-4002.25),
    Float(9_007_199_254_740_992.0),
    Float(1e300),
    Float(f64::MIN_POSITIVE),
    Float(f64::INFINITY),
    Boolean(false),
];

impl Scalar {
    /// Returns every code of a table as a text and, if it may be a number, as an integer and as a float; then what is not a code.
    pub(crate) fn all<C: Code>() -> Vec<Self> {
        let mut all: Vec<Self> = C::ALL.iter().map(|code| Text(code.code())).collect();
        let number = |code: &C| value(*code).or_else(|| code.code().parse().ok());
        for number in C::ALL.iter().filter_map(number) {
            all.extend(i64::try_from(number).map(Int));
            all.extend(u64::try_from(number).map(Unsigned));
            all.push(Float(number as f64));
        }
        all.push(Boolean(true));
        all.extend(NOT_CODES);
        all
    }

    /// Returns the code that the scalar is, by the rules of the guide.
    pub(crate) fn expected<C: Code>(self) -> Received<C> {
        match self {
            Text(text) => text.into(),
            Int(number) => integer(number.into()),
            Unsigned(number) => integer(number.into()),
            Float(number) if number.trunc() == number && number.abs() < 2_f64.powi(51) => {
                integer(number as i128)
            }
            Float(number) => {
                let shown = format!("{number:?}");
                match C::from_code(&shown) {
                    Some(_) => format!("{shown} (number)").into(),
                    None => shown.into(),
                }
            }
            Boolean(value) => value.to_string().into(),
        }
    }
}

/// Returns the code with a number or, if there is none, the code with its digits.
fn integer<C: Code>(number: i128) -> Received<C> {
    match C::ALL.iter().find(|code| value(**code) == Some(number)) {
        Some(code) => (*code).into(),
        None => number.to_string().into(),
    }
}

/// Returns the number that a code spells, in tables whose codes are numbers. It does not rely on `Code::number`.
fn value<C: Code>(code: C) -> Option<i128> {
    match C::TABLE {
        "digits" | "integer" => code.code().parse().ok(),
        "hex" => i128::from_str_radix(code.code().strip_prefix("0x")?, 16).ok(),
        _ => None,
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Text(text) => f.write_str(text),
            Int(number) => write!(f, "{number}"),
            Unsigned(number) => write!(f, "{number}"),
            Float(number) => write!(f, "{number:?}"),
            Boolean(value) => write!(f, "{value}"),
        }
    }
}

impl Serialize for Scalar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Text(text) => serializer.serialize_str(text),
            Int(number) => serializer.serialize_i64(number),
            Unsigned(number) => serializer.serialize_u64(number),
            Float(number) => serializer.serialize_f64(number),
            Boolean(value) => serializer.serialize_bool(value),
        }
    }
}

/// What a test does with each table.
pub(crate) trait ForTable {
    fn run<C: Code + DeserializeOwned + Serialize>(&self);
}

pub(crate) fn for_each_table(test: impl ForTable) {
    test.run::<Digits>();
    test.run::<Integer>();
    test.run::<Hex>();
    test.run::<Alphanumeric>();
    test.run::<Ascii>();
}

#[test]
fn no_table_has_what_is_not_a_code() {
    struct Unknown;
    impl ForTable for Unknown {
        fn run<C: Code>(&self) {
            for scalar in NOT_CODES {
                assert_eq!(scalar.expected::<C>().known(), None, "{scalar:?}");
            }
        }
    }
    for_each_table(Unknown);
}
