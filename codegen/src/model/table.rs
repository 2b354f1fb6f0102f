//! Tables and their rows.

use serde::Deserialize;

use super::attribute::{EnumValue, Value};
use super::charset::Charset;
use super::code_range::CodeRange;
use super::http_status::HttpStatus;
use super::retired::Retired;
use crate::names;
use crate::source::{Cell, Span};

/// A table of codes.
#[derive(Debug)]
pub struct Table {
    /// As the catalog names it: `lianlian/return-code`.
    pub name: Cell,
    /// The Rust module's path, from the outermost.
    pub module: Vec<String>,
    pub module_span: Span,
    pub type_name: Cell,
    /// The titles, in the order of the languages.
    pub title: Vec<Option<String>>,
    pub provenance: Provenance,
    pub charset: Charset,
    /// The number of characters of each code; any number without it.
    pub width: Option<usize>,
    /// The number of codes that a range may stand for.
    pub max_range: u64,
    pub http: HttpSource,
    pub scopes: Vec<EnumValue>,
    pub repeated: Vec<Repeated>,
    /// The marks that the document prints where a message varies, besides anything in braces.
    pub printed_placeholders: Vec<String>,
    /// The columns `printed.X`, by X, in the file's order.
    pub printed: Vec<String>,
    /// The attributes (indices) that the table has a column for.
    pub attributes: Vec<usize>,
    /// In the document's order.
    pub rows: Vec<Row>,
}

/// A code that stands more than once, on purpose.
#[derive(Debug)]
pub struct Repeated {
    pub code: Cell,
    pub why: String,
}

/// The origin of a table's HTTP statuses.
#[derive(Debug)]
pub enum HttpSource {
    /// It has none.
    Absent,
    /// A column; with the table whose codes are the statuses that it may name, and those it may name besides.
    Column {
        table: Option<Cell>,
        also: Vec<HttpStatus>,
    },
    /// The codes are statuses themselves.
    Code,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    pub code: CodeRange,
    /// The variant's name in plain words; a row that repeats a code may leave it empty.
    pub name: Field<String>,
    /// An index into the table's scopes.
    pub scope: Option<usize>,
    pub http: Option<Field<HttpStatus>>,
    /// The messages, in the order of the languages; as printed, where the plain cell is empty.
    pub messages: Vec<Cell>,
    /// In the order of the table's `attributes`.
    pub attributes: Vec<Field<Value>>,
    /// The printed texts, in the order of the table's `printed`; empty where the document says nothing.
    pub printed: Vec<String>,
    /// The messages and texts that are beside a printed one.
    pub reworded: Vec<Reworded>,
    /// Set where the provider no longer sends the code.
    pub retired: Option<Retired>,
    /// The reason that a plain cell differs from its printed one.
    pub note: String,
    /// The mark of a row that somebody must look at before it may be used.
    pub review: Option<Cell>,
}

/// A plain text beside the printed one.
#[derive(Debug)]
pub struct Reworded {
    /// The plain column's name.
    pub column: String,
    pub plain: Cell,
    pub printed: Cell,
}

/// A cell with a value of some type.
#[derive(Debug)]
pub struct Field<T> {
    /// `None` where the cell is empty, or where what it says is no good and has been reported.
    pub value: Option<T>,
    /// `true` if the cell is empty. That there is no such column has been reported already: its cells are not.
    pub is_empty: bool,
    pub span: Span,
}

/// `source`: the document that a table was taken from.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Its title.
    pub document: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Its edition.
    pub version: Option<String>,
}

impl Table {
    /// The name of a row's scope; `None` where the row has none.
    pub fn scope_name(&self, row: &Row) -> Option<&str> {
        row.scope.map(|index| self.scopes[index].name.text.as_str())
    }

    /// The rows that are not marked in `review`: lints are silent on the others, which are not finished.
    pub(crate) fn reviewed_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.review.is_none())
    }

    /// The HTTP status of a row's code. A row with a range has several codes.
    pub fn http_status(&self, row: &Row, code: &str) -> Option<HttpStatus> {
        match self.http {
            HttpSource::Absent => None,
            HttpSource::Code => HttpStatus::parse(code),
            HttpSource::Column { .. } => row.http.as_ref()?.value,
        }
    }
}

impl Row {
    /// The variant of one of the row's codes, by its offset from the first; `None` where the row has no name.
    pub fn variant(&self, offset: u64) -> Option<String> {
        let variant = names::upper_camel(self.name.value.as_ref()?);
        Some(if self.code.is_range {
            format!("{variant}{offset}")
        } else {
            variant
        })
    }
}
