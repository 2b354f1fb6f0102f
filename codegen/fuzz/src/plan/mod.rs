//! Derives catalogs from the fuzzer's bytes. They are mostly valid, with typical mistakes, so that the steps after reading are tested
//! too.

mod rows;
mod toml;

use std::collections::BTreeMap;
use std::path::PathBuf;

use arbitrary::Arbitrary;

/// A catalog with its tables.
#[derive(Debug, Arbitrary)]
pub struct Plan {
    languages: Vec<Language>,
    display: Option<Language>,
    http: Option<Http>,
    attributes: [Option<Attribute>; 3],
    derived: Option<Derived>,
    lints: [Option<Level>; 16],
    glossary: Vec<[Text; 2]>,
    spellings: Vec<Text>,
    unknown_code: Option<Text>,
    rules: Vec<Rule>,
    features: [bool; 4],
    has_errors: bool,
    module_doc: Option<Text>,
    tables: [Option<Table>; 2],
    slips: Vec<Slip>,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Language {
    Zh,
    En,
    PtBr,
    ZhHant,
    Keyword,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Level {
    Allow,
    Warn,
    Deny,
}

#[derive(Debug, Arbitrary)]
struct Http {
    optional: bool,
    undocumented: Option<u8>,
}

#[derive(Debug, Arbitrary)]
struct Attribute {
    kind: Kind,
    integer_type: Option<IntegerType>,
    optional: bool,
    is_cautious: bool,
    is_undocumented: bool,
    is_success: bool,
    predicate: Option<Word>,
    doc: Text,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Kind {
    Values,
    Text,
    Url,
    Integer,
    Flag,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum IntegerType {
    U8,
    I16,
    U64,
}

/// An attribute whose values follow from the first attribute.
#[derive(Debug, Arbitrary)]
struct Derived {
    is_complete: bool,
    is_undocumented: bool,
}

#[derive(Debug, Arbitrary)]
struct Rule {
    key: Word,
    text: Text,
    forbids: bool,
    is_warning: bool,
}

#[derive(Debug, Arbitrary)]
struct Table {
    module: Word,
    is_nested: bool,
    charset: Charset,
    width: Option<u8>,
    max_range: Option<u32>,
    http: Option<HttpRule>,
    has_scopes: bool,
    repeated: Option<u8>,
    title: Option<Text>,
    marks: Vec<Text>,
    derive: Vec<Derive>,
    attributes: Vec<RustAttribute>,
    is_non_exhaustive: Option<bool>,
    lacks_languages: Option<bool>,
    cautious: Option<Code>,
    columns: [bool; 8],
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Charset {
    Digits,
    Integer,
    Hex,
    Alphanumeric,
    Ascii,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum HttpRule {
    SameAsCode,
    OtherTable,
    Itself,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Derive {
    EnumIter,
    Default,
    Debug,
    Keyword,
}

#[derive(Debug, Arbitrary)]
enum RustAttribute {
    Deprecated,
    Derive,
    Conditional,
    Text(Text),
}

#[derive(Debug, Arbitrary)]
struct Row {
    code: Code,
    name: Name,
    messages: [Text; 3],
    printed: [Text; 3],
    values: [u8; 3],
    http: u8,
    scope: u8,
    retired: Option<Code>,
    renamed: Option<Word>,
    has_review: bool,
    note: Text,
}

#[derive(Debug, Arbitrary)]
enum Code {
    Number(u16),
    Large(u64),
    Padded(u8),
    Signed(i16),
    Hex(u32),
    Range(u16, u8),
    SignedRange(i16, u8),
    Text(Text),
}

#[derive(Debug, Arbitrary)]
enum Name {
    /// A unique name with the number of the row.
    Own,
    Word(Word),
    Text(Text),
    Empty,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Word {
    Order,
    Type,
    SelfType,
    All,
    Code,
    Snake,
    Kebab,
    Digit,
    Outcome,
    Message,
    Http,
}

#[derive(Debug, Arbitrary)]
enum Text {
    Empty,
    Plain,
    Chinese,
    OnePlaceholder,
    TwoPlaceholders,
    Repeated,
    Braces,
    PrintedBraces,
    Quotes,
    Markup,
    Term,
    Address,
    Any(String),
}

/// Damage to a file after it was written.
#[derive(Debug, Arbitrary)]
struct Slip {
    file: u8,
    at: u16,
    kind: SlipKind,
}

#[derive(Debug, Arbitrary)]
enum SlipKind {
    Delete(u8),
    Insert(Vec<u8>),
    Double(u8),
    Cut,
}

impl Language {
    fn tag(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
            Language::PtBr => "pt-BR",
            Language::ZhHant => "zh-Hant",
            Language::Keyword => "as",
        }
    }
}

impl Word {
    fn text(self) -> &'static str {
        match self {
            Word::Order => "order",
            Word::Type => "type",
            Word::SelfType => "self",
            Word::All => "ALL",
            Word::Code => "code",
            Word::Snake => "is_paid",
            Word::Kebab => "action-required",
            Word::Digit => "2fa",
            Word::Outcome => "outcome",
            Word::Message => "message",
            Word::Http => "http",
        }
    }
}

impl Text {
    fn text(&self) -> &str {
        match self {
            Text::Empty => "",
            Text::Plain => "The order is paid",
            Text::Chinese => "订单已支付",
            Text::OnePlaceholder => "参数{param}错误 order",
            Text::TwoPlaceholders => "{a} of {b}",
            Text::Repeated => "{a}, {b}, {a}",
            Text::Braces => "{{literal}} {a}}}",
            Text::PrintedBraces => "ICCID {}不属于{参数名}X",
            Text::Quotes => "say \"it\", \\n */ #[x]",
            Text::Markup => "```\n[`Self`]: <b> | 1. # */ {@x}",
            Text::Term => "data pool",
            Text::Address => "https://example.com/codes?a=1#order",
            Text::Any(text) => text,
        }
    }
}

const ATTRIBUTES: [&str; 3] = ["outcome", "type", "hint"];
const VALUES: [&str; 3] = ["success", "in-doubt", "2nd"];
const TABLES: [&str; 2] = ["first", "shop/second"];

impl Plan {
    /// Returns the files of the catalog.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = vec![
            ("catalog.toml".to_owned(), self.catalog()),
            ("glossary.csv".to_owned(), self.glossary()),
        ];
        for (name, table) in TABLES.iter().zip(&self.tables) {
            if let Some(table) = table {
                files.push((format!("{name}.toml"), self.description(table)));
                files.push((format!("{name}.csv"), self.rows(table)));
            }
        }
        let mut files: Vec<(String, Vec<u8>)> = files
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect();
        for slip in &self.slips {
            let index = usize::from(slip.file) % files.len();
            slip.make(&mut files[index].1);
        }
        files
            .into_iter()
            .map(|(name, bytes)| (name.into(), bytes))
            .collect()
    }

    /// Returns the languages, or English if there are none.
    fn tags(&self) -> Vec<&'static str> {
        match self.languages.as_slice() {
            [] => vec!["en"],
            languages => languages.iter().map(|language| language.tag()).collect(),
        }
    }
}

impl Slip {
    fn make(&self, bytes: &mut Vec<u8>) {
        let at = usize::from(self.at) % (bytes.len() + 1);
        let end = |length: &u8| (at + usize::from(*length)).min(bytes.len());
        match &self.kind {
            SlipKind::Delete(length) => {
                let end = end(length);
                bytes.drain(at..end);
            }
            SlipKind::Insert(inserted) => {
                bytes.splice(at..at, inserted.iter().copied());
            }
            SlipKind::Double(length) => {
                let end = end(length);
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            SlipKind::Cut => bytes.truncate(at),
        }
    }
}
