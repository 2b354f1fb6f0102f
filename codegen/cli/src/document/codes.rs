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

/// Returns a code without surrounding brackets, quotes or backticks. Ranges get a hyphen; full-width digits and letters become
/// ASCII.
pub(crate) fn plain_code(printed: &str) -> String {
    let ascii = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
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
    range(&code).unwrap_or(code)
}

/// Returns `A–B`, `A ~ B` and `A至B` as `A-B`.
fn range(code: &str) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let first = &code[..code.find(|c| !is_digit(c))?];
    let last = &code[code.rfind(|c| !is_digit(c))?..];
    let last = last.trim_start_matches(|c| !is_digit(c));
    let dash = code[first.len()..code.len() - last.len()].trim();
    let is_dash = matches!(dash, "-" | "--" | "~" | "〜" | "−" | "至" | "到")
        || dash.chars().count() == 1 && dash.contains(|c| matches!(c, '\u{2010}'..='\u{2015}'));
    (!first.is_empty() && !last.is_empty() && is_dash).then(|| format!("{first}-{last}"))
}

/// Returns the narrowest charset that fits four of five codes.
fn guess_charset(codes: &[String]) -> Charset {
    let count = |charset| codes.iter().filter(|code| is_code(code, charset)).count();
    let all = count(Charset::Ascii);
    let fits = |charset: &Charset| count(*charset) * 5 >= all * 4;
    let narrow = [Charset::Digits, Charset::Alphanumeric];
    narrow.into_iter().find(fits).unwrap_or(Charset::Ascii)
}

fn is_code(code: &str, charset: Charset) -> bool {
    let is_range = || charset == Charset::Digits && range(code).is_some();
    !code.is_empty() && (code.chars().all(|c| charset.allows(c)) || is_range())
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
            ("-4002", "-4002"),
            ("SDK.INVALID-ARGS", "SDK.INVALID-ARGS"),
            ("1 3", "1 3"),
            ("", ""),
        ] {
            assert_eq!(plain_code(printed), plain, "{printed}");
        }
    }
}
