//! The TOML files of a plan, and its glossary.

use std::fmt::Write as _;

use super::rows::cell;
use super::{
    ATTRIBUTES, Attribute, Charset, Derive, Derived, HttpRule, IntegerType, Kind, Level, Plan,
    RustAttribute, TABLES, Table, VALUES,
};

const LINTS: [&str; 16] = [
    "capital",
    "damaged",
    "glossary",
    "name",
    "name-style",
    "note",
    "punctuation",
    "redundant",
    "review",
    "same-message",
    "script",
    "spacing",
    "spelling",
    "trailing-stop",
    "untranslated",
    "white-space",
];

impl Plan {
    pub(super) fn catalog(&self) -> String {
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
        if !self.spellings.is_empty() {
            let words = self.spellings.iter().map(|word| quoted(word.text()));
            let _ = writeln!(toml, "spellings = [{}]", list(words.collect()));
        }
        toml.push_str("[rust]\nout = \"generated\"\n");
        let _ = writeln!(toml, "errors = {}", self.has_errors);
        for (key, is_there) in ["serde", "http", "sqlx", "crate"].iter().zip(self.features) {
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
        if let Some(text) = &self.unknown_code {
            let (tag, text) = (self.tags()[0], quoted(text.text()));
            let _ = writeln!(toml, "[unknown_code]\n{tag} = {text}");
        }
        for (name, attribute) in ATTRIBUTES.iter().zip(&self.attributes) {
            if let Some(attribute) = attribute {
                attribute.write(name, &mut toml);
            }
        }
        if let Some(derived) = &self.derived {
            derived.write(&mut toml);
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

    pub(super) fn glossary(&self) -> String {
        let tags = self.tags();
        let mut csv = format!("{},{}\n", tags[0], tags[tags.len() - 1]);
        for [first, last] in &self.glossary {
            let _ = writeln!(csv, "{},{}", cell(first.text()), cell(last.text()));
        }
        csv
    }

    pub(super) fn description(&self, table: &Table) -> String {
        let module = table.module.text();
        let nested = if table.is_nested { "shop::" } else { "" };
        let charset = match table.charset {
            Charset::Digits => "digits",
            Charset::Integer => "integer",
            Charset::Hex => "hex",
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
        let mut toml =
            format!("module = \"{nested}{module}\"\ntype = \"ReturnCode\"\ncode = {{ {code} }}\n");
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
            let _ = writeln!(toml, "repeated = {{ \"{code}\" = \"it occurs twice\" }}");
        }
        if !table.marks.is_empty() {
            let marks: Vec<String> = table.marks.iter().map(|mark| quoted(mark.text())).collect();
            let _ = writeln!(toml, "printed_placeholders = [{}]", marks.join(", "));
        }
        if !table.derive.is_empty() {
            let macros = table.derive.iter().map(|derive| quoted(derive.path()));
            let macros: Vec<String> = macros.collect();
            let _ = writeln!(toml, "derive = [{}]", macros.join(", "));
        }
        if !table.attributes.is_empty() {
            let attributes = table.attributes.iter().map(|own| quoted(own.text()));
            let attributes: Vec<String> = attributes.collect();
            let _ = writeln!(toml, "attributes = [{}]", attributes.join(", "));
        }
        if let Some(value) = table.is_non_exhaustive {
            let _ = writeln!(toml, "non_exhaustive = {value}");
        }
        if let Some(falls_back) = table.lacks_languages {
            let _ = writeln!(toml, "languages = [{}]", self.few_languages(falls_back));
        }
        if let Some(code) = &table.cautious {
            let code = quoted(&code.text());
            let _ = writeln!(toml, "[cautious]\n{} = [{code}]", ATTRIBUTES[0]);
        }
        if table.has_scopes {
            toml.push_str("[scope.values]\nget = \"GET\"\npost = \"POST\"\n");
        }
        toml
    }

    /// The first language, and the last one if it falls back to the first.
    fn few_languages(&self, falls_back: bool) -> String {
        let tags = self.tags();
        let (first, last) = (quoted(tags[0]), quoted(tags[tags.len() - 1]));
        if falls_back {
            format!("{first}, {{ tag = {last}, fallback = {first} }}")
        } else {
            first
        }
    }
}

impl Derive {
    fn path(self) -> &'static str {
        match self {
            Derive::EnumIter => "strum::EnumIter",
            Derive::Default => "Default",
            Derive::Debug => "Debug",
            Derive::Keyword => "crate::fn",
        }
    }
}

impl RustAttribute {
    fn text(&self) -> &str {
        match self {
            RustAttribute::Deprecated => "#[deprecated]",
            RustAttribute::Derive => "#[derive(Debug, Own)]",
            RustAttribute::Conditional => "#[cfg_attr(feature = \"own\", derive(Own))]",
            RustAttribute::Text(text) => text.text(),
        }
    }
}

impl Derived {
    fn write(&self, toml: &mut String) {
        toml.push_str("[attribute.next]\ndoc = \"What to do.\"\n");
        if self.is_undocumented {
            toml.push_str("undocumented = \"query\"\n");
        }
        let (name, values) = (ATTRIBUTES[0], &VALUES[1..]);
        let in_doubt = &values[..if self.is_complete { 2 } else { 1 }];
        let in_doubt: Vec<String> = in_doubt.iter().map(|value| quoted(value)).collect();
        let _ = writeln!(
            toml,
            "[attribute.next.values]\nproceed = \"Read it.\"\nquery = \"Query it.\"\n\
             [attribute.next.from]\nproceed = {{ {name} = [{}] }}\nquery = {{ {name} = [{}] }}",
            quoted(VALUES[0]),
            in_doubt.join(", ")
        );
    }
}

impl Attribute {
    fn write(&self, name: &str, toml: &mut String) {
        let _ = writeln!(
            toml,
            "[attribute.{name}]\ndoc = {}",
            quoted(self.doc.text())
        );
        let _ = writeln!(toml, "optional = {}", self.optional);
        let (kind, value) = match self.kind {
            Kind::Values => ("", "\"in-doubt\""),
            Kind::Text => ("text", "\"a text\""),
            Kind::Url => ("url", "\"https://example.com/\""),
            Kind::Integer => ("integer", "-9"),
            Kind::Flag => ("flag", "false"),
        };
        if !kind.is_empty() {
            let _ = writeln!(toml, "kind = \"{kind}\"");
        }
        if let Some(integer_type) = self.integer_type {
            let integer_type = match integer_type {
                IntegerType::U8 => "u8",
                IntegerType::I16 => "i16",
                IntegerType::U64 => "u64",
            };
            let _ = writeln!(toml, "type = \"{integer_type}\"");
        }
        if self.is_undocumented {
            let _ = writeln!(toml, "undocumented = {value}");
        }
        if self.is_cautious {
            toml.push_str("cautious = [\"in-doubt\"]\n");
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
