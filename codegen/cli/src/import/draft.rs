//! The two files of a new table.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use super::propose;
use crate::Failure;
use crate::document::{self, Columns, Row, Table};
use codegen::model::Charset;
use codegen::names;
use codegen::read::catalog::CatalogFile;

/// What a catalog says of all its tables.
pub(crate) struct Shared {
    pub(crate) languages: Vec<String>,
    /// Whether its codes have an HTTP status, and whether each must.
    http: Option<bool>,
    /// By name: whether each code must have one.
    attributes: BTreeMap<String, bool>,
}

impl Shared {
    pub(crate) fn new(catalog: &CatalogFile) -> Self {
        let attribute = |(name, options): (
            &codegen::read::Placed<String>,
            &codegen::read::catalog::AttributeOptions,
        )| { (name.get_ref().clone(), !options.optional) };
        Shared {
            languages: catalog
                .languages
                .iter()
                .map(|tag| tag.get_ref().clone())
                .collect(),
            http: catalog.http.as_ref().map(|http| !http.optional),
            attributes: catalog.attribute.iter().map(attribute).collect(),
        }
    }

    pub(crate) fn attributes(&self) -> Vec<String> {
        self.attributes.keys().cloned().collect()
    }

    /// What a column of a document may be.
    pub(crate) fn columns(&self) -> Vec<&str> {
        let plain = ["code", "scope"].into_iter();
        let languages = self.languages.iter().map(String::as_str);
        plain
            .chain(languages)
            .chain(self.attributes.keys().map(String::as_str))
            .collect()
    }

    /// What each code must have, and no document says.
    pub(crate) fn decisions(&self) -> Vec<&str> {
        let http = (self.http == Some(true)).then_some("http");
        let attributes = self.attributes.iter().filter(|(_, required)| **required);
        http.into_iter()
            .chain(attributes.map(|(name, _)| name.as_str()))
            .collect()
    }
}

/// A table that is yet to be gone through.
pub(super) struct Draft {
    pub(super) toml: String,
    pub(super) csv: String,
    pub(super) rows: usize,
    pub(super) left_out: Vec<String>,
}

impl Draft {
    pub(super) fn new(
        name: &str,
        table: &Table,
        columns: &Columns,
        shared: &Shared,
        document: &Path,
    ) -> Result<Self, Failure> {
        let rows = document::rows(table, columns, None);
        if rows.rows.is_empty() {
            return Err(Failure::new(format_args!(
                "no row of the table has a code\n  help: name the column of the codes, `--columns code=HEADER,{}=HEADER`",
                shared.languages[0]
            )));
        }
        let toml = description(name, table, &rows.rows, rows.charset, shared, document);
        let csv = csv(&rows.rows, shared);
        Ok(Draft {
            toml,
            csv,
            rows: rows.rows.len(),
            left_out: rows.left_out,
        })
    }
}

/// NAME.toml, as far as it can be told.
fn description(
    name: &str,
    table: &Table,
    rows: &[Row],
    charset: Charset,
    shared: &Shared,
    file: &Path,
) -> String {
    let mut segments: Vec<&str> = name.split('/').collect();
    let last = segments.pop().unwrap_or_default();
    let (module, type_name) = if segments.is_empty() {
        (names::snake(last), "ReturnCode".to_owned())
    } else {
        let module: Vec<String> = segments
            .iter()
            .map(|segment| names::snake(segment))
            .collect();
        (module.join("::"), names::upper_camel(last))
    };
    let title = if table.title.is_empty() {
        document::fold(&file.file_stem().unwrap_or_default().to_string_lossy())
    } else {
        table.title.clone()
    };
    let mut toml = format!(
        "module = {}\ntype = {}\nsource = {{ document = {} }}\n",
        quoted(&module),
        quoted(&type_name),
        quoted(&title)
    );
    let mut lengths = rows
        .iter()
        .map(|row| row.code.split('-').next().unwrap_or_default().len());
    let first = lengths.next().unwrap_or_default();
    let width = if charset == Charset::Digits && lengths.all(|length| length == first) {
        format!(", width = {first}")
    } else {
        String::new()
    };
    let _ = writeln!(
        toml,
        "code = {{ charset = {}{width} }}",
        quoted(charset.name())
    );
    if shared.http.is_some() && are_statuses(rows) {
        toml.push_str("http = { same_as = \"code\" }\n");
    }
    let repeated = repeated(rows);
    if !repeated.is_empty() {
        let entries = repeated.iter().map(|code| {
            format!(
                "{} = \"the document lists it more than once\"",
                quoted(code)
            )
        });
        let _ = writeln!(
            toml,
            "repeated = {{ {} }}",
            entries.collect::<Vec<_>>().join(", ")
        );
    }
    let scopes = scopes(rows);
    if !scopes.is_empty() {
        toml.push_str("\n[scope.values]\n");
        for (scope, printed) in scopes {
            let doc = quoted(&format!("The document calls it {printed}."));
            let _ = writeln!(toml, "{} = {doc}", quoted(&scope));
        }
    }
    toml
}

/// A basic string of TOML; JSON's strings are.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn are_statuses(rows: &[Row]) -> bool {
    rows.iter()
        .all(|row| row.code.len() == 3 && matches!(row.code.as_bytes()[0], b'1'..=b'5'))
}

/// The codes that stand more than once in one scope.
fn repeated(rows: &[Row]) -> Vec<&str> {
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let mut repeated = Vec::new();
    for row in rows {
        let count = counts.entry((&row.code, row.printed("scope"))).or_default();
        *count += 1;
        if *count == 2 {
            repeated.push(row.code.as_str());
        }
    }
    repeated
}

/// The scopes by their plain words, each with what the document calls it; none where it has none.
fn scopes(rows: &[Row]) -> BTreeMap<String, &str> {
    let printed = rows
        .iter()
        .map(|row| row.printed("scope"))
        .filter(|scope| !scope.is_empty());
    printed.map(|scope| (plain_scope(scope), scope)).collect()
}

fn plain_scope(printed: &str) -> String {
    if printed.is_empty()
        || ["通用", "全部", "所有", "公共", "all", "ALL", "All"].contains(&printed)
    {
        return "any".to_owned();
    }
    let plain = heck::ToKebabCase::to_kebab_case(printed);
    let is_word = plain.starts_with(|c: char| c.is_ascii_lowercase()) && plain.is_ascii();
    // What is no word in ASCII is named by hand; until then it is an error of the new table.
    if is_word { plain } else { printed.to_owned() }
}

fn csv(rows: &[Row], shared: &Shared) -> String {
    let prints = |column: &str| rows.iter().any(|row| !row.printed(column).is_empty());
    let mut header = vec!["code"];
    header.extend(prints("scope").then_some("scope"));
    header.push("name");
    header.extend(shared.languages.iter().map(String::as_str));
    header.extend(shared.http.filter(|_| !are_statuses(rows)).map(|_| "http"));
    header.extend(
        shared
            .attributes
            .iter()
            .filter(|(name, required)| **required || prints(name))
            .map(|(name, _)| name.as_str()),
    );
    let plain: Vec<&str> = header.clone();
    let printed: Vec<String> = (plain.iter().filter(|name| prints(name)))
        .map(|name| format!("printed.{name}"))
        .collect();
    header.extend(printed.iter().map(String::as_str));
    header.extend(["note", "review"]);
    let mut csv = header.join(",") + "\n";
    let (mut taken, mut seen) = (HashSet::new(), HashSet::new());
    for row in rows {
        let repeats = !seen.insert(&row.code);
        let proposal = propose::propose("imported", row, repeats, &mut taken, shared);
        let scope = plain_scope(row.printed("scope"));
        let cells = header.iter().map(|column| match *column {
            "code" => row.code.as_str(),
            "scope" => &scope,
            "name" => &proposal.name,
            "review" => &proposal.review,
            column => column
                .strip_prefix("printed.")
                .map_or("", |column| row.printed(column)),
        });
        csv.push_str(&cells.map(cell).collect::<Vec<_>>().join(","));
        csv.push('\n');
    }
    csv
}

/// A cell of CSV, in quotes where it needs them.
///
/// What a document prints is no formula, whatever it begins with. Behind a blank, a spreadsheet takes it for text; to the
/// generator, white space around a cell is no part of it.
pub(crate) fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) {
        format!("\" {}\"", text.replace('"', "\"\""))
    } else if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
