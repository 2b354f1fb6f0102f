//! A catalog as plain data.

#![allow(missing_docs)] // The names of the fields say it.

/// A catalog of any number of tables.
#[derive(Clone, Debug)]
pub struct Catalog {
    pub languages: Vec<String>,
    /// The index of the language of `Display`.
    pub display: usize,
    pub http: Option<Http>,
    pub attributes: Vec<Attribute>,
    /// `true` if there is code for serde and for the crate `http`.
    pub features: bool,
    pub tables: Vec<Table>,
}

/// The HTTP statuses of the codes.
#[derive(Clone, Debug)]
pub struct Http {
    pub doc: String,
    pub optional: bool,
    pub undocumented: Option<u16>,
}

/// An attribute of the codes.
#[derive(Clone, Debug)]
pub struct Attribute {
    pub name: String,
    pub doc: String,
    pub kind: Kind,
    pub optional: bool,
    /// As cells write it.
    pub undocumented: Option<String>,
    /// `true` if the first value, and no other, is a success; always `false` for an optional attribute.
    pub decides: bool,
    /// The name of a predicate that is true for the first value.
    pub predicate: Option<String>,
}

/// The type of an attribute's values.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Each value with its meaning.
    Words(Vec<(String, String)>),
    Text,
    Url,
    /// The name of the type.
    Integer(&'static str),
    Flag,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    pub module: String,
    pub type_name: String,
    /// In the language of `Display`.
    pub title: Option<String>,
    pub document: Option<String>,
    pub charset: Charset,
    pub width: Option<usize>,
    /// Each scope with its meaning.
    pub scopes: Vec<(String, String)>,
    /// `true` if the table has printed columns for the codes and the messages.
    pub is_printed: bool,
    /// The marks of variable parts in printed texts.
    pub marks: Vec<String>,
    /// The codes that occur twice on purpose.
    pub repeated: Vec<String>,
    pub rows: Vec<Row>,
}

/// The characters of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    Digits,
    Integer,
    Hex,
    Alphanumeric,
    Ascii,
}

/// A row, cell by cell.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// A code or a range of codes.
    pub code: String,
    pub name: String,
    pub renamed: String,
    pub scope: String,
    pub http: String,
    /// In the order of the attributes.
    pub attributes: Vec<String>,
    /// In the order of the languages.
    pub messages: Vec<String>,
    /// The printed texts: the code, then the messages in the order of the languages.
    pub printed: Vec<String>,
    pub retired: String,
    pub note: String,
}

impl Charset {
    pub fn name(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Integer => "integer",
            Charset::Hex => "hex",
            Charset::Alphanumeric => "alphanumeric",
            Charset::Ascii => "ascii",
        }
    }

    /// Returns the number of a code; `None` if codes are texts.
    pub fn number(self, code: &str) -> Option<i128> {
        match self {
            Charset::Digits | Charset::Integer => code.parse().ok(),
            Charset::Hex => i128::from_str_radix(code.strip_prefix("0x")?, 16).ok(),
            Charset::Alphanumeric | Charset::Ascii => None,
        }
    }

    /// Returns the type of the numbers; `None` if codes are texts.
    pub fn number_type(self) -> Option<&'static str> {
        match self {
            Charset::Digits | Charset::Hex => Some("u64"),
            Charset::Integer => Some("i64"),
            Charset::Alphanumeric | Charset::Ascii => None,
        }
    }

    /// Returns the characters of codes, or of the digits of a number.
    pub fn characters(self) -> Vec<u8> {
        let all = b'!'..=b'~';
        all.filter(|c| match self {
            Charset::Digits | Charset::Integer => c.is_ascii_digit(),
            Charset::Hex => matches!(c, b'0'..=b'9' | b'A'..=b'F'),
            Charset::Alphanumeric => c.is_ascii_alphanumeric(),
            Charset::Ascii => true,
        })
        .collect()
    }
}

impl Table {
    /// Returns the path of the enum.
    pub fn path(&self) -> String {
        format!("{}::{}", self.module, self.type_name)
    }

    /// Returns each code (ranges as single codes) with its variant and its rows, in the order of the rows.
    pub fn codes(&self) -> Vec<Code<'_>> {
        let mut codes: Vec<Code<'_>> = Vec::new();
        for row in &self.rows {
            for (code, variant) in row.codes(self.charset) {
                match codes.iter_mut().find(|known| known.code == code) {
                    Some(known) => known.rows.push(row),
                    None => codes.push(Code {
                        code,
                        variant,
                        rows: vec![row],
                    }),
                }
            }
        }
        codes
    }
}

/// A code and its rows.
#[derive(Clone, Debug)]
pub struct Code<'a> {
    pub code: String,
    pub variant: String,
    pub rows: Vec<&'a Row>,
}

impl Row {
    /// Returns the codes of the row with their variants.
    pub fn codes(&self, charset: Charset) -> Vec<(String, String)> {
        let variant = camel(&self.name);
        let Some((first, last)) = self.range(charset) else {
            return vec![(self.code.clone(), variant)];
        };
        let width = if charset == Charset::Digits {
            first.len()
        } else {
            0
        };
        let numbers = first.parse::<i128>().unwrap()..=last.parse().unwrap();
        let code = |(offset, number)| (format!("{number:0width$}"), format!("{variant}{offset}"));
        numbers.enumerate().map(code).collect()
    }

    /// Returns the first and the last code of a range; `None` for a single code.
    pub fn range(&self, charset: Charset) -> Option<(&str, &str)> {
        if !matches!(charset, Charset::Digits | Charset::Integer) {
            return None;
        }
        // The first hyphen may be a sign.
        let at = 1 + self.code.get(1..)?.find('-')?;
        Some((&self.code[..at], &self.code[at + 1..]))
    }
}

/// Returns lower-case words with spaces between them as a variant.
pub fn camel(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    };
    name.split_whitespace().map(word).collect()
}
