//! Catalogs drawn from the fuzzer's bytes: mostly sound, with slips that people make, so that what comes after
//! reading is reached too.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use arbitrary::Arbitrary;

/// A catalog with its tables.
#[derive(Debug, Arbitrary)]
pub struct Plan {
    languages: Vec<Language>,
    display: Option<Language>,
    http: Option<Http>,
    attributes: [Option<Attribute>; 3],
    lints: [Option<Level>; 8],
    glossary: Vec<[Text; 2]>,
    rules: Vec<Rule>,
    features: [bool; 3],
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
    optional: bool,
    is_undocumented: bool,
    is_success: bool,
    predicate: Option<Word>,
    doc: Text,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Kind {
    Values,
    Text,
    Integer,
    Flag,
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
    columns: [bool; 6],
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum Charset {
    Digits,
    Alphanumeric,
    Ascii,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum HttpRule {
    SameAsCode,
    OtherTable,
    Itself,
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
    has_review: bool,
    note: Text,
}

#[derive(Debug, Arbitrary)]
enum Code {
    Number(u16),
    Large(u64),
    Padded(u8),
    Range(u16, u8),
    Text(Text),
}

#[derive(Debug, Arbitrary)]
enum Name {
    /// Its own: the row's number is in it.
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
    Any(String),
}

/// What goes wrong with a file after it was written.
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
            Text::Any(text) => text,
        }
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A cell of CSV.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

const ATTRIBUTES: [&str; 3] = ["outcome", "type", "hint"];
const VALUES: [&str; 3] = ["success", "in-doubt", "2nd"];
const LINTS: [&str; 8] = [
    "glossary",
    "name",
    "punctuation",
    "review",
    "same-message",
    "script",
    "trailing-stop",
    "white-space",
];
const TABLES: [&str; 2] = ["first", "shop/second"];

impl Plan {
    /// The catalog's files.
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

    /// The languages, or English where there are none.
    fn tags(&self) -> Vec<&'static str> {
        match self.languages.as_slice() {
            [] => vec!["en"],
            languages => languages.iter().map(|language| language.tag()).collect(),
        }
    }

    fn catalog(&self) -> String {
        let list = |names: Vec<String>| names.join(", ");
        let tags = self.tags().into_iter().map(quoted).collect();
        let tables = TABLES.iter().zip(&self.tables);
        let tables = tables.filter_map(|(name, table)| table.as_ref().map(|_| quoted(name)));
        let mut toml = format!("languages = [{}]\n", list(tags));
        let _ = writeln!(toml, "tables = [{}]", list(tables.collect()));
        if let Some(display) = self.display {
            let _ = writeln!(toml, "display = {}", quoted(display.tag()));
        }
        if !self.glossary.is_empty() {
            toml.push_str("glossary = \"glossary.csv\"\n");
        }
        toml.push_str("[rust]\nout = \"generated\"\n");
        for (key, is_there) in ["serde", "http", "crate"].iter().zip(self.features) {
            if is_there {
                let _ = writeln!(toml, "{key} = \"some_{key}\"");
            }
        }
        if let Some(doc) = &self.module_doc {
            let _ = writeln!(toml, "[module]\nshop = {}", quoted(doc.text()));
        }
        if let Some(http) = &self.http {
            let _ = writeln!(toml, "[http]\noptional = {}", http.optional);
            if let Some(status) = http.undocumented {
                let _ = writeln!(toml, "undocumented = {}", 400 + u16::from(status));
            }
        }
        for (name, attribute) in ATTRIBUTES.iter().zip(&self.attributes) {
            if let Some(attribute) = attribute {
                attribute.write(name, &mut toml);
            }
        }
        toml.push_str("[lints]\n");
        for (lint, level) in LINTS.iter().zip(self.lints) {
            let level = match level {
                None => continue,
                Some(Level::Allow) => "allow",
                Some(Level::Warn) => "warn",
                Some(Level::Deny) => "deny",
            };
            let _ = writeln!(toml, "{lint} = \"{level}\"");
        }
        for rule in &self.rules {
            let key = if rule.forbids { "forbid" } else { "expect" };
            let (name, text) = (rule.key.text(), quoted(rule.text.text()));
            let level = if rule.is_warning { "warn" } else { "deny" };
            let _ = writeln!(
                toml,
                "[[rule]]\ndoc = {text}\nlevel = \"{level}\"\nwhen = {{ {name} = [{text}] }}\n\
                 {key} = {{ http = [\"2xx\", \"404\"], message = [{text}] }}"
            );
        }
        toml
    }

    fn glossary(&self) -> String {
        let tags = self.tags();
        let mut csv = format!("{},{}\n", tags[0], tags[tags.len() - 1]);
        for [first, last] in &self.glossary {
            let _ = writeln!(csv, "{},{}", cell(first.text()), cell(last.text()));
        }
        csv
    }

    fn description(&self, table: &Table) -> String {
        let module = table.module.text();
        let nested = if table.is_nested { "shop::" } else { "" };
        let charset = match table.charset {
            Charset::Digits => "digits",
            Charset::Alphanumeric => "alphanumeric",
            Charset::Ascii => "ascii",
        };
        let mut code = format!("charset = \"{charset}\"");
        if let Some(width) = table.width {
            let _ = write!(code, ", width = {width}");
        }
        if let Some(most) = table.max_range {
            let _ = write!(code, ", max_range = {most}");
        }
        let mut toml = format!(
            "module = \"{nested}{module}\"\ntype = \"ReturnCode\"\ncode = {{ {code} }}\n"
        );
        match table.http {
            None => {}
            Some(HttpRule::SameAsCode) => toml.push_str("http = { same_as = \"code\" }\n"),
            Some(HttpRule::OtherTable) => {
                toml.push_str("http = { table = \"first\", also = [202] }\n");
            }
            Some(HttpRule::Itself) => toml.push_str("http = { table = \"shop/second\" }\n"),
        }
        if let Some(title) = &table.title {
            let title = quoted(title.text());
            let _ = writeln!(toml, "title = {{ {} = {title} }}", self.tags()[0]);
            let _ = writeln!(toml, "source = {{ document = {title}, version = {title} }}");
        }
        if let Some(code) = table.repeated {
            let _ = writeln!(toml, "repeated = {{ \"{code}\" = \"it stands twice\" }}");
        }
        if !table.marks.is_empty() {
            let marks: Vec<String> = table.marks.iter().map(|mark| quoted(mark.text())).collect();
            let _ = writeln!(toml, "printed_placeholders = [{}]", marks.join(", "));
        }
        if table.has_scopes {
            toml.push_str("[scope.values]\nget = \"GET\"\npost = \"POST\"\n");
        }
        toml
    }

    fn rows(&self, table: &Table) -> String {
        let tags = self.tags();
        let [has_printed, has_code, has_retired, has_review, has_note, lacks_values] =
            table.columns;
        let mut header = vec!["code".to_owned(), "name".to_owned()];
        header.extend(tags.iter().map(|tag| (*tag).to_owned()));
        if has_printed {
            header.extend(tags.iter().map(|tag| format!("printed.{tag}")));
        }
        let attributes = ATTRIBUTES.iter().zip(&self.attributes).enumerate();
        let attributes: Vec<(usize, &str, Kind)> = attributes
            .filter_map(|(index, (name, attribute))| {
                Some((index, *name, attribute.as_ref()?.kind))
            })
            .filter(|_| !lacks_values)
            .collect();
        header.extend(attributes.iter().map(|(_, name, _)| (*name).to_owned()));
        let has_http =
            self.http.is_some() && !matches!(table.http, Some(HttpRule::SameAsCode));
        for (name, is_there) in [
            ("http", has_http),
            ("scope", table.has_scopes),
            ("printed.code", has_code),
            ("retired", has_retired),
            ("note", has_note),
            ("review", has_review),
        ] {
            header.extend(is_there.then(|| name.to_owned()));
        }
        let mut csv = header.join(",") + "\n";
        for (number, row) in table.rows.iter().enumerate() {
            let cells: Vec<String> = (header.iter())
                .map(|column| cell(&row.cell(column, number, &tags, &attributes)))
                .collect();
            csv.push_str(&cells.join(","));
            csv.push('\n');
        }
        csv
    }
}

impl Attribute {
    fn write(&self, name: &str, toml: &mut String) {
        let _ = writeln!(toml, "[attribute.{name}]\ndoc = {}", quoted(self.doc.text()));
        let _ = writeln!(toml, "optional = {}", self.optional);
        let (kind, value) = match self.kind {
            Kind::Values => ("", "\"in-doubt\""),
            Kind::Text => ("text", "\"a text\""),
            Kind::Integer => ("integer", "-9"),
            Kind::Flag => ("flag", "false"),
        };
        if !kind.is_empty() {
            let _ = writeln!(toml, "kind = \"{kind}\"");
        }
        if self.is_undocumented {
            let _ = writeln!(toml, "undocumented = {value}");
        }
        if self.is_success {
            toml.push_str("success = [\"success\"]\n");
        }
        if kind.is_empty() {
            let _ = writeln!(toml, "[attribute.{name}.values]");
            for value in VALUES.iter().take(2 + usize::from(self.is_undocumented)) {
                let _ = writeln!(toml, "{value} = {}", quoted(self.doc.text()));
            }
        }
        if let Some(word) = self.predicate {
            let _ = writeln!(
                toml,
                "[attribute.{name}.predicates]\n{} = {{ values = [\"success\"], doc = \"Whether.\" }}",
                word.text()
            );
        }
    }
}

impl Row {
    fn cell(
        &self,
        column: &str,
        number: usize,
        tags: &[&str],
        attributes: &[(usize, &str, Kind)],
    ) -> String {
        let language = |tag: &str| tags.iter().position(|own| *own == tag).map(|at| at % 3);
        if let Some(index) = language(column) {
            return self.messages[index].text().to_owned();
        }
        if let Some(index) = column.strip_prefix("printed.").and_then(language) {
            return self.printed[index].text().to_owned();
        }
        if let Some((index, _, kind)) = attributes.iter().find(|(_, name, _)| *name == column) {
            let value = self.values[*index];
            return match kind {
                Kind::Values => VALUES[usize::from(value) % 2].to_owned(),
                Kind::Text => self.note.text().to_owned(),
                Kind::Integer => (i64::from(value) - 100).to_string(),
                Kind::Flag => (value % 2 == 0).to_string(),
            };
        }
        match column {
            "code" => self.code.text(),
            "printed.code" => format!("[{}]", self.code.text()),
            "name" => match &self.name {
                Name::Own => format!("order paid at step {number} then"),
                Name::Word(word) => word.text().to_owned(),
                Name::Text(text) => text.text().to_owned(),
                Name::Empty => String::new(),
            },
            "http" => (u16::from(self.http) + 199).to_string(),
            "scope" => ["get", "post", "any"][usize::from(self.scope) % 3].to_owned(),
            "retired" => match &self.retired {
                Some(code) => format!("since V2: it is gone; use {}", code.text()),
                None => String::new(),
            },
            "review" if self.has_review => "look at it".to_owned(),
            "note" => self.note.text().to_owned(),
            _ => String::new(),
        }
    }
}

impl Code {
    fn text(&self) -> String {
        match self {
            Code::Number(number) => number.to_string(),
            Code::Large(number) => number.to_string(),
            Code::Padded(number) => format!("{number:04}"),
            Code::Range(first, count) => {
                let last = u32::from(*first) + u32::from(*count);
                format!("{first:06}-{last:06}")
            }
            Code::Text(text) => text.text().to_owned(),
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
