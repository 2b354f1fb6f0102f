//! Tables and their rows.

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
    /// The names in the path of the Rust module, from the outermost.
    pub module: Vec<String>,
    pub module_span: Span,
    pub type_name: Cell,
    /// For each language of the catalog, the languages with a column that supply its messages, the best first.
    pub sources: Vec<Vec<usize>>,
    /// The titles, in the order of the languages.
    pub title: Vec<Option<String>>,
    /// What users must know first, in the order of the languages.
    pub doc: Vec<Option<String>>,
    pub provenance: Provenance,
    pub charset: Charset,
    /// The number of characters in each code; `None` for any number.
    pub width: Option<usize>,
    /// The most codes in a range.
    pub max_range: u64,
    pub http: HttpSource,
    pub scopes: Vec<EnumValue>,
    pub repeated: Vec<Repeated>,
    pub cautious: Vec<CautiousCodes>,
    /// The marks of variable parts in printed texts, besides text in braces.
    pub printed_placeholders: Vec<String>,
    /// The columns `printed.X`, by X, in the file's order.
    pub printed: Vec<String>,
    /// The indices of the attributes with a column in the table.
    pub attributes: Vec<usize>,
    /// In the document's order.
    pub rows: Vec<Row>,
    /// The derived attributes whose value does not follow from the row.
    pub underived: Vec<Underived>,
    /// `false` if a column is unknown, missing or without a header: the rows then seem to lack texts that they have.
    pub is_header_valid: bool,
    pub enum_options: EnumOptions,
    /// `false` if a row was left out because its code is invalid: the table then seems to lack codes that it has.
    pub all_codes_valid: bool,
}

/// A derived attribute whose value does not follow from a row.
#[derive(Debug)]
pub struct Underived {
    /// An index into the table's rows.
    pub row: usize,
    /// An index into the catalog's attributes.
    pub attribute: usize,
    /// The values whose conditions the row meets: none, or several.
    pub values: Vec<usize>,
}

/// What the enum of a table has besides the parts that every enum has.
#[derive(Debug)]
pub struct EnumOptions {
    /// The paths of derive macros: `strum::EnumIter`.
    pub derives: Vec<String>,
    /// The Rust attributes, as rustfmt writes them: `#[must_use]`.
    pub attributes: Vec<String>,
    /// `true` if a `match` in another crate needs a `_` arm.
    pub non_exhaustive: bool,
}

/// A code that occurs more than once, on purpose.
#[derive(Debug)]
pub struct Repeated {
    pub code: Cell,
    pub why: String,
}

/// The codes with a cautious value of an attribute.
#[derive(Debug)]
pub struct CautiousCodes {
    /// An index into the catalog's attributes.
    pub attribute: usize,
    /// The name of the attribute in the table's TOML file.
    pub span: Span,
    /// The codes and ranges, as rows have them.
    pub codes: Vec<Cell>,
}

/// The origin of a table's HTTP statuses.
#[derive(Debug)]
pub enum HttpSource {
    /// The catalog has no HTTP statuses.
    Absent,
    /// A column. The statuses are the codes of another table, if one is given, or listed in `also`.
    Column {
        table: Option<Cell>,
        also: Vec<HttpStatus>,
    },
    /// The codes are HTTP statuses.
    Code,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    pub code: CodeRange,
    /// The name of the variant in plain words. A row that repeats a code may leave it empty.
    pub name: Field<String>,
    /// The names that the code had before, in plain words.
    pub renamed: Field<Vec<String>>,
    /// The index of a scope of the table.
    pub scope: Option<usize>,
    pub http: Option<Field<HttpStatus>>,
    /// The messages, in the order of the languages: the plain cell or, if it is empty, the printed one. A missing message is that of a
    /// fallback.
    pub messages: Vec<Cell>,
    /// The languages without a message of their own, in their order.
    pub missing: Vec<Missing>,
    /// In the order of the table's `attributes`.
    pub attributes: Vec<Field<Value>>,
    /// The printed texts, in the order of the table's `printed`; empty if the document prints nothing.
    pub printed: Vec<String>,
    /// The plain texts beside printed ones.
    pub reworded: Vec<Reworded>,
    /// Set if the provider no longer sends the code.
    pub retired: Option<Retired>,
    /// The reason that a plain cell differs from its printed one.
    pub note: String,
    /// The note in each language of the catalog that it is translated into; else empty.
    pub translated_notes: Vec<String>,
    /// The mark of a row that needs review.
    pub review: Option<Cell>,
}

/// A message that a row does not have.
#[derive(Debug)]
pub struct Missing {
    pub language: usize,
    /// The language that supplies it.
    pub source: usize,
    /// The empty cell; the cell of the code if the table has no column.
    pub span: Span,
}

/// A plain text beside the printed one.
#[derive(Debug)]
pub struct Reworded {
    /// The name of the plain column.
    pub column: String,
    pub plain: Cell,
    pub printed: Cell,
}

/// A cell with a value of some type.
#[derive(Debug)]
pub struct Field<T> {
    /// `None` if the cell is empty, or if its text is invalid and has been reported.
    pub value: Option<T>,
    /// `true` if the column exists and the cell is empty. A missing column is reported once, not in each row.
    pub is_empty: bool,
    pub span: Span,
}

/// `source`: the source document of a table.
#[derive(Debug)]
pub struct Provenance {
    /// The title, by language.
    pub document: Vec<Option<String>>,
    /// The publisher, by language.
    pub publisher: Vec<Option<String>>,
    /// The edition.
    pub version: Option<String>,
}

impl Provenance {
    /// Returns `true` if the table names its document.
    pub fn is_given(&self) -> bool {
        let texts = self.document.iter().chain(&self.publisher);
        texts.flatten().next().is_some() || self.version.is_some()
    }

    /// Returns the title in a language, by its index, or else in another.
    pub fn document_in(&self, language: usize) -> Option<&str> {
        in_language(&self.document, language)
    }

    /// Returns the publisher in a language, by its index, or else in another.
    pub fn publisher_in(&self, language: usize) -> Option<&str> {
        in_language(&self.publisher, language)
    }
}

fn in_language(texts: &[Option<String>], language: usize) -> Option<&str> {
    let another = || texts.iter().flatten().next();
    let text = texts[language].as_ref().or_else(another);
    text.map(String::as_str)
}

impl EnumOptions {
    /// Returns `true` if macros may generate code for the enum.
    pub(crate) fn has_macros(&self) -> bool {
        !(self.derives.is_empty() && self.attributes.is_empty())
    }
}

impl Table {
    /// Returns `true` if the table may have messages in a language, by its index.
    pub fn has_language(&self, language: usize) -> bool {
        self.sources[language].first() == Some(&language)
    }

    /// Returns `true` if each row has a message in a language, by its index.
    pub fn requires_language(&self, language: usize) -> bool {
        self.sources[language] == [language]
    }

    /// Returns the name of a row's scope; `None` if it has none.
    pub fn scope_name(&self, row: &Row) -> Option<&str> {
        row.scope.map(|index| self.scopes[index].name.text.as_str())
    }

    /// Returns the rows without a mark in `review`; none if the header is invalid. Lints are silent on other rows, which are drafts.
    pub(crate) fn reviewed_rows(&self) -> impl Iterator<Item = &Row> {
        let rows = self.rows.iter();
        rows.filter(|row| row.review.is_none() && self.is_header_valid)
    }

    /// Returns the HTTP status of a code of the row.
    pub fn http_status(&self, row: &Row, code: &str) -> Option<HttpStatus> {
        match self.http {
            HttpSource::Absent => None,
            HttpSource::Code => HttpStatus::parse(code),
            HttpSource::Column { .. } => row.http.as_ref()?.value,
        }
    }
}

impl Row {
    /// Returns the language that the message in a language is written in, by their indices.
    pub fn message_language(&self, language: usize) -> usize {
        let found = (self.missing).binary_search_by_key(&language, |missing| missing.language);
        found.map_or(language, |index| self.missing[index].source)
    }

    /// Returns `true` if the row has a message in a language, by its index.
    pub fn has_message(&self, language: usize) -> bool {
        self.message_language(language) == language
    }

    /// Returns the messages that the row has, each with the index of its language.
    pub fn own_messages(&self) -> impl Iterator<Item = (usize, &Cell)> + Clone {
        let messages = self.messages.iter().enumerate();
        messages.filter(|(language, _)| self.has_message(*language))
    }

    /// Returns the variant of a code of the row, by its offset from the first code; `None` if the row has no name.
    pub fn variant(&self, offset: u64) -> Option<String> {
        Some(self.variant_named(self.name.value.as_ref()?, offset))
    }

    /// Returns the former variants of a code of the row, by its offset from the first code.
    pub fn aliases(&self, offset: u64) -> Vec<String> {
        let names = self.renamed.value.iter().flatten();
        names.map(|name| self.variant_named(name, offset)).collect()
    }

    fn variant_named(&self, name: &str, offset: u64) -> String {
        let variant = names::upper_camel(name);
        if self.code.is_range {
            format!("{variant}{offset}")
        } else {
            variant
        }
    }
}
