//! The model: what a catalog's files say, as plain data.
//!
//! Each value is of its type here (a status is a number, an outcome one of its values) and each name has been
//! looked up. Whether the values go together is left to [`check`](crate::check).

mod attribute;
mod catalog;
mod code;
mod columns;
mod message;
#[cfg_attr(
    not(feature = "cli"),
    allow(dead_code, reason = "the command-line tool writes the reference")
)]
mod reference;
mod retired;
mod row;
mod rule;
mod table;

use crate::diagnostic::Report;
use crate::limits;
use crate::read::CatalogFiles;
pub(crate) use crate::read::catalog::{LintLevel, LintLevels};
pub(crate) use crate::read::table::Provenance;
use crate::source::{Cell, Span};

pub(crate) use self::code::{Charset, CodeRange};
pub(crate) use self::message::{Piece, pieces, placeholders};
pub(crate) use self::reference::Reference;
#[cfg(feature = "cli")]
pub(crate) use self::reference::{Translation, Wording};
pub(crate) use self::rule::{Condition, Rule};

/// A catalog: tables, and what they share.
#[derive(Debug)]
pub(crate) struct Catalog {
    pub(crate) languages: Vec<Language>,
    /// The index of the language that `Display` speaks.
    pub(crate) display: usize,
    pub(crate) http: Option<Http>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) modules: Vec<ModuleDoc>,
    pub(crate) glossary: Vec<Term>,
    pub(crate) lints: LintLevels,
    pub(crate) rules: Vec<Rule>,
    pub(crate) tables: Vec<Table>,
    /// Whether all tables that it names are there; one that could not be read is not.
    pub(crate) is_complete: bool,
    pub(crate) rust: Rust,
    /// Where the JSON schemas of the TOML files go; relative to the catalog.
    pub(crate) schema_out: Option<Cell>,
    pub(crate) reference: Reference,
}

/// Where Rust output goes, and what refreshes it.
#[derive(Debug)]
pub(crate) struct Rust {
    /// Relative to the catalog.
    pub(crate) out: Option<Cell>,
    pub(crate) command: String,
    /// The cargo feature that guards what needs serde.
    pub(crate) serde: Option<Cell>,
    /// The cargo feature that guards what needs the crate `http`.
    pub(crate) http: Option<Cell>,
}

/// A language of the messages.
#[derive(Clone, Debug)]
pub(crate) struct Language {
    /// Its BCP 47 tag, as the catalog writes it: `zh-Hant`.
    pub(crate) tag: String,
    pub(crate) span: Span,
}

/// That the codes of a catalog have an HTTP status.
#[derive(Debug)]
pub(crate) struct Http {
    pub(crate) doc: String,
    pub(crate) optional: bool,
    /// The status of a code that nobody documented.
    pub(crate) undocumented: Option<u16>,
}

/// Something that is said of each code.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: Cell,
    pub(crate) doc: String,
    pub(crate) kind: Kind,
    pub(crate) optional: bool,
    /// The value of a code that nobody documented.
    pub(crate) undocumented: Option<Value>,
    /// The values (indices) for which `into_result()` is `Ok`; none where the attribute does not decide that.
    pub(crate) success: Vec<usize>,
    pub(crate) predicates: Vec<Predicate>,
}

/// A question to a value of a closed vocabulary.
#[derive(Debug)]
pub(crate) struct Predicate {
    pub(crate) name: Cell,
    pub(crate) doc: String,
    /// The values (indices) for which the answer is yes.
    pub(crate) values: Vec<usize>,
}

/// What an attribute's values are.
#[derive(Debug)]
pub(crate) enum Kind {
    Enum(Vec<Word>),
    Text,
    Integer,
    Flag,
}

/// A word of a closed vocabulary (an attribute's value, a scope) and what it means.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) name: Cell,
    pub(crate) doc: String,
}

/// What a module is about.
#[derive(Debug)]
pub(crate) struct ModuleDoc {
    /// `lianlian::accp`
    pub(crate) path: Cell,
    pub(crate) doc: String,
}

/// A row of the glossary: for each language, in the catalog's order, the renderings of one term.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) renderings: Vec<Vec<String>>,
}

/// A table of codes.
#[derive(Debug)]
pub(crate) struct Table {
    /// As the catalog names it: `lianlian/return-code`.
    pub(crate) name: Cell,
    /// The Rust module's path, from the outermost.
    pub(crate) module: Vec<String>,
    pub(crate) module_span: Span,
    pub(crate) type_name: Cell,
    /// What it is called, where it is called something, in the order of the languages.
    pub(crate) title: Vec<Option<String>>,
    pub(crate) provenance: Provenance,
    pub(crate) charset: Charset,
    /// How many characters each code has; any number without it.
    pub(crate) width: Option<usize>,
    /// How many codes a range may stand for.
    pub(crate) max_range: u64,
    pub(crate) http: HttpSource,
    pub(crate) scopes: Vec<Word>,
    pub(crate) repeated: Vec<Repeated>,
    /// What the document prints where a message varies, besides anything in braces.
    pub(crate) printed_placeholders: Vec<String>,
    /// The columns `printed.X`, by X, in the file's order.
    pub(crate) printed: Vec<String>,
    /// The attributes (indices) that the table has a column for.
    pub(crate) attributes: Vec<usize>,
    /// In the document's order.
    pub(crate) rows: Vec<Row>,
}

/// A code that stands more than once, on purpose.
#[derive(Debug)]
pub(crate) struct Repeated {
    pub(crate) code: Cell,
    pub(crate) why: String,
}

/// Where a table's HTTP statuses come from.
#[derive(Debug)]
pub(crate) enum HttpSource {
    /// It has none.
    Absent,
    /// A column; with the table whose codes are the statuses that it may name, and those it may name besides.
    Column { table: Option<Cell>, also: Vec<u16> },
    /// The codes are statuses themselves.
    Code,
}

/// A row of a table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) code: CodeRange,
    /// The variant's name in plain words; a row that repeats a code may leave it empty.
    pub(crate) name: Field<String>,
    /// An index into the table's scopes.
    pub(crate) scope: Option<usize>,
    pub(crate) http: Option<Field<u16>>,
    /// What users are shown, in the order of the languages; as printed, where the plain cell is empty.
    pub(crate) messages: Vec<Cell>,
    /// In the order of the table's `attributes`.
    pub(crate) attributes: Vec<Field<Value>>,
    /// What the document prints, in the order of the table's `printed`; empty where it says nothing.
    pub(crate) printed: Vec<String>,
    /// That the provider no longer sends the code.
    pub(crate) retired: Option<Retired>,
    /// Why a plain cell differs from its printed one.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "for readers only"))]
    pub(crate) note: String,
    /// What somebody must look at before the row may be used.
    pub(crate) review: Option<Cell>,
}

/// That a code is no longer sent. Its variant stays, so that old replies can still be read.
#[derive(Debug)]
pub(crate) struct Retired {
    /// The edition, or the date.
    pub(crate) since: String,
    pub(crate) why: String,
    /// The code of the same table that has taken its place.
    pub(crate) instead: Option<String>,
    pub(crate) span: Span,
}

/// A cell with a value of some type.
#[derive(Debug)]
pub(crate) struct Field<T> {
    /// `None` where the cell is empty, or where what it says is no good and has been reported.
    pub(crate) value: Option<T>,
    /// Whether the cell is empty. That there is no such column has been reported already: its cells are not.
    pub(crate) is_empty: bool,
    pub(crate) span: Span,
}

/// An attribute's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// An index into the attribute's words.
    Word(usize),
    Text(String),
    Integer(i64),
    Flag(bool),
}

impl Catalog {
    /// Makes the model of what was read. What is no good is reported and left out.
    pub(crate) fn new(files: &CatalogFiles, report: &mut Report) -> Self {
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
    pub(crate) fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.tag.as_str())
    }

    /// The attribute that tells whether a code is a success.
    pub(crate) fn success(&self) -> Option<&Attribute> {
        (self.attributes.iter()).find(|attribute| !attribute.success.is_empty())
    }

    /// The table of that name.
    pub(crate) fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.text == name)
    }
}
