//! A table of each charset: the codes, what is not a code, the numbers, and integers of serde.

use generated_code::charsets::tables::{Alphanumeric, Ascii, Digits, Hex, Integer, Large, Limits};
use generated_code::charsets::{Code, Received, any_scalar, as_text};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

/// Checks that a table has these codes, in this order, each with its number.
#[track_caller]
fn assert_codes<C: Code>(expected: &[(&str, Option<i128>)]) {
    let actual: Vec<(&str, Option<i128>)> = (C::ALL.iter())
        .map(|code| (code.code(), code.number()))
        .collect();
    assert_eq!(actual, expected);
    assert!(C::ALL.is_sorted());
    for (code, (text, number)) in C::ALL.iter().copied().zip(expected) {
        assert_eq!(C::from_code(text), Some(code));
        assert_eq!(Received::from(*text), Received::Known(code));
        let Some(number) = *number else { continue };
        assert_eq!(C::from_number(number), Some(code));
        for near in [number - 1, number + 1, number ^ 1 << 63, number ^ 1 << 64] {
            let is_code = expected.iter().any(|(_, other)| *other == Some(near));
            assert_eq!(C::from_number(near).is_some(), is_code, "{near}");
        }
    }
    for number in [
        i128::MIN,
        i128::MAX,
        i64::MIN.into(),
        u64::MAX.into(),
        -1,
        0,
    ] {
        let found = C::ALL.iter().find(|code| code.number() == Some(number));
        assert_eq!(C::from_number(number), found.copied(), "{number}");
    }
}

#[test]
fn every_code_is_found_by_its_text_and_its_number_in_the_order_of_numbers() {
    assert_codes::<Digits>(&[
        ("000", Some(0)),
        ("7", Some(7)),
        ("2008", Some(2008)),
        ("18446744073709551615", Some(u64::MAX.into())),
    ]);
    assert_codes::<Integer>(&[
        ("-9223372036854775808", Some(i64::MIN.into())),
        ("-32099", Some(-32099)),
        ("-32098", Some(-32098)),
        ("-32097", Some(-32097)),
        ("-32096", Some(-32096)),
        ("-32095", Some(-32095)),
        ("-32094", Some(-32094)),
        ("-32093", Some(-32093)),
        ("-32092", Some(-32092)),
        ("-32091", Some(-32091)),
        ("-32090", Some(-32090)),
        ("-4002", Some(-4002)),
        ("-1", Some(-1)),
        ("0", Some(0)),
        ("7", Some(7)),
        ("17", Some(17)),
        ("9223372036854775807", Some(i64::MAX.into())),
    ]);
    assert_codes::<Hex>(&[
        ("0x0", Some(0)),
        ("0x0000000B", Some(11)),
        ("0x80010000", Some(0x8001_0000)),
        ("0x8001000b", Some(0x8001_000b)),
        ("0xFFFFFFFFFFFFFFFF", Some(u64::MAX.into())),
    ]);
    assert_codes::<Alphanumeric>(&[
        ("0007", None),
        ("0x0B", None),
        ("2008", None),
        ("E01", None),
        ("true", None),
    ]);
    assert_codes::<Ascii>(&[
        ("+7", None),
        ("-4002", None),
        ("1.1", None),
        ("17", None),
        ("SDK.A", None),
    ]);
}

#[test]
fn the_columns_of_a_large_table_hold_negative_numbers() {
    assert_eq!(Large::ALL.len(), 1300);
    for (code, number) in Large::ALL.iter().zip(-1200..) {
        assert_eq!((code.number(), code.code()), (number, &*number.to_string()));
        assert_eq!(Large::from_number(number), Some(*code));
        assert_eq!(Large::from_code(&number.to_string()), Some(*code));
    }
    for number in [-1201, 100, i64::MIN, i64::MAX] {
        assert_eq!(Large::from_number(number), None);
    }
}

/// Checks that texts are not codes of a table, and are kept as they are.
#[track_caller]
fn assert_unknown<C: Code>(texts: &[&str]) {
    for text in texts {
        assert_eq!(C::from_code(text), None, "{text:?}");
        let received = Received::<C>::from(*text);
        assert_eq!((received.known(), received.code()), (None, *text));
        assert_eq!(text.parse::<C>().unwrap_err().text(), *text);
    }
}

#[test]
fn other_spellings_of_a_number_are_not_codes() {
    assert_unknown::<Digits>(&[
        "0", "00", "0000", "07", "+7", "-7", " 7", "7 ", "7.0", "７", "",
    ]);
    assert_unknown::<Integer>(&[
        "-0",
        "+0",
        "00",
        "007",
        "07",
        "+7",
        " 7",
        "7 ",
        "7\n",
        "7.0",
        "-7",
        "−1",
        "--1",
        "-01",
        "- 1",
        "1-",
        "-",
        "",
        "4002",
        "0x7",
        "7e0",
        "9223372036854775808",
        "-9223372036854775809",
    ]);
    assert_unknown::<Hex>(&[
        "0",
        "0x",
        "0x00",
        "0xB",
        "0xb",
        "0x0B",
        "0x0000000b",
        "0X0000000B",
        "0000000B",
        "11",
        "80010000",
        "2147549184",
        "0x8001000B",
        "0x80010000 ",
        " 0x80010000",
        "-0x80010000",
        "",
    ]);
    assert_unknown::<Alphanumeric>(&["7", "008", "02008", "e01", "0xB", "0X0B", ""]);
    assert_unknown::<Ascii>(&["7", "4002", "-4002 ", "017", "sdk.a", ""]);
}

#[test]
fn numbers_convert_into_codes() {
    assert_eq!(Digits::try_from(7_u64), Digits::try_from(7_u32));
    assert_eq!(Integer::try_from(-4002_i64).unwrap().code(), "-4002");
    assert_eq!(Integer::try_from(-4002_i32).unwrap().code(), "-4002");
    assert_eq!(Integer::try_from(i64::MIN).unwrap().number(), i64::MIN);
    assert_eq!(Integer::try_from(-4003_i64).unwrap_err().text(), "-4003");
    assert_eq!(Hex::try_from(0x8001_0000_u64).unwrap().code(), "0x80010000");
    assert_eq!(Hex::try_from(0x8001_0000_u32).unwrap().code(), "0x80010000");
    assert_eq!(Hex::try_from(12_u32).unwrap_err().text(), "12");
}

#[test]
fn the_methods_are_const() {
    const INTEGER: Option<Integer> = Integer::from_number(-4002);
    const HEX: Option<Hex> = Hex::from_number(11);
    const NUMBERS: (i64, u64) = match (INTEGER, HEX) {
        (Some(integer), Some(hex)) => (integer.number(), hex.number()),
        _ => panic!(),
    };
    const TEXT: Option<Integer> = Integer::from_code("-4002");
    assert_eq!((NUMBERS, TEXT), ((-4002, 11), INTEGER));
}

/// Returns the code that a table reads from JSON if it is known, and the text that it keeps.
fn read<C: Code + DeserializeOwned>(json: &str) -> (bool, String) {
    let received: Received<C> = serde_json::from_str(json).unwrap();
    let plain = serde_json::from_str::<C>(json);
    assert_eq!(plain.ok(), received.known(), "{json}");
    (received.known().is_some(), received.code().to_owned())
}

#[test]
fn an_integer_is_the_code_with_its_number_or_with_its_digits() {
    let known = |text: &str| (true, text.to_owned());
    let unknown = |text: &str| (false, text.to_owned());
    assert_eq!(read::<Digits>("0"), known("000"));
    assert_eq!(read::<Digits>("2008"), known("2008"));
    assert_eq!(read::<Digits>("-7"), unknown("-7"));
    assert_eq!(read::<Integer>("-4002"), known("-4002"));
    assert_eq!(
        read::<Integer>("-9223372036854775808"),
        known("-9223372036854775808")
    );
    assert_eq!(read::<Integer>("4002"), unknown("4002"));
    assert_eq!(
        read::<Integer>("18446744073709551615"),
        unknown("18446744073709551615")
    );
    assert_eq!(read::<Hex>("2147549184"), known("0x80010000"));
    assert_eq!(read::<Hex>("11"), known("0x0000000B"));
    assert_eq!(read::<Hex>("80010000"), unknown("80010000"));
    assert_eq!(read::<Alphanumeric>("2008"), known("2008"));
    assert_eq!(read::<Alphanumeric>("7"), unknown("7"), "not 0007");
    assert_eq!(read::<Ascii>("-4002"), known("-4002"));
    assert_eq!(read::<Ascii>("17"), known("17"));
    assert_eq!(read::<Ascii>("7"), unknown("7"), "not +7");
    // Texts are codes as they are.
    assert_eq!(read::<Integer>(r#""-4002""#), known("-4002"));
    assert_eq!(read::<Hex>(r#""0x0000000B""#), known("0x0000000B"));
    assert_eq!(read::<Hex>(r#""11""#), unknown("11"));
}

/// Returns the code of the table `Limits` that is read from a number, if it is known, and the text that is kept.
fn read_number<'de, N: IntoDeserializer<'de>>(number: N) -> (bool, String) {
    let received = Received::<Limits>::deserialize(number.into_deserializer()).unwrap();
    (received.known().is_some(), received.code().to_owned())
}

#[test]
fn a_float_is_a_code_only_if_it_is_an_integer() {
    let known = |text: &str| (true, text.to_owned());
    let unknown = |text: &str| (false, text.to_owned());
    assert_eq!(read::<Digits>("2008.0"), known("2008"));
    assert_eq!(read::<Digits>("2.008e3"), known("2008"));
    assert_eq!(read::<Digits>("-0"), known("000"), "a float to serde_json");
    assert_eq!(read::<Digits>("2009.0"), unknown("2009"));
    assert_eq!(read::<Digits>("2008.5"), unknown("2008.5"));
    assert_eq!(read::<Integer>("-4002.0"), known("-4002"));
    assert_eq!(read::<Hex>("2147549184.0"), known("0x80010000"));
    assert_eq!(read::<Alphanumeric>("2008.0"), known("2008"));
    assert_eq!(read::<Ascii>("17.0"), known("17"));
    // Larger floats may be another integer than the one that was sent.
    for (number, text, is_known) in [
        (2_251_799_813_685_247.0, "2251799813685247", true),
        (2_251_799_813_685_248.0, "2251799813685248.0", false),
        (-2_251_799_813_685_247.0, "-2251799813685247", true),
        (-2_251_799_813_685_248.0, "-2251799813685248.0", false),
        (f64::INFINITY, "inf", false),
        (f64::NAN, "NaN", false),
    ] {
        assert_eq!(read_number::<f64>(number), (is_known, text.to_owned()));
    }
    for (number, text, is_known) in [
        (2008.0, "2008", false),
        (16_777_215.0, "16777215", true),
        (16_777_216.0, "16777216.0", false),
        (0.1, "0.1", false),
    ] {
        assert_eq!(read_number::<f32>(number), (is_known, text.to_owned()));
    }
    assert_eq!(
        read_number(u128::MAX),
        unknown("340282366920938463463374607431768211455")
    );
    assert_eq!(read_number(16_777_215_u128), known("16777215"));
    assert_eq!(
        read_number(-2_251_799_813_685_248_i128),
        known("-2251799813685248")
    );
    // A fraction is never a code, because 1.10 arrives as 1.1.
    assert_eq!(read::<Ascii>(r#""1.1""#), known("1.1"));
    assert_eq!(read::<Ascii>("1.1"), unknown("1.1 (number)"));
    assert_eq!(read::<Ascii>("1.10"), unknown("1.1 (number)"));
    assert_eq!(read::<Ascii>("1.2"), unknown("1.2"));
}

#[test]
fn other_scalars_are_texts_and_everything_else_fails() {
    let unknown = |text: &str| (false, text.to_owned());
    assert_eq!(read::<Digits>("true"), unknown("true"));
    assert_eq!(read::<Alphanumeric>("false"), unknown("false"));
    assert_eq!(read::<Alphanumeric>("true"), (true, "true".to_owned()));
    for json in ["null", "[]", r#"["2008"]"#, r#"{"code": "2008"}"#] {
        let error = serde_json::from_str::<Received<Digits>>(json).unwrap_err();
        assert!(
            error.to_string().contains("expected a code of digits"),
            "{error}"
        );
        let same = serde_json::from_str::<Digits>(json).unwrap_err();
        assert_eq!(same.to_string(), error.to_string());
        let optional = serde_json::from_str::<Option<Received<Digits>>>(json);
        assert_eq!(optional.ok(), (json == "null").then_some(None), "{json}");
    }
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Fields {
    #[serde(with = "as_text")]
    text: Digits,
    #[serde(with = "any_scalar")]
    scalar: Received<Digits>,
    #[serde(with = "any_scalar", default)]
    optional: Option<Received<Digits>>,
}

#[test]
fn the_modules_for_fields_ask_for_a_text_or_for_any_scalar() {
    let read = |json: &str| serde_json::from_str::<Fields>(json).ok();
    let fields = |scalar: &str, optional: Option<&str>| Fields {
        text: Digits::from_code("2008").unwrap(),
        scalar: scalar.into(),
        optional: optional.map(Received::from),
    };
    for (json, expected) in [
        (r#"{"text": "2008", "scalar": 0}"#, fields("000", None)),
        (
            r#"{"text": "2008", "scalar": "0", "optional": null}"#,
            fields("0", None),
        ),
        (
            r#"{"text": "2008", "scalar": true, "optional": 7}"#,
            fields("true", Some("7")),
        ),
    ] {
        assert_eq!(read(json).as_ref(), Some(&expected), "{json}");
        assert_eq!(
            read(&serde_json::to_string(&expected).unwrap()),
            Some(expected)
        );
    }
    // `as_text` takes no number, and an enum no unknown code.
    assert_eq!(read(r#"{"text": 2008, "scalar": 0}"#), None);
    assert_eq!(read(r#"{"text": "2009", "scalar": 0}"#), None);
}

#[test]
fn a_map_that_is_one_text_is_that_text() {
    assert_eq!(
        read::<Digits>(r#"{"$text": "2008"}"#),
        (true, "2008".to_owned())
    );
    assert_eq!(
        read::<Digits>(r#"{"@a": [1], "$text": "2008", "@b": ""}"#),
        (true, "2008".to_owned())
    );
    assert_eq!(
        read::<Digits>(r#"{"$__toml_private_datetime": "2008-01-01"}"#),
        (false, "2008-01-01".to_owned())
    );
    assert_eq!(read::<Digits>("{}"), (false, String::new()));
    assert_eq!(
        read::<Digits>(r#"{"@nil": "true"}"#),
        (false, String::new())
    );
    // serde_json delivers numbers as such a map if some crate enables `arbitrary_precision`.
    let number = |text| read::<Digits>(&format!(r#"{{"$serde_json::private::Number": "{text}"}}"#));
    for text in ["2008", "2008.0", "2.008e3"] {
        assert_eq!(number(text), (true, "2008".to_owned()));
    }
    for text in [
        "2009",
        "2008.50",
        "1E400",
        "99999999999999999999999999999999999999999",
    ] {
        assert_eq!(number(text), (false, text.to_owned()));
    }
    for json in [
        r#"{"$text": "2008", "$text": "2008"}"#,
        r#"{"$text": "2008", "b": ""}"#,
        r#"{"$text": 2008}"#,
        r#"{"$text": {"$text": "2008"}}"#,
        r#"{"b": {"$text": "2008"}}"#,
        r#"{"2008": "2008"}"#,
    ] {
        assert!(
            serde_json::from_str::<Received<Digits>>(json).is_err(),
            "{json}"
        );
    }
}
