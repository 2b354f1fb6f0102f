//! The model: what a catalog's files say, as plain data.
//!
//! Each value is of its type here (a status is a number, an outcome one of its values) and each name has been
//! looked up. Whether the values go together is left to [`check`](crate::check).

mod attribute;
mod catalog;
mod code;
mod columns;
mod message;
mod reference;
mod retired;
mod row;
mod rule;
mod table;

use crate::diagnostic::Report;
use crate::limits;
use crate::read::CatalogFiles;
pub use crate::read::catalog::{LintLevel, LintLevels};
pub use crate::read::table::Provenance;
use crate::source::{Cell, Span};

pub use self::code::{Charset, CodeRange};
pub use self::message::{Piece, pieces, placeholders};
pub use self::reference::Reference;
pub use self::reference::{Translation, Wording};
pub use self::rule::{Condition, Rule};

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
    /// Whether all tables that it names are there; one that could not be read is not.
    pub is_complete: bool,
    pub rust: Rust,
    /// Where the JSON schemas of the TOML files go; relative to the catalog.
    pub schema_out: Option<Cell>,
    pub reference: Reference,
}

/// Where Rust output goes, and what refreshes it.
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

/// That the codes of a catalog have an HTTP status.
#[derive(Debug)]
pub struct Http {
    pub doc: String,
    pub optional: bool,
    /// The status of a code that nobody documented.
    pub undocumented: Option<u16>,
}

/// Something that is said of each code.
#[derive(Debug)]
pub struct Attribute {
    pub name: Cell,
    pub doc: String,
    pub kind: Kind,
    pub optional: bool,
    /// The value of a code that nobody documented.
    pub undocumented: Option<Value>,
    /// The values (indices) for which `into_result()` is `Ok`; none where the attribute does not decide that.
    pub success: Vec<usize>,
    pub predicates: Vec<Predicate>,
}

/// A question to a value of a closed vocabulary.
#[derive(Debug)]
pub struct Predicate {
    pub name: Cell,
    pub doc: String,
    /// The values (indices) for which the answer is yes.
    pub values: Vec<usize>,
}

/// What an attribute's values are.
#[derive(Debug)]
pub enum Kind {
    Enum(Vec<Word>),
    Text,
    Integer,
    Flag,
}

/// A word of a closed vocabulary (an attribute's value, a scope) and what it means.
#[derive(Clone, Debug)]
pub struct Word {
    pub name: Cell,
    pub doc: String,
}

/// What a module is about.
#[derive(Debug)]
pub struct ModuleDoc {
    /// `lianlian::accp`
    pub path: Cell,
    pub doc: String,
}

/// A row of the glossary: for each language, in the catalog's order, the renderings of one term.
#[derive(Debug)]
pub struct Term {
    /// The row's first cell.
    pub head: Cell,
    pub renderings: Vec<Vec<String>>,
}

/// A table of codes.
#[derive(Debug)]
pub struct Table {
    /// As the catalog names it: `lianlian/return-code`.
    pub name: Cell,
    /// The Rust module's path, from the outermost.
    pub module: Vec<String>,
    pub module_span: Span,
    pub type_name: Cell,
    /// What it is called, where it is called something, in the order of the languages.
    pub title: Vec<Option<String>>,
    pub provenance: Provenance,
    pub charset: Charset,
    /// How many characters each code has; any number without it.
    pub width: Option<usize>,
    /// How many codes a range may stand for.
    pub max_range: u64,
    pub http: HttpSource,
    pub scopes: Vec<Word>,
    pub repeated: Vec<Repeated>,
    /// What the document prints where a message varies, besides anything in braces.
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

/// Where a table's HTTP statuses come from.
#[derive(Debug)]
pub enum HttpSource {
    /// It has none.
    Absent,
    /// A column; with the table whose codes are the statuses that it may name, and those it may name besides.
    Column { table: Option<Cell>, also: Vec<u16> },
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
    pub http: Option<Field<u16>>,
    /// What users are shown, in the order of the languages; as printed, where the plain cell is empty.
    pub messages: Vec<Cell>,
    /// In the order of the table's `attributes`.
    pub attributes: Vec<Field<Value>>,
    /// What the document prints, in the order of the table's `printed`; empty where it says nothing.
    pub printed: Vec<String>,
    /// The messages and texts that stand beside a printed one.
    pub reworded: Vec<Reworded>,
    /// That the provider no longer sends the code.
    pub retired: Option<Retired>,
    /// Why a plain cell differs from its printed one.
    pub note: String,
    /// What somebody must look at before the row may be used.
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

/// That a code is no longer sent. Its variant stays, so that old replies can still be read.
#[derive(Debug)]
pub struct Retired {
    /// The edition, or the date.
    pub since: String,
    pub why: String,
    /// The code of the same table that has taken its place.
    pub instead: Option<String>,
    pub span: Span,
}

/// A cell with a value of some type.
#[derive(Debug)]
pub struct Field<T> {
    /// `None` where the cell is empty, or where what it says is no good and has been reported.
    pub value: Option<T>,
    /// Whether the cell is empty. That there is no such column has been reported already: its cells are not.
    pub is_empty: bool,
    pub span: Span,
}

/// An attribute's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An index into the attribute's words.
    Word(usize),
    Text(String),
    Integer(i64),
    Flag(bool),
}

impl Catalog {
    /// Makes the model of what was read. What is no good is reported and left out.
    pub fn new(files: &CatalogFiles, report: &mut Report) -> Self {
        let mut catalog = catalog::build(files, report);
        // Without a language, what each table lacks is beside the point.
        let tables = if catalog.languages.is_empty() {
            &[]
        } else {
            files.tables.as_slice()
        };
        let mut codes = 0_u64;
        for table in tables {
            let Some(table) = table::build(table, &catalog, report) else {
                continue;
            };
            codes += (table.rows.iter()).map(|row| row.code.count).sum::<u64>();
            if codes > limits::ALL_CODES.most() {
                (report.error(table.name.span, limits::ALL_CODES.passed()))
                    .help("make several catalogs of it");
                catalog.tables.clear(); // To look at so many would take its time.
                break;
            }
            catalog.tables.push(table);
        }
        catalog.is_complete = catalog.tables.len() == files.catalog.tables.len();
        catalog
    }

    /// The tags of the languages, in the catalog's order.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.tag.as_str())
    }

    /// The attribute that tells whether a code is a success.
    pub fn success(&self) -> Option<&Attribute> {
        (self.attributes.iter()).find(|attribute| !attribute.success.is_empty())
    }

    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.text == name)
    }
}
