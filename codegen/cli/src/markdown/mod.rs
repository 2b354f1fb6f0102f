//! `codegen export --format markdown`: the catalog as tables that are read where the repository is browsed.
//!
//! One file for each provider, that is for each module, and a `README.md` that lists them. They are checked in beside the
//! data (`[markdown] out`), and `generate` and `--check` keep them current as they do the Rust.

mod header;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::anchor::anchor;
use super::printed::{Printed, differences};
use super::shown;
use super::wording::Wording;
use codegen::escape::{markdown as cell, markdown_code as code, markdown_part};
use codegen::lower::{Catalog, Code, Module, Table};
use codegen::model::{Kind, Piece, Row, pieces};

/// The contents of each file, by its name.
pub(super) fn files(catalog: &Catalog<'_>) -> BTreeMap<String, String> {
    let writer = Writer::new(catalog);
    let mut files = BTreeMap::new();
    // No table's rows are in it: it stays as it is when one of them changes.
    let mut index = "# Return codes\n\n".to_owned();
    for (path, tables) in modules(catalog) {
        let name = format!("{}.md", path.join("."));
        let title = cell(&writer.wording.module(path));
        let _ = writeln!(index, "- [{title}]({name})");
        let text = writer.module(path, &tables);
        files.insert(name, header::with(&text, catalog, &tables));
    }
    let _ = write!(index, "\n{}", writer.legend());
    let index = header::with(&index, catalog, &[]);
    files.insert("README.md".to_owned(), index);
    files
}

/// All providers in one document.
pub(super) fn document(catalog: &Catalog<'_>) -> String {
    let writer = Writer::new(catalog);
    let parts = modules(catalog).map(|(path, tables)| writer.module(path, &tables));
    parts.collect::<Vec<_>>().join("\n")
}

/// The modules that have tables, and those.
fn modules<'a>(
    catalog: &'a Catalog<'a>,
) -> impl Iterator<Item = (&'a Vec<String>, Vec<&'a Table<'a>>)> {
    let tables = |module: &'a Module<'a>| {
        module
            .tables
            .iter()
            .map(|table| &catalog.tables[*table])
            .collect()
    };
    let modules = catalog
        .modules
        .iter()
        .filter(|(_, module)| !module.tables.is_empty());
    modules.map(move |(path, module)| (path, tables(module)))
}

struct Writer<'a> {
    catalog: &'a Catalog<'a>,
    /// The words of the language that `Display` speaks: the files are in one language, the messages in all of them.
    wording: Wording<'a>,
}

impl<'a> Writer<'a> {
    fn new(catalog: &'a Catalog<'a>) -> Self {
        let tag = &catalog.model.languages[catalog.model.display].tag;
        Writer {
            catalog,
            wording: Wording::new(catalog.model, tag),
        }
    }

    fn module(&self, path: &[String], tables: &[&Table<'a>]) -> String {
        let mut text = format!("# {}\n", cell(&self.wording.module(path)));
        for table in tables {
            self.table(&mut text, table);
        }
        let _ = write!(text, "\n## What the words mean\n\n{}", self.legend());
        text
    }

    fn table(&self, text: &mut String, table: &Table<'a>) {
        let _ = writeln!(text, "\n## {}\n", cell(&self.wording.table(table)));
        let titles = table
            .model
            .title
            .iter()
            .flatten()
            .filter(|title| **title != self.wording.table(table));
        titles.for_each(|title| {
            let _ = writeln!(text, "{}\n", cell(title));
        });
        if let Some(source) = shown::source(table) {
            let _ = writeln!(text, "Source: {}\n", cell(&source));
        }
        let _ = writeln!(
            text,
            "{} codes, `{}` in Rust\n",
            table.codes.len(),
            shown::path(self.catalog, table)
        );
        self.codes(text, table);
        self.retired(text, table);
        self.printed(text, table);
    }

    fn codes(&self, text: &mut String, table: &Table<'a>) {
        let model = self.catalog.model;
        let has_http = shown::has_http(table);
        let mut head = vec!["code".to_owned()];
        head.extend(model.tags().map(cell));
        head.extend(has_http.then(|| "HTTP".to_owned()));
        let columns = shown::attributes(self.catalog, table);
        head.extend(
            columns
                .iter()
                .map(|(_, attribute)| cell(&self.wording.attribute(attribute))),
        );
        head.push("variant".to_owned());
        row(text, &head);
        row(text, &vec!["---".to_owned(); head.len()]);
        for lowered in &table.codes {
            let mut cells = vec![format!(
                "<a id=\"{}\"></a>{}{}",
                anchor(table, lowered),
                code(&lowered.code),
                lowered.retired().map_or("", |_| " (retired)")
            )];
            cells.extend(
                (0..model.languages.len()).map(|language| message(lowered.message(language))),
            );
            cells.extend(has_http.then(|| {
                lowered
                    .http
                    .map(|http| http.to_string())
                    .unwrap_or_default()
            }));
            cells.extend(columns.iter().map(|(index, attribute)| {
                match lowered.attributes[*index] {
                    Some(value) => cell(&self.wording.value(attribute, value).0),
                    None => String::new(),
                }
            }));
            cells.push(code(&lowered.variant));
            row(text, &cells);
        }
    }

    /// The codes that are no longer sent.
    fn retired(&self, text: &mut String, table: &Table<'a>) {
        let codes = table.codes.iter();
        let retired = codes.filter_map(|code| Some((code, table.retirement(code)?)));
        for (index, (lowered, retirement)) in retired.enumerate() {
            if index == 0 {
                let _ = writeln!(text, "\n### Retired codes\n");
            }
            let link = format!("[{}](#{})", code(&lowered.code), anchor(table, lowered));
            let _ = writeln!(text, "- {link}: {}", cell(&retirement));
        }
    }

    /// Where the document prints something else, and why it is not kept.
    fn printed(&self, text: &mut String, table: &Table<'a>) {
        let mut rows: Vec<[String; 4]> = Vec::new();
        for lowered in &table.codes {
            for entry in &lowered.entries {
                rows.extend(self.printed_rows(table, lowered, entry));
            }
        }
        if rows.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n### What the document prints where it differs\n");
        row(
            text,
            &["code", "column", "printed", "why it differs"].map(str::to_owned),
        );
        row(text, &["---"; 4].map(str::to_owned));
        rows.iter().for_each(|cells| row(text, cells));
    }

    fn printed_rows(&self, table: &Table<'a>, lowered: &Code<'_>, entry: &Row) -> Vec<[String; 4]> {
        let link = format!("[{}](#{})", code(&lowered.code), anchor(table, lowered));
        let printed = differences(self.catalog, table, lowered, entry).into_iter();
        let mut rows: Vec<[String; 4]> = printed
            .filter_map(|printed| match printed {
                Printed::Differs { column, text } => {
                    Some([link.clone(), cell(column), cell(text), String::new()])
                }
                Printed::Absent { .. } => None,
            })
            .collect();
        match rows.first_mut() {
            Some(first) => first[3] = cell(&entry.note),
            None if !entry.note.is_empty() => {
                rows.push([link, String::new(), String::new(), cell(&entry.note)])
            }
            None => {}
        }
        rows
    }

    /// What the attributes and their values mean.
    fn legend(&self) -> String {
        let model = self.catalog.model;
        let mut text = String::new();
        if model.http.is_some() {
            let _ = writeln!(text, "**HTTP**: {}\n", cell(self.wording.http_doc()));
        }
        for attribute in &model.attributes {
            let name = cell(&self.wording.attribute(attribute));
            let _ = writeln!(
                text,
                "**{name}**: {}\n",
                cell(self.wording.attribute_doc(attribute))
            );
            let Kind::Enum(words) = &attribute.kind else {
                continue;
            };
            row(&mut text, &[name, "meaning".to_owned()]);
            row(&mut text, &["---"; 2].map(str::to_owned));
            for word in words {
                let cells = [
                    self.wording.word(attribute, word),
                    self.wording.word_doc(attribute, word).to_owned(),
                ];
                row(&mut text, &cells.map(|text| cell(&text)));
            }
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

fn row(text: &mut String, cells: &[String]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// A message, with its placeholders told from its text.
fn message(text: &str) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Text(text) => markdown_part(text),
        Piece::Placeholder(name) => code(&format!("{{{name}}}")),
    };
    pieces(text).unwrap_or_default().iter().map(piece).collect()
}
