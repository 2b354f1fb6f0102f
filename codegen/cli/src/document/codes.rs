//! The rows of a document's table, with their codes in plain form.

use super::plain_code::{is_code, is_word, plain_code, shape};
use super::several_codes::{MAX_CODES, expanded, several};
use super::skipped::{Reason, Skipped};
use super::{Columns, Table};
use codegen::Charset;

/// The maximum size of the texts that rows share because a cell lists their codes, in bytes.
const MAX_COPIES: usize = 64 << 20;

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
    let charset = charset.unwrap_or_else(|| charset_of(&readings));
    if charset == Charset::Ascii {
        take_codes_with_spaces(&mut readings, table);
    }
    let (mut taken, mut skipped) = (Vec::<Taken>::new(), Vec::new());
    let mut continues = false;
    for (at, (cells, reading)) in table.rows.iter().zip(readings).enumerate() {
        let (text, reason) = match (reading, taken.last_mut()) {
            (Reading::Codes { codes, place }, _) => {
                let codes = expanded(codes, &cells[place], charset);
                if codes.iter().all(|code| is_code(code, charset)) {
                    let (row, cells) = (at + 1, cells.clone());
                    taken.push(Taken {
                        row,
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
    let (mut rows, mut copies) = (Vec::new(), 0);
    for row in taken {
        let size = row.copies().saturating_add(copies);
        if row.codes.len() > MAX_CODES || size > MAX_COPIES {
            skipped.push(Skipped {
                row: row.row,
                text: row.cells[row.place].clone(),
                reason: Reason::TooMany,
            });
        } else {
            copies = size;
            rows.extend(row.rows(columns));
        }
    }
    skipped.sort_by_key(|skipped| skipped.row);
    Rows {
        rows,
        charset,
        skipped,
    }
}

/// A row of the document with codes.
struct Taken {
    /// Its number in the document, from 1.
    row: usize,
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

    /// Returns the size of the texts that its rows have more than once, in bytes.
    fn copies(&self) -> usize {
        let size: usize = self.cells.iter().map(String::len).sum();
        (self.codes.len() - 1).saturating_mul(size)
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
    let are_codes = codes.iter().all(|code| is_word(code));
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

/// Returns the narrowest charset that holds all codes. If many codes have spaces, it is the one that allows them.
fn charset_of(readings: &[Reading]) -> Charset {
    let codes = readings.iter().filter_map(|reading| match reading {
        Reading::Codes { codes, .. } => Some(codes.as_slice()),
        _ => None,
    });
    let is_spaced = |reading: &&Reading| {
        let reason = Reason::WhiteSpace;
        matches!(reading, Reading::Skipped { reason: known, .. } if *known == reason)
    };
    let spaced = readings.iter().filter(is_spaced).count();
    if spaced > 0 && spaced * 2 >= codes.clone().count() {
        return Charset::Ascii;
    }
    guess_charset(codes.flatten().map(String::as_str))
}

/// Takes the codes that have spaces.
fn take_codes_with_spaces(readings: &mut [Reading], table: &Table) {
    for (reading, cells) in readings.iter_mut().zip(&table.rows) {
        let Reading::Skipped {
            reason: Reason::WhiteSpace,
            place,
        } = reading
        else {
            continue;
        };
        let (code, place) = (plain_code(&cells[*place]), *place);
        if Charset::Ascii.is_code(&code) {
            *reading = Reading::Codes {
                codes: vec![code],
                place,
            };
        }
    }
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

/// Returns `true` for a text that stands for several codes: `71xx`, `5**`.
fn is_pattern(code: &str) -> bool {
    let digits = code.trim_end_matches(['x', 'X', '*', '×']);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && code.chars().count() - digits.len() > 1
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

    /// Returns the codes of a table with this column of codes, and the rows that are skipped.
    fn read_rows(cells: &[&str]) -> String {
        let row = |cell: &&str| vec![(*cell).to_owned(), "text".to_owned()];
        let table = Table {
            title: String::new(),
            place: String::new(),
            header: vec!["code".to_owned(), "en".to_owned()],
            rows: cells.iter().map(row).collect(),
            warning: None,
        };
        let columns = Columns {
            named: vec![("code".to_owned(), 0), ("en".to_owned(), 1)],
            languages: vec!["en".to_owned()],
        };
        let rows = rows(&table, &columns, None);
        let codes = rows.rows.iter().map(|row| row.code.clone());
        let skipped = rows.skipped.iter().map(|row| format!("({row})"));
        codes.chain(skipped).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_without_a_code_have_a_reason() {
        for (cells, expected) in [
            (&["7001", "", "7002"][..], "7001 7002"),
            (
                &["", "7001"],
                "7001 (row 1: missing code in the row `text`)",
            ),
            (
                &["7001", "===", "71xx"],
                "7001 (row 2: `===` is not a code) (row 3: `71xx` is not a code)",
            ),
            (
                &["7001", "other", "其他"],
                "7001 (row 2: `other` is not a code) (row 3: `其他` is not a code)",
            ),
            (&["LOST", "OTHER", "late"], "LOST OTHER late"),
            (&["601 err", "LATE:1"], "601 err LATE:1"),
            (&["601 err", "ERR"], "601 err ERR"),
            (
                &["601 err", "1", "2", "3"],
                "1 2 3 (row 1: code `601 err` has white space)",
            ),
            (&["A1", "1~3"], "A1 1 2 3"),
            (&["A.1", "1-3"], "A.1 1-3"),
            (
                &["A1", "1~1001"],
                "A1 (row 2: `1~1001` lists too many codes)",
            ),
        ] {
            assert_eq!(read_rows(cells), expected, "{cells:?}");
        }
    }
}
