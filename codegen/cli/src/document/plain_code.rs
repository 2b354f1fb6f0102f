//! Codes without the marks around them, and the form of a code.

use codegen::Charset;

/// Returns a code without surrounding brackets, quotes or backticks. Ranges and negative codes get a hyphen; full-width digits and
/// letters become ASCII.
pub(crate) fn plain_code(printed: &str) -> String {
    let ascii = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-', // the minus sign
        c => c,
    };
    let mut code: String = printed.chars().map(ascii).collect();
    for pair in [
        "[]", "()", "<>", "{}", "``", "\"\"", "''", "【】", "“”", "‘’", "「」", "《》",
    ] {
        let mut ends = pair.chars();
        let inside = code
            .strip_prefix(ends.next().unwrap_or_default())
            .and_then(|code| code.strip_suffix(ends.next().unwrap_or_default()));
        if let Some(inside) = inside {
            code = inside.trim().to_owned();
        }
    }
    // A document may print the sign as a dash.
    if let Some(digits) = code.strip_prefix(is_dash)
        && digits.starts_with(|c: char| c.is_ascii_digit())
    {
        code = format!("-{digits}");
    }
    range(&code).unwrap_or(code)
}

/// Returns `true` for a hyphen or a dash other than the ASCII hyphen.
fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}')
}

/// Returns `A–B`, `A ~ B` and `A至B` as `A-B`. If the first code is negative, a hyphen before the last one is its sign.
fn range(code: &str) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_negative = code.starts_with('-');
    let unsigned = code.strip_prefix('-').unwrap_or(code);
    let first = &unsigned[..unsigned.find(|c| !is_digit(c))?];
    let last = &unsigned[unsigned.rfind(|c| !is_digit(c))?..];
    let last = last.trim_start_matches(|c| !is_digit(c));
    let between = unsigned[first.len()..unsigned.len() - last.len()].trim();
    let is_separator = |text: &str| {
        matches!(text, "-" | "~" | "〜" | "至" | "到")
            || text.chars().count() == 1 && text.contains(is_dash)
    };
    let signs = match between.strip_suffix(|c| c == '-' || is_dash(c)) {
        Some(separator) if is_negative && is_separator(separator.trim()) => ["-", "-"],
        _ if is_separator(between) || between == "--" => [if is_negative { "-" } else { "" }, ""],
        _ => return None,
    };
    let is_range = !first.is_empty() && !last.is_empty();
    is_range.then(|| format!("{}{first}-{}{last}", signs[0], signs[1]))
}

/// Returns `true` for a code, or a range of codes, in plain form.
pub(crate) fn is_code(code: &str, charset: Charset) -> bool {
    match charset.split_range(code) {
        Some((first, last)) => charset.is_code(first) && charset.is_code(last),
        None => charset.is_code(code),
    }
}

/// Returns `true` for a text without white space that may be a code.
pub(crate) fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Returns the form of a code that has a digit: `0` for numbers, `0x` for hexadecimal numbers, otherwise the code with each run
/// of digits as `0` (`E0` for `E01`). Codes of one table usually have the same form.
pub(crate) fn shape(code: &str) -> Option<String> {
    let is_code = code.bytes().all(|byte| byte.is_ascii_graphic())
        && code.bytes().any(|byte| byte.is_ascii_digit());
    if !is_code {
        return None;
    }
    if Charset::Hex.is_code(code) {
        return Some("0x".to_owned());
    }
    let mut shape = String::new();
    for c in code.trim_start_matches('-').chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if c != '0' || !shape.ends_with('0') {
            shape.push(c);
        }
    }
    Some(if shape == "0-0" || shape == "0--0" {
        "0".to_owned()
    } else {
        shape
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_codes_have_no_brackets_quotes_or_dashes() {
        for (printed, plain) in [
            ("[1012]", "1012"),
            ("`08P01`", "08P01"),
            ("【１０】", "10"),
            ("2000000–2000006", "2000000-2000006"),
            ("1 ~ 3", "1-3"),
            ("1至3", "1-3"),
            ("1--3", "1-3"),
            ("-4002", "-4002"),
            ("−4002", "-4002"),
            ("–4002", "-4002"),
            ("（－４００２）", "-4002"),
            ("[-5]", "-5"),
            ("-5--1", "-5--1"),
            ("−32099 ~ −32000", "-32099--32000"),
            ("-32099–-32000", "-32099--32000"),
            ("–5 – –1", "-5--1"),
            ("-3至4", "-3-4"),
            ("-3-4", "-3-4"),
            ("0x8001000B", "0x8001000B"),
            ("SDK.INVALID-ARGS", "SDK.INVALID-ARGS"),
            ("1 3", "1 3"),
            ("", ""),
        ] {
            assert_eq!(plain_code(printed), plain, "{printed}");
        }
    }

    #[test]
    fn codes_of_a_table_have_one_shape() {
        for (codes, expected) in [
            ("0 0042 -7 2008-2010 -5--1", Some("0")),
            ("0x80010000 0x0B", Some("0x")),
            ("E01 E7", Some("E0")),
            ("SDK.12.3", Some("SDK.0.0")),
            ("LOST 错误 ", None),
        ] {
            for code in codes.split(' ') {
                assert_eq!(shape(code).as_deref(), expected, "{code}");
            }
        }
    }
}
