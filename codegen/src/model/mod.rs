//! The model: the contents of a catalog's files as plain data.
//!
//! Each value has its type (a status is a number, an outcome is one of its values), and each name is resolved.
//! [`check`](crate::check) reports values that do not fit each other.

mod attribute;
mod charset;
mod code_range;
mod damage;
mod http_status;
mod integer_type;
mod lints;
mod message;
mod reference;
mod retired;
mod rule;
mod table;
mod url;

pub(crate) use self::attribute::{Attribute, EnumValue, Kind, Listed, Predicate, Value};
pub use self::charset::Charset;
pub(crate) use self::code_range::CodeRange;
pub(crate) use self::damage::{is_damaged, is_lost, spreadsheet_error};
pub(crate) use self::http_status::HttpStatus;
pub(crate) use self::integer_type::IntegerType;
pub(crate) use self::lints::LintLevels;
pub use self::message::{Piece, pieces, placeholders};
pub(crate) use self::reference::{Label, Reference, Translation};
pub(crate) use self::retired::Retired;
pub(crate) use self::rule::{Condition, Criterion, Facts, Rule};
pub(crate) use self::table::{
    CautiousCodes, EnumOptions, Field, HttpSource, Missing, Provenance, Repeated, Reworded, Row,
    Table, Underived,
};
pub(crate) use self::url::mistake as url_mistake;
use crate::source::{Cell, Span};

/// A catalog: tables, and what they share.
#[derive(Debug)]
pub struct Catalog {
    /// The name of the catalog's file, sanitized.
    pub file_name: String,
    pub languages: Vec<Language>,
    /// The languages that serve other tags, in the order of the tags.
    pub fallbacks: Vec<Fallback>,
    /// The index of the language of `Display`.
    pub display: usize,
    pub http: Option<Http>,
    /// The text of unknown codes in each language.
    pub unknown_code: Vec<String>,
    pub attributes: Vec<Attribute>,
    pub modules: Vec<ModuleDoc>,
    pub glossary: Vec<Term>,
    /// Words with a fixed spelling.
    pub spellings: Vec<Cell>,
    pub lints: LintLevels,
    pub rules: Vec<Rule>,
    pub tables: Vec<Table>,
    /// `false` if a table of the catalog could not be read.
    pub all_tables_loaded: bool,
    pub rust: Rust,
    /// The directory of the JSON schemas of the TOML files, relative to the catalog.
    pub schema_out: Option<Cell>,
    pub reference: Reference,
}

/// The output of Rust code: the `[rust]` section.
#[derive(Debug)]
pub struct Rust {
    /// The directory, relative to the catalog.
    pub out: Option<Cell>,
    pub command: String,
    /// The cargo feature that enables the code for serde.
    pub serde: Option<Cell>,
    /// The cargo feature that enables the code for the crate `http`.
    pub http: Option<Cell>,
    /// The cargo feature that enables the code for sqlx.
    pub sqlx: Option<Cell>,
    /// `true` if the enums have constructors of errors.
    pub errors: bool,
}

/// A language of the messages.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its BCP 47 tag, as the catalog writes it: `zh-Hant`.
    pub tag: String,
    pub span: Span,
    /// The language of the messages that are missing in this one, by its index. `None` if none may be missing.
    pub fallback: Option<usize>,
}

impl Language {
    /// Returns the language without script and region: `zh` of `zh-Hant`.
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }
}

/// The language that serves a tag which no language has.
#[derive(Debug)]
pub struct Fallback {
    pub tag: String,
    /// An index into the languages.
    pub language: usize,
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
    /// The first cell of the row.
    pub head: Cell,
    pub translations: Vec<Vec<String>>,
}

impl Catalog {
    /// Returns the tags of the languages, in the catalog's order.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.tag.as_str())
    }

    /// Returns the attribute that decides whether a code is a success.
    pub fn success(&self) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| !attribute.success.values.is_empty())
    }

    /// Returns `true` if `into_result()` is `Ok` for the codes of a row.
    pub fn is_success(&self, table: &Table, row: &Row) -> bool {
        let mut values = table.attributes.iter().zip(&row.attributes);
        values.any(|(index, field)| {
            let success = &self.attributes[*index].success.values;
            matches!(&field.value, Some(Value::Enum(value)) if success.contains(value))
        })
    }

    /// Returns the attribute with `query`.
    pub fn query(&self) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| !attribute.query.values.is_empty())
    }

    /// Returns a table by name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.text == name)
    }
}
