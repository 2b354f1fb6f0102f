//! The rows of a document's table, with their codes in plain form.

use super::plain_code::{plain_code, shape};
use super::skipped::{Reason, Skipped};
use super::{Columns, Table};
use codegen::Charset;

/// The longest range that becomes rows of its own, in a table whose charset has no ranges.
const MAX_RANGE: i128 = 1000;

/// Words for all codes that a table does not list.
const OTHERS: [&str; 9] = [
    "other", "others", "else", "default", "reserved", "n/a", "na", "all", "etc",
];

/// A row of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The code in plain form: `1012` for `[1012]`; a range is `A-B`.
    pub(crate) code: String,
    /// The printed texts by column: `code`, `scope`, languages, attributes. If a cell lists several codes, each of their rows has
    /// the whole cell.
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
    /// The rows of the document that have no code, in order.
    pub(crate) skipped: Vec<Skipped>,
}

/// What a row of the document has in the column of the codes.
enum Reading {
    /// Codes in plain form, and the index of their column.
    Codes {
        codes: Vec<String>,
        place: usize,
    },
    /// Nothing: the row continues the row above.
    Continued,
    Skipped {
        reason: Reason,
        place: usize,
    },
}

/// Returns the rows of a table whose column `code` is known. Without a charset, it is the narrowest one that holds all codes.
pub(crate) fn rows(table: &Table, columns: &Columns, charset: Option<Charset>) -> Rows {
    let places: Vec<usize> = columns.all("code").collect();
    let mut readings: Vec<Reading> = table.rows.iter().map(|row| read(row, &places)).collect();
    skip_words(&mut readings, table);
    let charset = charset.unwrap_or_else(|| {
        let codes = readings.iter().filter_map(|reading| match reading {
            Reading::Codes { codes, .. } => Some(codes.as_slice()),
            _ => None,
        });
        guess_charset(codes.flatten().map(String::as_str))
    });
    let (mut taken, mut skipped) = (Vec::<Taken>::new(), Vec::new());
    let mut continues = false;
    for (at, (cells, reading)) in table.rows.iter().zip(readings).enumerate() {
        let (text, reason) = match (reading, taken.last_mut()) {
            (Reading::Codes { codes, place }, _) => {
                let codes = expanded(codes, &cells[place], charset);
                if codes.iter().all(|code| is_code(code, charset)) {
                    let cells = cells.clone();
                    taken.push(Taken {
                        codes,
                        place,
                        cells,
                    });
                    continues = true;
                    continue;
                }
                (&cells[place], Reason::Invalid(charset))
            }
            (Reading::Continued, Some(above)) if continues => {
                above.continue_with(cells);
                continue;
            }
            (Reading::Continued, _) => {
                let text = cells.iter().find(|cell| !cell.is_empty());
                (text.unwrap_or(&cells[0]), Reason::Missing)
            }
            (Reading::Skipped { reason, place }, _) => (&cells[place], reason),
        };
        continues = false;
        skipped.push(Skipped {
            row: at + 1,
            text: text.clone(),
            reason,
        });
    }
    let rows = taken.into_iter().flat_map(|row| row.rows(columns));
    Rows {
        rows: rows.collect(),
        charset,
        skipped,
    }
}

/// A row of the document with codes.
struct Taken {
    codes: Vec<String>,
    /// The column of the codes.
    place: usize,
    cells: Vec<String>,
}

impl Taken {
    /// Appends the texts of a line without a code.
    fn continue_with(&mut self, line: &[String]) {
        let cells = self.cells.iter_mut().zip(line);
        for (above, part) in cells.filter(|(_, part)| !part.is_empty()) {
            above.push_str(if above.is_empty() { "" } else { " " });
            above.push_str(part);
        }
    }

    fn rows(self, columns: &Columns) -> impl Iterator<Item = Row> {
        let printed = columns.printed(&self.cells, self.place);
        let row = move |code| Row {
            code,
            printed: printed.clone(),
        };
        self.codes.into_iter().map(row)
    }
}

/// Reads the cell with the code: of several columns, the first one that has letters or digits.
fn read(cells: &[String], places: &[usize]) -> Reading {
    let has_text = |place: &&usize| cells[**place].contains(char::is_alphanumeric);
    let is_filled = |place: &&usize| !cells[**place].is_empty();
    let place = places
        .iter()
        .find(has_text)
        .or(places.iter().find(is_filled));
    let Some(place) = place.copied() else {
        return Reading::Continued;
    };
    let cell = &cells[place];
    let filled = || cells.iter().filter(|cell| !cell.is_empty());
    let codes = several(cell);
    let are_codes = codes.iter().all(|code| is_code(code, Charset::Ascii));
    let has_text = cell.contains(char::is_alphanumeric);
    let reason = if !has_text || codes.iter().any(|code| is_pattern(code)) {
        Reason::NotACode
    } else if are_codes {
        return Reading::Codes { codes, place };
    } else if filled().all(|other| other == cell) {
        Reason::Heading
    } else if codes[0].is_ascii() && codes[0].split(' ').any(is_code_part) {
        Reason::WhiteSpace
    } else {
        Reason::NotACode
    };
    Reading::Skipped { reason, place }
}

/// Returns `true` for a part of a text that is a code and not a word: it has a digit, or no lower-case letter.
fn is_code_part(part: &str) -> bool {
    shape(part).is_some() || part.len() > 1 && !part.contains(|c: char| c.is_lowercase())
}

/// In a table whose codes have digits, skips words for all other codes (`other`), headings of one word, and repeated headers.
fn skip_words(readings: &mut [Reading], table: &Table) {
    let has_digit = |codes: &[String]| codes.iter().any(|code| shape(code).is_some());
    let (mut with_digits, mut all) = (0, 0);
    for reading in readings.iter() {
        if let Reading::Codes { codes, .. } = reading {
            all += 1;
            with_digits += usize::from(has_digit(codes));
        }
    }
    if with_digits * 2 < all {
        return;
    }
    for (reading, cells) in readings.iter_mut().zip(&table.rows) {
        let Reading::Codes { codes, place } = reading else {
            continue;
        };
        if has_digit(codes) {
            continue;
        }
        let cell = &cells[*place];
        let words = OTHERS.into_iter().chain(["code", &table.header[*place]]);
        let is_word = { words }.any(|word| word.eq_ignore_ascii_case(cell));
        let (reason, place) = if cells.iter().all(|other| other == cell) {
            (Reason::Heading, *place)
        } else if is_word {
            (Reason::NotACode, *place)
        } else {
            continue;
        };
        *reading = Reading::Skipped { reason, place };
    }
}

/// Returns the codes of a cell in plain form: `7002` and `7003` for `7002、7003`.
pub(crate) fn several(cell: &str) -> Vec<String> {
    let plain = plain_code(cell);
    let parts = |is_separator: fn(char) -> bool| -> Vec<String> {
        let parts = plain
            .split(is_separator)
            .map(|part| plain_code(part.trim()));
        parts.filter(|part| !part.is_empty()).collect()
    };
    // These are not part of codes.
    let listed = parts(|c| matches!(c, '、' | ',' | ';' | '和' | '或' | '及'));
    if listed.len() > 1 && listed.iter().all(|code| is_code(code, Charset::Ascii)) {
        return listed;
    }
    // These may be, unless the codes beside them have the same form.
    let alike = parts(|c| c == '/' || c == '|' || c.is_whitespace());
    let first = alike.first().and_then(|code| shape(code));
    if alike.len() > 1 && first.is_some() && alike.iter().all(|code| shape(code) == first) {
        return alike;
    }
    vec![plain]
}

/// Returns `true` for a text that stands for several codes: `71xx`, `5**`.
fn is_pattern(code: &str) -> bool {
    let digits = code.trim_end_matches(['x', 'X', '*', '×']);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && code.chars().count() - digits.len() > 1
}

/// Returns the codes with each range as its codes, if the charset has no ranges. A hyphen is part of a code if the charset has it.
fn expanded(codes: Vec<String>, printed: &str, charset: Charset) -> Vec<String> {
    let is_hyphen =
        charset == Charset::Ascii && !printed.contains(['~', '～', '〜', '至', '到', '–', '—']);
    if is_hyphen || matches!(charset, Charset::Digits | Charset::Integer) {
        return codes;
    }
    let all = |code: String| {
        let ends = Charset::Digits.split_range(&code);
        let numbers = ends.and_then(|(first, last)| {
            let number = |code| Charset::Digits.number(code);
            Some((number(first)?, number(last)?, first.len()))
        });
        match numbers {
            Some((first, last, width)) if (1..MAX_RANGE).contains(&(last - first)) => {
                let code = |number| format!("{number:0>width$}");
                (first..=last).map(code).collect()
            }
            _ => vec![code],
        }
    };
    codes.into_iter().flat_map(all).collect()
}

/// Returns the narrowest charset that holds all codes.
fn guess_charset<'a>(codes: impl Iterator<Item = &'a str> + Clone) -> Charset {
    let fits = |charset: &Charset| codes.clone().all(|code| is_code(code, *charset));
    let numbers = [Charset::Digits, Charset::Integer, Charset::Hex];
    if let Some(charset) = numbers.into_iter().find(fits) {
        return charset;
    }
    // A range of numbers becomes rows.
    let is_alphanumeric =
        |code: &str| is_code(code, Charset::Alphanumeric) || is_code(code, Charset::Digits);
    if codes.clone().all(is_alphanumeric) {
        Charset::Alphanumeric
    } else {
        Charset::Ascii
    }
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
    fn the_charset_holds_all_codes() {
        for (codes, charset) in [
            ("0000 0001 2008-2010", Charset::Digits),
            ("1 2 3 4 E5", Charset::Alphanumeric),
            ("1 2-3 E5", Charset::Alphanumeric),
            ("-1 0 1 17", Charset::Integer),
            ("-32099--32000 -1", Charset::Integer),
            ("-1 0000", Charset::Ascii),
            ("-1 E01", Charset::Ascii),
            ("0x80010000 0x0000000B", Charset::Hex),
            ("0x80010000 7", Charset::Alphanumeric),
            ("E01 E02", Charset::Alphanumeric),
            ("SDK.A SDK.B", Charset::Ascii),
        ] {
            assert_eq!(guess_charset(codes.split(' ')), charset, "{codes}");
        }
    }

    #[test]
    fn a_cell_may_list_several_codes() {
        for (cell, codes) in [
            ("7002、7003", &["7002", "7003"][..]),
            ("7004/7005", &["7004", "7005"]),
            ("7006，7007；7008", &["7006", "7007", "7008"]),
            ("[7001], `7003-7005`", &["7001", "7003-7005"]),
            ("E01 E02", &["E01", "E02"]),
            ("MC、MI", &["MC", "MI"]),
            ("GET/POST", &["GET/POST"]),
            ("A1/B1", &["A1/B1"]),
            ("601 err", &["601 err"]),
            ("7002、其他", &["7002、其他"]),
        ] {
            assert_eq!(several(cell), codes, "{cell}");
        }
    }
}
