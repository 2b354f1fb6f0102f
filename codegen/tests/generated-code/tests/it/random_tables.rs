//! Every code of every random table, similar texts, and numbers: the generated enum finds the same codes as a `HashMap`, and
//! its methods return the values of the tables, which the build script wrote down.

use std::collections::HashMap;
use std::fmt::Debug;

use serde_json::Value;

/// The index of a code in `ALL` if the table has it, its text, and the results of its methods.
type ReceivedCode = (Option<usize>, String, Vec<String>);

/// A generated enum, with codes by their index in `ALL`.
struct Enum {
    name: &'static str,
    /// The expected results for each code, in the order of `ALL`.
    expected: &'static str,
    count: usize,
    from_code: fn(&str) -> Option<usize>,
    /// Parses a text; returns an unknown text unchanged.
    parse: fn(&str) -> Result<usize, String>,
    numbers: Option<Numbers>,
    /// Returns the results of a code's methods.
    answers: fn(usize) -> Vec<String>,
    rows: fn(usize) -> Vec<Vec<String>>,
    /// Returns the index of a received code if it is known, the text, and the results of its methods.
    received: fn(&str) -> ReceivedCode,
    /// The expected results for an unknown code.
    unknown: &'static [&'static str],
}

/// The lookup by number, for codes that are numbers too.
struct Numbers {
    of: fn(usize) -> i128,
    from: fn(i128) -> Option<usize>,
}

fn debug(value: impl Debug) -> String {
    format!("{value:?}")
}

/// Tests the enum of a table, given by its catalog, its name, the type of its numbers, `printed` if it has printed texts, its attributes,
/// and the results of an unknown code in the same order.
macro_rules! table {
    ($test:ident, $catalog:path, $type:path, [$($number:ty)?], [$($printed:ident)?], [$($method:ident),*], [$($unknown:literal),*]) => {
        #[test]
        fn $test() {
            use $catalog as catalog;
            use $type as Type;
            const EXPECTED: &str = include_str!(concat!(env!("OUT_DIR"), "/", stringify!($test), ".json"));
            check(&Enum {
                name: stringify!($type),
                expected: EXPECTED,
                count: Type::ALL.len(),
                from_code: |text| Type::from_code(text).map(|code| code as usize),
                parse: |text| match text.parse::<Type>() {
                    Ok(code) => Ok(code as usize),
                    Err(unknown) => Err(unknown.text().to_owned()),
                },
                numbers: numbers!($($number)?),
                answers: |at| {
                    let code = Type::ALL[at];
                    let languages = catalog::Lang::ALL.iter();
                    let mut answers = vec![code.code().to_owned(), code.name().to_owned(), code.to_string()];
                    answers.extend([format!("{code:#}"), debug(code)]);
                    answers.push(languages.clone().map(|lang| code.message(*lang)).collect::<Vec<_>>().join("\n"));
                    answers.push(code.placeholders().join(" "));
                    $(answers.push(debug(languages.map(|lang| code.$printed(*lang)).collect::<Vec<_>>()));)?
                    $(answers.push(debug(code.$method()));)*
                    answers
                },
                rows: |at| {
                    let row = |entry: catalog::Entry| {
                        let messages = catalog::Lang::ALL.iter().map(|lang| entry.message(*lang).to_owned());
                        std::iter::once(debug(entry.scope())).chain(messages).collect()
                    };
                    Type::ALL[at].entries().map(row).collect()
                },
                received: |text| {
                    let received = catalog::Received::<Type>::from(text);
                    let answers = vec![$(debug(received.$method())),*];
                    (received.known().map(|code| code as usize), received.code().to_owned(), answers)
                },
                unknown: &[$($unknown),*],
            });
        }
    };
}

macro_rules! numbers {
    () => {
        None
    };
    ($number:ty) => {
        Some(Numbers {
            of: |at| {
                let number: $number = Type::ALL[at].number();
                assert_eq!(Type::try_from(number), Ok(Type::ALL[at]));
                number.into()
            },
            from: |number| {
                let of_trait = <Type as catalog::Code>::from_number(number);
                let own = <$number>::try_from(number).ok().and_then(Type::from_number);
                assert_eq!(of_trait, own);
                own.map(|code| code as usize)
            },
        })
    };
}

include!(concat!(env!("OUT_DIR"), "/tests.rs"));

/// Compares an enum with the expected results.
fn check(table: &Enum) {
    let expected: Vec<Value> = serde_json::from_str(table.expected).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let codes: Vec<String> = expected
        .iter()
        .map(|code| text(&code["answers"][0]))
        .collect();
    let std: HashMap<&str, usize> = codes.iter().map(String::as_str).zip(0..).collect();
    assert_eq!(
        (table.count, std.len()),
        (codes.len(), codes.len()),
        "{}",
        table.name
    );
    for (at, (code, expected)) in codes.iter().zip(&expected).enumerate() {
        assert_eq!((table.from_code)(code), Some(at), "{} {code}", table.name);
        let answers = |key: &str| {
            expected[key]
                .as_array()
                .unwrap()
                .iter()
                .map(text)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            (table.answers)(at),
            answers("answers"),
            "{} {code}",
            table.name
        );
        let rows: Vec<Vec<String>> = serde_json::from_value(expected["rows"].clone()).unwrap();
        assert_eq!((table.rows)(at), rows, "{} {code}", table.name);
        let received = (Some(at), code.clone(), answers("received"));
        assert_eq!((table.received)(code), received, "{} {code}", table.name);
        near_misses(code, |miss| {
            let found = std.get(miss).copied();
            assert_eq!((table.from_code)(miss), found, "{} {miss:?}", table.name);
            assert_eq!(
                (table.parse)(miss),
                found.ok_or(miss.to_owned()),
                "{} {miss:?}",
                table.name
            );
            if found.is_none() {
                let (known, kept, answers) = (table.received)(miss);
                assert_eq!(
                    (known, kept.as_str()),
                    (None, miss),
                    "{} {miss:?}",
                    table.name
                );
                assert_eq!(answers, table.unknown, "{} {miss:?}", table.name);
            }
        });
    }
    if let Some(numbers) = &table.numbers {
        check_numbers(table, numbers, &codes);
    }
}

/// Calls a function with texts similar to a code. Some of them are other codes.
fn near_misses(code: &str, mut with: impl FnMut(&str)) {
    for end in 0..code.len() {
        with(&code[..end]);
        with(&code[code.len() - end..]);
        // Every character at each place would be too many texts for long codes.
        for other in ['0', '9', 'a', 'A', 'z', '~', '\0', ' ', '\u{e9}', '零'] {
            let mut near = code.to_owned();
            near.replace_range(end..=end, other.encode_utf8(&mut [0; 4]));
            with(&near);
        }
    }
    for other in ["0", "00000000", "-", "+", "0x", "\0", " ", "A", "é", "🚀"] {
        with(&format!("{code}{other}"));
        with(&format!("{other}{code}"));
    }
    with(&code.to_uppercase());
    with(&code.to_lowercase());
    with(&code.repeat(2));
    with(code.trim_start_matches('0'));
    with(&code.chars().rev().collect::<String>());
}

/// Returns the number of a code.
fn number(code: &str) -> i128 {
    match code.strip_prefix("0x") {
        Some(digits) => i128::from_str_radix(digits, 16).unwrap(),
        None => code.parse().unwrap(),
    }
}

fn check_numbers(table: &Enum, numbers: &Numbers, codes: &[String]) {
    let values = codes.iter().map(|code| number(code));
    let std: HashMap<i128, usize> = values.clone().zip(0..).collect();
    let mut ends = vec![i128::MIN, i64::MIN.into(), u64::MAX.into(), i128::MAX];
    for (at, value) in values.enumerate() {
        assert_eq!((numbers.of)(at), value, "{}", table.name);
        let near = [value, value + 1, value - 1, -value, value ^ 1 << 63];
        let far = [
            value * 10,
            value / 10,
            !value,
            value ^ 1 << 32,
            value ^ 1 << 64,
        ];
        ends.extend(near.into_iter().chain(far));
    }
    for number in ends.into_iter().chain(-300..20_000) {
        let found = std.get(&number).copied();
        assert_eq!((numbers.from)(number), found, "{} {number}", table.name);
    }
}
