//! A catalog as plain data: what is known of it without reading its files.

#![allow(missing_docs)] // The names of the fields say it.

/// A catalog of any number of tables.
#[derive(Clone, Debug)]
pub struct Catalog {
    pub languages: Vec<String>,
    /// The index of the language of `Display`.
    pub display: usize,
    pub http: Option<Http>,
    pub attributes: Vec<Attribute>,
    /// Whether there is code for serde and for the crate http.
    pub features: bool,
    pub tables: Vec<Table>,
}

/// That its codes have a status.
#[derive(Clone, Debug)]
pub struct Http {
    pub doc: String,
    pub optional: bool,
    pub undocumented: Option<u16>,
}

/// Something that is said of each code.
#[derive(Clone, Debug)]
pub struct Attribute {
    pub name: String,
    pub doc: String,
    pub kind: Kind,
    pub optional: bool,
    /// As a cell writes it.
    pub undocumented: Option<String>,
    /// Whether its first value is a success, and the only one; never of an optional one.
    pub decides: bool,
    /// A predicate that holds for the first value, by its name.
    pub predicate: Option<String>,
}

/// What an attribute's values are.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Each value, and what it means.
    Words(Vec<(String, String)>),
    Text,
    Integer,
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
    /// Each scope, and what it means.
    pub scopes: Vec<(String, String)>,
    /// Whether it has columns of what the document prints: of the codes and of the messages.
    pub is_printed: bool,
    /// What the document prints where a message varies.
    pub marks: Vec<String>,
    /// The codes that stand twice on purpose.
    pub repeated: Vec<String>,
    pub rows: Vec<Row>,
}

/// What codes are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    Digits,
    Alphanumeric,
    Ascii,
}

/// A row, cell by cell.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// A code, or a range of them.
    pub code: String,
    pub name: String,
    pub scope: String,
    pub http: String,
    /// In the order of the attributes.
    pub attributes: Vec<String>,
    /// In the order of the languages.
    pub messages: Vec<String>,
    /// What the document prints: the code, then the messages in the order of the languages.
    pub printed: Vec<String>,
    pub retired: String,
    pub note: String,
}

impl Charset {
    pub fn name(self) -> &'static str {
        match self {
            Charset::Digits => "digits",
            Charset::Alphanumeric => "alphanumeric",
            Charset::Ascii => "ascii",
        }
    }

    /// The characters that its codes have.
    pub fn characters(self) -> Vec<u8> {
        let all = b'!'..=b'~';
        all.filter(|c| match self {
            Charset::Digits => c.is_ascii_digit(),
            Charset::Alphanumeric => c.is_ascii_alphanumeric(),
            Charset::Ascii => true,
        })
        .collect()
    }
}

impl Table {
    /// The enum's path.
    pub fn path(&self) -> String {
        format!("{}::{}", self.module, self.type_name)
    }

    /// The rows of each code, ranges taken apart, each code with the variant that it is; in the order of the rows.
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

/// A code, and the rows that have it.
#[derive(Clone, Debug)]
pub struct Code<'a> {
    pub code: String,
    pub variant: String,
    pub rows: Vec<&'a Row>,
}

impl Row {
    /// The codes that it stands for, with their variants.
    pub fn codes(&self, charset: Charset) -> Vec<(String, String)> {
        let variant = camel(&self.name);
        let range = self
            .code
            .split_once('-')
            .filter(|_| charset == Charset::Digits);
        let Some((first, last)) = range else {
            return vec![(self.code.clone(), variant)];
        };
        let width = first.len();
        let numbers = first.parse::<u64>().unwrap()..=last.parse().unwrap();
        let code = |(offset, number)| (format!("{number:0width$}"), format!("{variant}{offset}"));
        numbers.enumerate().map(code).collect()
    }
}

/// Words in lower case with spaces between them, as a variant.
pub fn camel(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    };
    name.split_whitespace().map(word).collect()
}
