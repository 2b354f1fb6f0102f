//! The rows of a document's table, with their codes in plain form.

use super::{Columns, Table};
use codegen::Charset;

/// A row of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The code in plain form: `1012` for `[1012]`; a range is `A-B`.
    pub(crate) code: String,
    /// The printed texts by column: `code`, `scope`, languages, attributes.
    pub(crate) printed: Vec<(String, String)>,
}

impl Row {
    /// Returns the printed text of a column, or an empty text.
    pub(crate) fn printed(&self, column: &str) -> &str {
        let found = self
            .printed
            .iter()
            .find(|(name, text)| name == column && !text.is_empty());
        found.map_or("", |(_, text)| text)
    }
}

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Rows {
    /// The rows in the order of the document.
    pub(crate) rows: Vec<Row>,
    pub(crate) charset: Charset,
    /// The rows without a valid code, and why each was skipped: `row 7: invalid code …`.
    pub(crate) skipped: Vec<String>,
}

/// Returns the rows of a table whose column `code` is known. Without a charset, most of the codes decide it.
pub(crate) fn rows(table: &Table, columns: &Columns, charset: Option<Charset>) -> Rows {
    let code = columns.index("code").unwrap_or_default();
    let plain: Vec<String> = table
        .rows
        .iter()
        .map(|row| plain_code(&row[code]))
        .collect();
    let charset = charset.unwrap_or_else(|| guess_charset(&plain));
    let (mut cells, mut codes) = (Vec::<Vec<String>>::new(), Vec::new());
    let mut skipped = Vec::new();
    for (at, (row, plain)) in table.rows.iter().zip(plain).enumerate() {
        match cells.last_mut() {
            // A line without a code continues the row above.
            Some(above) if plain.is_empty() => {
                for (above, part) in above
                    .iter_mut()
                    .zip(row)
                    .filter(|(_, part)| !part.is_empty())
                {
                    above.push_str(if above.is_empty() { "" } else { " " });
                    above.push_str(part);
                }
            }
            _ if is_code(&plain, charset) => {
                cells.push(row.clone());
                codes.push(plain);
            }
            _ => {
                let text = row.iter().find(|cell| !cell.is_empty());
                let text = text.map_or("", String::as_str);
                skipped.push(match row[code].as_str() {
                    "" => format!("row {}: missing code in the row `{text}`", at + 1),
                    cell => format!(
                        "row {}: invalid code `{cell}`: expected {}",
                        at + 1,
                        charset.description()
                    ),
                });
            }
        }
    }
    let row = |(code, cells): (String, &Vec<String>)| Row {
        code,
        printed: columns.printed(cells),
    };
    Rows {
        rows: codes.into_iter().zip(&cells).map(row).collect(),
        charset,
        skipped,
    }
}

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

/// Returns the charset of the codes: integers if there is a negative one, and all codes with a digit are integers; hexadecimal if
/// all of them are. Otherwise, it is the narrowest charset of the others that fits four of five codes.
fn guess_charset(codes: &[String]) -> Charset {
    let with_digits = || {
        let codes = codes.iter().filter(|code| is_code(code, Charset::Ascii));
        codes.filter(|code| code.contains(|c: char| c.is_ascii_digit()))
    };
    let are_all = |charset| with_digits().all(|code| is_code(code, charset));
    let is_negative = |code: &String| code.starts_with('-') && is_code(code, Charset::Integer);
    if with_digits().any(is_negative) {
        let is_integer = are_all(Charset::Integer);
        return if is_integer {
            Charset::Integer
        } else {
            Charset::Ascii
        };
    }
    if with_digits().next().is_some() && are_all(Charset::Hex) {
        return Charset::Hex;
    }
    let count = |charset| codes.iter().filter(|code| is_code(code, charset)).count();
    let all = count(Charset::Ascii);
    let fits = |charset: &Charset| count(*charset) * 5 >= all * 4;
    let narrow = [Charset::Digits, Charset::Alphanumeric];
    narrow.into_iter().find(fits).unwrap_or(Charset::Ascii)
}

/// Returns `true` for a code, or a range of codes, in plain form.
fn is_code(code: &str, charset: Charset) -> bool {
    match charset.split_range(code) {
        Some((first, last)) => charset.is_code(first) && charset.is_code(last),
        None => charset.is_code(code),
    }
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
    fn the_charset_is_that_of_the_codes() {
        for (codes, charset) in [
            ("0000 0001 2008-2010", Charset::Digits),
            ("1 2 3 4 E5", Charset::Digits),
            ("-1 0 1 17", Charset::Integer),
            ("-32099--32000 -1 code", Charset::Integer),
            ("-1 0000", Charset::Ascii),
            ("-1 E01", Charset::Ascii),
            ("0x80010000 0x0000000B code", Charset::Hex),
            ("0x80010000 7", Charset::Alphanumeric),
            ("E01 E02", Charset::Alphanumeric),
            ("SDK.A SDK.B", Charset::Ascii),
        ] {
            let list: Vec<String> = codes.split(' ').map(str::to_owned).collect();
            assert_eq!(guess_charset(&list), charset, "{codes}");
        }
    }
}
