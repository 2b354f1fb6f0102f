//! Numbers in JSON, compared with the texts that were sent.

use codes_formats::Code;
use codes_formats::Received;
use codes_formats::charsets::{Ascii, Digits, Integer};

use crate::format::{Format, Json};

/// Returns spellings of a number: as an integer, with fractions and exponents, and of numbers close to it.
fn spellings(code: &str) -> Vec<String> {
    let (sign, digits) = match code.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", code),
    };
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let number = format!("{sign}{digits}");
    let mut spellings = vec![number.clone()];
    for end in [
        ".0", ".000", ".5", ".25", ".0001", ".9999", "0", "1", "e0", "E+0", "e1", "e-1", ".0e0",
        "0e-1", "00E-2", ".5e1", "e30", "e-30", "0.0",
    ] {
        // JSON has no leading zeros.
        if digits != "0" || !end.starts_with(|c: char| c.is_ascii_digit()) {
            spellings.push(format!("{number}{end}"));
        }
    }
    let (first, rest) = digits.split_at(1);
    spellings.push(format!("{sign}{first}.{rest}0e{}", rest.len()));
    if digits != "0" {
        spellings.push(format!("{sign}0.{digits}e{}", digits.len()));
        spellings.push(format!("{sign}0.0{digits}E+{}", digits.len() + 1));
    }
    if sign.is_empty() {
        spellings.push(format!("-{number}"));
    } else {
        spellings.push(digits.to_owned());
    }
    spellings
}

/// Checks a number against its text: it is a code only if the text is equal to the code's number.
fn check<C: Code + serde::de::DeserializeOwned>(text: &str) {
    let received: Received<C> = Json::read(text.as_bytes()).unwrap();
    assert_eq!(Json::read::<C>(text.as_bytes()).ok(), received.known());
    // `str::parse` rounds correctly, which serde_json does not by default.
    let float: f64 = text.parse().unwrap();
    let exact: Option<i128> = match text.parse() {
        Ok(integer) => Some(integer),
        Err(_) if float.trunc() == float && float.abs() < 2_f64.powi(51) => Some(float as i128),
        Err(_) => None,
    };
    let expected = C::ALL
        .iter()
        .copied()
        .find(|code| exact.is_some() && code.number() == exact);
    // serde_json may round a number of sixteen digits or more to one with a fraction, which is not a code.
    let is_rounded = text.len() > 15 && received.known().is_none();
    assert!(
        received.known() == expected || is_rounded,
        "{text} is {received:?}"
    );
    if expected.is_none()
        && text
            .parse::<i64>()
            .is_ok_and(|number| number.to_string() == text)
    {
        assert_eq!(received.code(), text);
    }
    if cfg!(feature = "arbitrary-precision") {
        assert_eq!(received.known(), expected, "{text}");
        // serde_json writes the exponent in one way.
        let same = |text: &str| text.to_lowercase().replace("e+", "e");
        assert!(
            exact.is_some() || same(received.code()) == same(text),
            "{text} is {received:?}"
        );
    }
}

#[test]
fn a_number_is_a_code_only_if_its_text_is_equal() {
    let codes = Digits::ALL.iter().map(|code| code.code());
    let codes = codes.chain(Integer::ALL.iter().map(|code| code.code()));
    let more = [
        "1",
        "4503599627370496",
        "9007199254740991",
        "9007199254740993",
        "123456789012345678901234567890",
    ];
    let mut count = 0;
    for text in codes.chain(more).flat_map(spellings) {
        check::<Digits>(&text);
        check::<Integer>(&text);
        count += 1;
    }
    assert!(count > 400, "{count}");
    for text in ["1e400", "-1e400"] {
        // Too large for a float: an error of serde_json, unless it delivers texts.
        let read = Json::read::<Received<Digits>>(text.as_bytes());
        assert_eq!(
            read.is_ok(),
            cfg!(feature = "arbitrary-precision"),
            "{text}"
        );
    }
}

#[test]
fn a_fraction_is_never_a_code() {
    for text in ["1.1", "1.10", "11e-1"] {
        let received: Received<Ascii> = Json::read(text.as_bytes()).unwrap();
        assert_eq!(received.known(), None, "{text}");
        assert_eq!(Received::<Ascii>::from(received.code()), received);
    }
}
