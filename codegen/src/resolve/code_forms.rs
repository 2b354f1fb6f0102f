//! Why a text does not have the form of a code.

use crate::model::Charset;
use crate::sanitize::quote_char;
use crate::unicode::is_han;

/// A mistake in a code.
pub(super) struct Mistake {
    /// The error message, with the code.
    pub message: String,
    /// The label of the place.
    pub label: String,
    /// The way to correct it, if the code is likely to be wrong rather than the table's description.
    pub help: Option<String>,
}

/// Returns the mistake in a text that is not a code of the charset.
pub(super) fn mistake(code: &str, charset: Charset) -> Mistake {
    if let Some(c) = code.chars().find(|c| !charset.allows(*c)) {
        let label = format!("invalid character {}", quote_char(c));
        return Mistake {
            message: format!("{label} in code `{code}`"),
            label,
            help: character_help(code, c, charset),
        };
    }
    let (what, help) = match charset {
        Charset::Integer => integer_mistake(code),
        Charset::Ascii => (
            "has several spaces in a row",
            Some("write one space, and put the printed text in `printed.code`".to_owned()),
        ),
        _ => hex_mistake(code),
    };
    let message = format!("code `{code}` {what}");
    Mistake {
        label: message.clone(),
        message,
        help,
    }
}

/// Returns the mistake in a text of digits and hyphens, and its correction.
fn integer_mistake(code: &str) -> (&'static str, Option<String>) {
    let digits = code.strip_prefix('-').unwrap_or(code);
    let is_number = !digits.is_empty() && !digits.contains('-');
    match digits.trim_start_matches('0') {
        "" if code == "-0" => ("is zero with a sign", Some("write `0`".to_owned())),
        plain if is_number => {
            let sign = if code.starts_with('-') && !plain.is_empty() {
                "-"
            } else {
                ""
            };
            let plain = if plain.is_empty() { "0" } else { plain };
            let help = format!("if the provider sends no leading zeros, write `{sign}{plain}`");
            ("has leading zeros", Some(help))
        }
        _ => ("is not an integer", None),
    }
}

/// Returns the mistake in a text of hexadecimal digits and `x`, and its correction.
fn hex_mistake(code: &str) -> (&'static str, Option<String>) {
    match code.strip_prefix("0x") {
        Some("") => ("has no digits after `0x`", None),
        None if !code.contains('x') => {
            let help = format!("add the prefix: `0x{code}`");
            ("has no prefix `0x`", Some(help))
        }
        _ => ("is not a hexadecimal number", None),
    }
}

/// Returns the help for a character that is likely to be a mistake in the code rather than in the charset.
fn character_help(code: &str, c: char, charset: Charset) -> Option<String> {
    let bracketed = code
        .strip_prefix('[')
        .and_then(|code| code.strip_suffix(']'));
    let after = code
        .strip_prefix(c)
        .filter(|rest| Charset::Digits.is_code(rest));
    match (charset, after) {
        (Charset::Integer, Some(digits)) if c == '+' => {
            return Some(format!("remove the plus sign: `{digits}`"));
        }
        (Charset::Digits | Charset::Integer, Some(digits)) if is_dash(c) => {
            return Some(format!("write the sign as an ASCII hyphen: `-{digits}`"));
        }
        (Charset::Hex, _) if c == 'X' && code.starts_with("0X") => {
            let digits = &code[2..];
            return Some(format!("write the prefix in lower case: `0x{digits}`"));
        }
        (Charset::Hex, _) if c == '-' && code.starts_with("0x") => {
            return Some("if it is a range, list its codes one by one".to_owned());
        }
        _ => {}
    }
    if looks_like_a_date(code) {
        let help = "if a spreadsheet turned the code into a date, format the column as text, and write the code out";
        Some(help.to_owned())
    } else if is_dash(c) && charset == Charset::Ascii {
        let hyphenated = code.replace(is_dash, "-");
        Some(format!("write an ASCII hyphen: `{hyphenated}`"))
    } else if charset == Charset::Digits && looks_scientific(code) {
        let help =
            "if a spreadsheet changed the code, format the column as text, and write the code out";
        Some(help.to_owned())
    } else if c.is_whitespace() && charset == Charset::Ascii {
        Some("write a space, and put the printed text in `printed.code`".to_owned())
    } else if ('０'..='９').contains(&c) {
        Some("replace the full-width digits with ASCII digits".to_owned())
    } else if c.is_alphanumeric() && !c.is_ascii() {
        let character = quote_char(c);
        Some(if is_han(c) {
            "write the code in ASCII, and put the printed text in `printed.code`".to_owned()
        } else {
            format!("if {character} looks like an ASCII character, type that character instead")
        })
    } else {
        bracketed.map(|code| format!("write `{code}`, and put the printed text in `printed.code`"))
    }
}

/// Returns `true` for characters that documents print as a minus sign: hyphens, dashes, and the sign itself.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Returns `true` for a day and a month, as spreadsheets write dates: `02. Okt`, `2-Oct`, `10月2日`.
fn looks_like_a_date(text: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt",
        "nov", "dec", "dez",
    ];
    let is_month = |word: &str| MONTHS.contains(&word.to_lowercase().as_str());
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let has_day = text.contains(|c: char| c.is_ascii_digit());
    has_day && (words.any(is_month) || text.contains('月'))
}

/// Returns `true` for a number in scientific notation: `1E+06`.
fn looks_scientific(text: &str) -> bool {
    text.contains(['e', 'E']) && text.parse::<f64>().is_ok()
}
