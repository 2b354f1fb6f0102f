//! `codegen export --format markdown`: the catalog as Markdown tables, to read in the repository.
//!
//! There is one file for each provider, which is a module, and a `README.md` that lists them. They are checked in next to the data
//! (`[markdown] out`), and `generate` and `--check` treat them like the Rust files.

mod header;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::plural::counted;
use crate::reference::anchor::anchor;
use crate::reference::discrepancies::{Discrepancy, discrepancies};
use crate::reference::labels::Labels;
use crate::reference::table_info;
use codegen::Catalog;
use codegen::catalog::{Attribute, Code, Row, Table};
use codegen::message::{Piece, pieces};
use codegen::text::{markdown as cell, markdown_code as code, markdown_part};

/// Returns the contents of each file by its name.
pub(crate) fn files(catalog: &Catalog) -> BTreeMap<String, String> {
    let writer = Writer::new(catalog);
    let mut files = BTreeMap::new();
    // The index has no rows of tables, so that it does not change with them.
    let mut index = "# Return codes\n\n".to_owned();
    for module in catalog.modules() {
        let name = format!("{}.md", module.file_stem());
        let title = cell(&writer.labels.module(&module.path()));
        let _ = writeln!(index, "- [{title}]({name})");
        let tables: Vec<Table> = module.tables().collect();
        let text = writer.module(&module.path(), &tables, Some(&writer.legend()));
        files.insert(name, header::with(text, catalog, &tables));
    }
    let _ = write!(index, "\n{}", writer.legend());
    let index = header::with(index, catalog, &[]);
    files.insert("README.md".to_owned(), index);
    files
}

/// Returns all providers in one document.
pub(crate) fn document(catalog: &Catalog) -> String {
    let writer = Writer::new(catalog);
    let parts = catalog.modules().map(|module| {
        let tables: Vec<Table> = module.tables().collect();
        writer.module(&module.path(), &tables, None)
    });
    let parts: Vec<String> = parts.collect();
    format!("{}\n{}", writer.legend(), parts.join("\n"))
}

struct Writer<'a> {
    catalog: &'a Catalog,
    /// The labels in the language of `Display`. The files are in this language, only the messages are in all languages.
    labels: Labels<'a>,
}

impl<'a> Writer<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        Writer {
            catalog,
            labels: Labels::new(catalog, catalog.display_language()),
        }
    }

    fn module(&self, path: &str, tables: &[Table<'a>], legend: Option<&str>) -> String {
        let mut text = format!("# {}\n", cell(&self.labels.module(path)));
        if let Some(legend) = legend {
            let _ = write!(text, "\n{legend}");
        }
        for table in tables {
            self.table(&mut text, *table);
        }
        text
    }

    fn table(&self, text: &mut String, table: Table<'a>) {
        let label = self.labels.table(table);
        let _ = writeln!(text, "\n## {}\n", cell(&label));
        if let Some(doc) = self.labels.table_doc(table) {
            let _ = writeln!(text, "{}\n", cell(doc));
        }
        let languages = self.catalog.languages();
        let titles = languages.filter_map(|language| table.title(language));
        titles.filter(|title| *title != label).for_each(|title| {
            let _ = writeln!(text, "{}\n", cell(title));
        });
        if let Some(source) = table_info::source(table) {
            let _ = writeln!(text, "Source: {}\n", cell(&source));
        }
        let count = counted(table.codes().len(), "code");
        let path = table_info::path(self.catalog, table);
        let _ = writeln!(text, "{count} · Rust: `{path}`\n");
        self.codes(text, table);
        self.retired(text, table);
        self.printed(text, table);
    }

    fn codes(&self, text: &mut String, table: Table<'a>) {
        let has_http = table_info::has_http(table);
        let mut head = vec!["Code".to_owned()];
        head.extend(table.languages().map(language_name));
        head.extend(has_http.then(|| format!("[HTTP](#{HTTP_ANCHOR})")));
        let columns = table_info::attributes(self.catalog, table);
        head.extend(columns.iter().map(|column| {
            let label = cell(&self.labels.attribute(*column));
            format!("[{label}](#{})", legend_anchor(*column))
        }));
        head.push("Rust variant".to_owned());
        row(text, &head);
        row(text, &vec!["---".to_owned(); head.len()]);
        for each in table.codes() {
            let mut cells = vec![format!(
                "<a id=\"{}\"></a>{}{}",
                anchor(each),
                code(each.code()),
                each.retired().map_or("", |_| " (retired)")
            )];
            cells.extend(table.languages().map(|language| {
                let mut messages = each.first_row().messages();
                let own = messages.find(|(tag, _)| *tag == language);
                own.map_or(String::new(), |(_, own)| message(own))
            }));
            let status = || each.http_status().map(|status| status.to_string());
            cells.extend(has_http.then(|| status().unwrap_or_default()));
            cells.extend(columns.iter().map(|column| {
                let value = each.value(column.name());
                value.map_or(String::new(), |value| {
                    cell(&self.labels.value(*column, value))
                })
            }));
            cells.push(code(each.variant()));
            row(text, &cells);
        }
    }

    /// Writes the codes that are no longer sent.
    fn retired(&self, text: &mut String, table: Table<'a>) {
        let retired = table
            .codes()
            .filter_map(|code| Some((code, code.retirement()?)));
        for (index, (each, retirement)) in retired.enumerate() {
            if index == 0 {
                let _ = writeln!(text, "\n### Retired codes\n");
            }
            let _ = writeln!(text, "- {}: {}", link(each), cell(&retirement));
        }
    }

    /// Writes the printed texts that differ from the catalog, and the notes.
    fn printed(&self, text: &mut String, table: Table<'a>) {
        let rows: Vec<[String; 4]> = (table.codes())
            .flat_map(|code| code.rows().map(move |row| (code, row)))
            .flat_map(|(code, row)| self.printed_rows(code, row))
            .collect();
        if rows.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n### Original text, where it differs\n");
        row(
            text,
            &["Code", "Column", "Original", "Note"].map(str::to_owned),
        );
        row(text, &["---"; 4].map(str::to_owned));
        rows.iter().for_each(|cells| row(text, cells));
    }

    fn printed_rows(&self, code: Code<'a>, row: Row<'a>) -> Vec<[String; 4]> {
        let printed = discrepancies(self.catalog, code, row).into_iter();
        let printed: Vec<(&str, &str)> = printed
            .filter_map(|printed| match printed {
                Discrepancy::Differs { column, text } => Some((column, text)),
                Discrepancy::Absent { .. } => None,
            })
            .collect();
        // The note of a row is usually about a message.
        let is_language = |column: &str| self.catalog.languages().any(|tag| tag == column);
        let noted = printed.iter().position(|(column, _)| is_language(column));
        let mut rows: Vec<[String; 4]> = printed
            .iter()
            .map(|(column, text)| [link(code), self.column(column), cell(text), String::new()])
            .collect();
        match rows.get_mut(noted.unwrap_or_default()) {
            Some(noted) => noted[3] = cell(row.note()),
            None if !row.note().is_empty() => {
                rows.push([link(code), String::new(), String::new(), cell(row.note())])
            }
            None => {}
        }
        rows
    }

    /// Returns the name of a column.
    fn column(&self, name: &str) -> String {
        match name {
            "code" => "Code".to_owned(),
            "scope" => "Scope".to_owned(),
            "http" => "HTTP".to_owned(),
            _ => match self.catalog.attribute(name) {
                Some(attribute) => cell(&self.labels.attribute(attribute)),
                None => language_name(name),
            },
        }
    }

    /// Returns the descriptions of the attributes and their values.
    fn legend(&self) -> String {
        let mut text = "## Legend\n\n".to_owned();
        if self.catalog.http().is_some() {
            let doc = cell(self.labels.http_doc());
            let _ = writeln!(text, "<a id=\"{HTTP_ANCHOR}\"></a>**HTTP**: {doc}\n");
        }
        for attribute in self.catalog.attributes() {
            let name = cell(&self.labels.attribute(attribute));
            let doc = cell(self.labels.attribute_doc(attribute));
            let anchor = legend_anchor(attribute);
            let _ = writeln!(text, "<a id=\"{anchor}\"></a>**{name}**: {doc}\n");
            if attribute.values().len() == 0 {
                continue;
            }
            row(&mut text, &[name, "Meaning".to_owned()]);
            row(&mut text, &["---"; 2].map(str::to_owned));
            for value in attribute.values() {
                let cells = [
                    self.labels.enum_value(attribute, value),
                    self.labels.enum_value_doc(attribute, value).to_owned(),
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

/// The anchor of the HTTP status in the legend. Anchors of codes have a `-`, so that both are different.
const HTTP_ANCHOR: &str = "legend.http";

/// Returns the anchor of an attribute in the legend.
fn legend_anchor(attribute: Attribute<'_>) -> String {
    format!("legend.{}", attribute.name())
}

/// Returns the English name of a common language, or the tag.
fn language_name(tag: &str) -> String {
    match tag {
        "en" => "English".to_owned(),
        "zh" => "Chinese".to_owned(),
        tag => cell(tag),
    }
}

/// Returns a link to a code in the same file.
fn link(each: Code<'_>) -> String {
    format!("[{}](#{})", code(each.code()), anchor(each))
}

fn row(text: &mut String, cells: &[String]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Returns a message with its placeholders as code.
fn message(text: &str) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Text(text) => markdown_part(text),
        Piece::Placeholder(name) => code(&format!("{{{name}}}")),
    };
    pieces(text).unwrap_or_default().iter().map(piece).collect()
}
