//! `codegen export --format markdown`: the catalog as Markdown tables, to read in the repository.
//!
//! There is one file for each provider, which is a module, and a `README.md` that lists them. They are checked in next to the data
//! (`[markdown] out`), and `generate` and `--check` treat them like the Rust files. Each file begins with its contents and the legend.

mod header;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::plural::counted;
use crate::reference::anchor::anchor;
use crate::reference::discrepancies::{Discrepancy, discrepancies};
use crate::reference::labels::Labels;
use crate::reference::table_info;
use codegen::Catalog;
use codegen::catalog::{Attribute, Code, Kind, Row, Table};
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
        for table in &tables {
            let _ = writeln!(index, "  - {}", writer.link_to_table(*table, &name));
        }
        let mut text = format!("# {title}\n\n{LINK_TO_LEGEND}");
        for table in &tables {
            let _ = writeln!(text, "- {}", writer.link_to_table(*table, ""));
        }
        let _ = write!(text, "\n{}", writer.legend());
        for table in &tables {
            writer.table(&mut text, *table);
        }
        files.insert(name, header::with(text, catalog, &tables));
    }
    let _ = write!(index, "{LINK_TO_LEGEND}\n{}", writer.legend());
    let index = header::with(index, catalog, &[]);
    files.insert("README.md".to_owned(), index);
    files
}

/// Returns all providers in one document.
pub(crate) fn document(catalog: &Catalog) -> String {
    let writer = Writer::new(catalog);
    let (mut contents, mut parts) = (LINK_TO_LEGEND.to_owned(), String::new());
    for module in catalog.modules() {
        let title = cell(&writer.labels.module(&module.path()));
        let _ = writeln!(contents, "- {title}");
        let _ = write!(parts, "\n# {title}\n");
        for table in module.tables() {
            let _ = writeln!(contents, "  - {}", writer.link_to_table(table, ""));
            writer.table(&mut parts, table);
        }
    }
    format!("{contents}\n{}{parts}", writer.legend())
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

    /// Returns a link to a table in a file; in the same file if its name is empty.
    fn link_to_table(&self, table: Table<'a>, file: &str) -> String {
        let label = cell(&self.labels.table(table));
        format!("[{label}]({file}#{})", table_anchor(table))
    }

    fn table(&self, text: &mut String, table: Table<'a>) {
        let label = self.labels.table(table);
        let anchor = table_anchor(table);
        let _ = writeln!(text, "\n## <a id=\"{anchor}\"></a>{}\n", cell(&label));
        if let Some(doc) = self.labels.table_doc(table) {
            let _ = writeln!(text, "{}\n", cell(doc));
        }
        let languages = self.catalog.languages();
        let titles = languages.filter_map(|language| table.title(language));
        titles.filter(|title| *title != label).for_each(|title| {
            let _ = writeln!(text, "{}\n", cell(title));
        });
        let own = table_info::source(table, self.catalog.display_language());
        if let Some(source) = &own {
            let _ = writeln!(text, "Source: {}\n", cell(source));
        }
        for tag in self.catalog.languages() {
            let source = table_info::source(table, tag);
            if let Some(source) = source.filter(|source| Some(source) != own.as_ref()) {
                let _ = writeln!(
                    text,
                    "Source in {}: {}\n",
                    language_name(tag),
                    cell(&source)
                );
            }
        }
        let count = counted(table.codes().len(), "code");
        let path = table_info::path(self.catalog, table);
        let _ = writeln!(text, "{count} · Rust: `{path}`\n");
        self.codes(text, table);
    }

    /// Writes a row for each code: what it means for a program, its messages, and what explains them.
    fn codes(&self, text: &mut String, table: Table<'a>) {
        let columns = table_info::attributes(self.catalog, table);
        let is_meaning = |column: &Attribute<'_>| matches!(column.kind(), Kind::Enum | Kind::Flag);
        let (meanings, others): (Vec<_>, Vec<_>) = columns.into_iter().partition(is_meaning);
        let has_http = table_info::has_http(table);
        let details: Vec<String> = table.codes().map(|code| self.details(code)).collect();
        let has_details = details.iter().any(|details| !details.is_empty());

        let attribute_head = |column: &Attribute<'a>| {
            let label = cell(&self.labels.attribute(*column));
            format!("[{label}](#{})", legend_anchor(*column))
        };
        let mut head = vec!["Code".to_owned()];
        head.extend(meanings.iter().map(attribute_head));
        head.extend(has_http.then(|| format!("[HTTP](#{HTTP_ANCHOR})")));
        head.extend(table.languages().map(language_name));
        head.extend(others.iter().map(attribute_head));
        let details_head = if table.printed_columns().len() > 0 {
            "Printed texts and notes"
        } else {
            "Notes"
        };
        head.extend(has_details.then(|| details_head.to_owned()));
        head.push("Rust variant".to_owned());
        row(text, &head);
        row(text, &vec!["---".to_owned(); head.len()]);
        for (each, details) in table.codes().zip(details) {
            let value = |column: &Attribute<'a>| {
                let value = each.value(column.name());
                value.map_or(String::new(), |value| match column.kind() {
                    Kind::Url => format!("<{value}>"),
                    _ => cell(&self.labels.value(*column, value)),
                })
            };
            let status = || each.http_status().map(|status| status.to_string());
            let mut cells = vec![format!(
                "<a id=\"{}\"></a>{}{}",
                anchor(each),
                code(each.code()),
                each.retired().map_or("", |_| " (retired)")
            )];
            cells.extend(meanings.iter().map(value));
            cells.extend(has_http.then(|| status().unwrap_or_default()));
            cells.extend(table.languages().map(|language| {
                let mut messages = each.first_row().messages();
                let own = messages.find(|(tag, _)| *tag == language);
                own.map_or(String::new(), |(_, own)| message(own))
            }));
            cells.extend(others.iter().map(value));
            cells.extend(has_details.then_some(details));
            cells.push(code(each.variant()));
            row(text, &cells);
        }
    }

    /// Returns what explains a code, in lines: since when it is retired, and of each row the printed texts that differ and the note.
    /// The rows of a code with several are labeled, and have their messages.
    fn details(&self, code: Code<'a>) -> String {
        let mut lines = Vec::new();
        if let Some(retirement) = code.retirement() {
            lines.push(format!("Retired: {}", cell(&retirement)));
        }
        let is_one = code.rows().len() == 1;
        for (index, row) in code.rows().enumerate() {
            if !is_one {
                lines.push(format!("**Row {}**", index + 1));
                let messages = row.messages();
                lines.extend(
                    messages
                        .map(|(tag, text)| format!("{}: {}", language_name(tag), message(text))),
                );
            }
            lines.extend(self.explanations(code, row));
        }
        lines.join("<br>")
    }

    /// Returns the printed texts of a row that differ from the catalog, and its note.
    fn explanations(&self, code: Code<'a>, row: Row<'a>) -> Vec<String> {
        let printed = discrepancies(self.catalog, code, row).into_iter();
        let mut lines: Vec<String> = printed
            .filter_map(|printed| match printed {
                Discrepancy::Differs { column, text } => {
                    Some(format!("Printed {}: {}", self.column(column), cell(text)))
                }
                Discrepancy::Absent { .. } => None,
            })
            .collect();
        if !row.note().is_empty() {
            lines.push(format!("Note: {}", cell(row.note())));
        }
        lines.extend(self.catalog.languages().filter_map(|tag| {
            let note = row.translated_note(tag)?;
            Some(format!("Note in {}: {}", language_name(tag), cell(note)))
        }));
        lines
    }

    /// Returns the name of a column.
    fn column(&self, name: &str) -> String {
        match name {
            "code" => "code".to_owned(),
            "scope" => "scope".to_owned(),
            "http" => "HTTP".to_owned(),
            _ => match self.catalog.attribute(name) {
                Some(attribute) => cell(&self.labels.attribute(attribute)),
                None => language_name(name),
            },
        }
    }

    /// Returns the descriptions of the attributes and their values.
    fn legend(&self) -> String {
        let mut text = format!("## <a id=\"{LEGEND}\"></a>Legend\n\n");
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

/// The anchor of the legend.
const LEGEND: &str = "legend";

/// The line of the contents that links to the legend.
const LINK_TO_LEGEND: &str = "- [Legend](#legend)\n";

/// Returns the anchor of a table: the path of its enum after `table.`. Anchors of codes have a `-`, so that both are different.
fn table_anchor(table: Table<'_>) -> String {
    format!("table.{}", table.path().replace("::", "."))
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
