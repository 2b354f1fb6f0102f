//! `codegen export --format markdown`: the catalog as tables that are read where the repository is browsed.
//!
//! One file for each provider, that is for each module, and a `README.md` that lists them. They are checked in beside the
//! data (`[markdown] out`), and `generate` and `--check` keep them current as they do the Rust.

mod header;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::reference::anchor::anchor;
use crate::reference::discrepancies::{Discrepancy, discrepancies};
use crate::reference::labels::Labels;
use crate::reference::table_info;
use codegen::Catalog;
use codegen::catalog::{Code, Row, Table};
use codegen::message::{Piece, pieces};
use codegen::text::{markdown as cell, markdown_code as code, markdown_part};

/// The contents of each file, by its name.
pub(crate) fn files(catalog: &Catalog) -> BTreeMap<String, String> {
    let writer = Writer::new(catalog);
    let mut files = BTreeMap::new();
    // No table's rows are in it: it stays as it is when one of them changes.
    let mut index = "# Return codes\n\n".to_owned();
    for module in catalog.modules() {
        let name = format!("{}.md", module.file_stem());
        let title = cell(&writer.labels.module(&module.path()));
        let _ = writeln!(index, "- [{title}]({name})");
        let tables: Vec<Table> = module.tables().collect();
        let text = writer.module(&module.path(), &tables);
        files.insert(name, header::with(text, catalog, &tables));
    }
    let _ = write!(index, "\n{}", writer.legend());
    let index = header::with(index, catalog, &[]);
    files.insert("README.md".to_owned(), index);
    files
}

/// All providers in one document.
pub(crate) fn document(catalog: &Catalog) -> String {
    let writer = Writer::new(catalog);
    let parts = catalog.modules().map(|module| {
        let tables: Vec<Table> = module.tables().collect();
        writer.module(&module.path(), &tables)
    });
    parts.collect::<Vec<_>>().join("\n")
}

struct Writer<'a> {
    catalog: &'a Catalog,
    /// Those of the language that `Display` uses: the files are in one language, the messages in all of them.
    labels: Labels<'a>,
}

impl<'a> Writer<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        Writer {
            catalog,
            labels: Labels::new(catalog, catalog.display_language()),
        }
    }

    fn module(&self, path: &str, tables: &[Table<'a>]) -> String {
        let mut text = format!("# {}\n", cell(&self.labels.module(path)));
        for table in tables {
            self.table(&mut text, *table);
        }
        let _ = write!(text, "\n## What the words mean\n\n{}", self.legend());
        text
    }

    fn table(&self, text: &mut String, table: Table<'a>) {
        let label = self.labels.table(table);
        let _ = writeln!(text, "\n## {}\n", cell(&label));
        let languages = self.catalog.languages();
        let titles = languages.filter_map(|language| table.title(language));
        titles.filter(|title| *title != label).for_each(|title| {
            let _ = writeln!(text, "{}\n", cell(title));
        });
        if let Some(source) = table_info::source(table) {
            let _ = writeln!(text, "Source: {}\n", cell(&source));
        }
        let _ = writeln!(
            text,
            "{} codes, `{}` in Rust\n",
            table.codes().len(),
            table_info::path(self.catalog, table)
        );
        self.codes(text, table);
        self.retired(text, table);
        self.printed(text, table);
    }

    fn codes(&self, text: &mut String, table: Table<'a>) {
        let has_http = table_info::has_http(table);
        let mut head = vec!["code".to_owned()];
        head.extend(self.catalog.languages().map(cell));
        head.extend(has_http.then(|| "HTTP".to_owned()));
        let columns = table_info::attributes(self.catalog, table);
        let labels = columns.iter().map(|column| self.labels.attribute(*column));
        head.extend(labels.map(|label| cell(&label)));
        head.push("variant".to_owned());
        row(text, &head);
        row(text, &vec!["---".to_owned(); head.len()]);
        for each in table.codes() {
            let mut cells = vec![format!(
                "<a id=\"{}\"></a>{}{}",
                anchor(each),
                code(each.code()),
                each.retired().map_or("", |_| " (retired)")
            )];
            cells.extend(each.first_row().messages().map(message));
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

    /// The codes that are no longer sent.
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

    /// Where the document prints something else, and why it is not kept.
    fn printed(&self, text: &mut String, table: Table<'a>) {
        let rows: Vec<[String; 4]> = (table.codes())
            .flat_map(|code| code.rows().map(move |row| (code, row)))
            .flat_map(|(code, row)| self.printed_rows(code, row))
            .collect();
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

    fn printed_rows(&self, code: Code<'a>, row: Row<'a>) -> Vec<[String; 4]> {
        let printed = discrepancies(self.catalog, code, row).into_iter();
        let mut rows: Vec<[String; 4]> = printed
            .filter_map(|printed| match printed {
                Discrepancy::Differs { column, text } => {
                    Some([link(code), cell(column), cell(text), String::new()])
                }
                Discrepancy::Absent { .. } => None,
            })
            .collect();
        match rows.first_mut() {
            Some(first) => first[3] = cell(row.note()),
            None if !row.note().is_empty() => {
                rows.push([link(code), String::new(), String::new(), cell(row.note())])
            }
            None => {}
        }
        rows
    }

    /// What the attributes and their values mean.
    fn legend(&self) -> String {
        let mut text = String::new();
        if self.catalog.http().is_some() {
            let _ = writeln!(text, "**HTTP**: {}\n", cell(self.labels.http_doc()));
        }
        for attribute in self.catalog.attributes() {
            let name = cell(&self.labels.attribute(attribute));
            let doc = cell(self.labels.attribute_doc(attribute));
            let _ = writeln!(text, "**{name}**: {doc}\n");
            if attribute.values().len() == 0 {
                continue;
            }
            row(&mut text, &[name, "meaning".to_owned()]);
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

/// A link to a code of the same file.
fn link(each: Code<'_>) -> String {
    format!("[{}](#{})", code(each.code()), anchor(each))
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
