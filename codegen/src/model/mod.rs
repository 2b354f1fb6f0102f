//! The model: what a catalog's files say, as plain data.
//!
//! Each value is of its type here (a status is a number, an outcome one of its values) and each name has been
//! looked up. Whether the values go together is left to [`check`](crate::check).

mod attribute;
mod charset;
mod code_range;
mod http_status;
mod lints;
mod message;
mod reference;
mod retired;
mod rule;
mod table;

pub(crate) use self::attribute::{Attribute, EnumValue, Kind, Predicate, Value};
pub use self::charset::Charset;
pub(crate) use self::code_range::CodeRange;
pub(crate) use self::http_status::HttpStatus;
pub(crate) use self::lints::LintLevels;
pub use self::message::{Piece, pieces, placeholders};
pub(crate) use self::reference::{Label, Reference, Translation};
pub(crate) use self::retired::Retired;
pub(crate) use self::rule::{Condition, Criterion, Rule};
pub(crate) use self::table::{Field, HttpSource, Provenance, Repeated, Reworded, Row, Table};
use crate::source::{Cell, Span};

/// A catalog: tables, and what they share.
#[derive(Debug)]
pub struct Catalog {
    pub languages: Vec<Language>,
    /// The index of the language that `Display` speaks.
    pub display: usize,
    pub http: Option<Http>,
    pub attributes: Vec<Attribute>,
    pub modules: Vec<ModuleDoc>,
    pub glossary: Vec<Term>,
    /// Words that messages write in one way.
    pub spellings: Vec<Cell>,
    pub lints: LintLevels,
    pub rules: Vec<Rule>,
    pub tables: Vec<Table>,
    /// `false` if a table that the catalog names could not be read.
    pub all_tables_loaded: bool,
    pub rust: Rust,
    /// The folder of the JSON schemas of the TOML files; relative to the catalog.
    pub schema_out: Option<Cell>,
    pub reference: Reference,
}

/// The folder of the Rust, and what refreshes it.
#[derive(Debug)]
pub struct Rust {
    /// Relative to the catalog.
    pub out: Option<Cell>,
    pub command: String,
    /// The cargo feature that guards what needs serde.
    pub serde: Option<Cell>,
    /// The cargo feature that guards what needs the crate `http`.
    pub http: Option<Cell>,
}

/// A language of the messages.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its BCP 47 tag, as the catalog writes it: `zh-Hant`.
    pub tag: String,
    pub span: Span,
}

/// The HTTP statuses of a catalog's codes.
#[derive(Debug)]
pub struct Http {
    pub doc: String,
    pub optional: bool,
    /// The status of an undocumented code.
    pub undocumented: Option<HttpStatus>,
}

/// The docs of a module.
#[derive(Debug)]
pub struct ModuleDoc {
    /// `lianlian::accp`
    pub path: Cell,
    pub doc: String,
}

/// A row of the glossary: for each language, in the catalog's order, the translations of one term.
#[derive(Debug)]
pub struct Term {
    /// The row's first cell.
    pub head: Cell,
    pub translations: Vec<Vec<String>>,
}

impl Catalog {
    /// The tags of the languages, in the catalog's order.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.tag.as_str())
    }

    /// The attribute that tells whether a code is a success.
    pub fn success(&self) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| !attribute.success.is_empty())
    }

    /// The attribute that tells what a reply to a query establishes.
    pub fn query(&self) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| !attribute.query.is_empty())
    }

    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.text == name)
    }
}
