//! What the templates show of each table and code.

use super::texts::{attribute_key, table_key, value_key};
use super::tone;
use crate::anchor::anchor;
use crate::printed::{Printed, differences};
use crate::shown;
use codegen::Catalog;
use codegen::catalog::{self, Attribute, Code, Value};
use codegen::message::{Piece, pieces};

/// A table of codes.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) module: String,
    /// The enum's path, from the crate where that is known.
    pub(super) path: String,
    pub(super) label: String,
    pub(super) source: Option<String>,
    /// Whether the statuses say more than the codes do.
    pub(super) has_http: bool,
    /// The texts of the attributes that it has columns for.
    pub(super) attributes: Vec<String>,
    pub(super) codes: Vec<CodeRow>,
}

pub(super) struct CodeRow {
    pub(super) anchor: String,
    pub(super) code: String,
    pub(super) variant: String,
    pub(super) http: Option<u16>,
    /// That it is no longer sent, since when and why.
    pub(super) retired: Option<String>,
    /// By language.
    pub(super) messages: Vec<(String, Vec<Part>)>,
    pub(super) values: Vec<Cell>,
    pub(super) entries: Vec<Entry>,
}

/// A piece of a message.
pub(super) struct Part {
    pub(super) is_placeholder: bool,
    pub(super) text: String,
}

/// What is said of a code.
pub(super) struct Cell {
    pub(super) attribute: String,
    /// The value, where codes can be filtered by it.
    pub(super) word: Option<String>,
    /// Its text, where it is one of a closed vocabulary.
    pub(super) label: Option<String>,
    pub(super) tone: Option<usize>,
    pub(super) text: String,
}

/// A row of the document.
pub(super) struct Entry {
    /// Its number, where there are several with the code.
    pub(super) number: Option<usize>,
    /// Its own messages, where there are several.
    pub(super) messages: Vec<(String, String)>,
    pub(super) printed: Vec<PrintedCell>,
    pub(super) note: String,
}

impl Entry {
    pub(super) fn is_shown(&self) -> bool {
        self.number.is_some() || !self.printed.is_empty() || !self.note.is_empty()
    }
}

pub(super) struct PrintedCell {
    pub(super) column: String,
    pub(super) is_language: bool,
    /// The text of the column's name, where it is no language.
    pub(super) label: Option<String>,
    /// `None` where the document says nothing.
    pub(super) text: Option<String>,
}

pub(super) fn table(catalog: &Catalog, table: catalog::Table<'_>) -> Table {
    let columns = shown::attributes(catalog, table);
    Table {
        name: table.name().to_owned(),
        module: table.module(),
        path: shown::path(catalog, table),
        label: table_key(table.name()),
        source: shown::source(table),
        has_http: shown::has_http(table),
        attributes: columns
            .iter()
            .map(|attribute| attribute_key(attribute.name()))
            .collect(),
        codes: table
            .codes()
            .map(|code| row(catalog, code, &columns))
            .collect(),
    }
}

fn row(catalog: &Catalog, code: Code<'_>, columns: &[Attribute<'_>]) -> CodeRow {
    let first = catalog.attributes().next().map(Attribute::name);
    let value = |attribute: &Attribute<'_>| {
        // The colours of the overview; further attributes do without.
        let has_tone = first == Some(attribute.name());
        cell(attribute.name(), code.value(attribute.name()), has_tone)
    };
    CodeRow {
        anchor: anchor(code),
        code: code.code().to_owned(),
        variant: code.variant().to_owned(),
        http: code.http_status(),
        retired: code.retirement(),
        messages: tags(catalog)
            .zip(code.first_row().messages().map(parts))
            .collect(),
        values: columns.iter().map(value).collect(),
        entries: (0..code.rows().len())
            .map(|index| entry(catalog, code, index))
            .collect(),
    }
}

fn tags(catalog: &Catalog) -> impl Iterator<Item = String> {
    catalog.languages().map(str::to_owned)
}

fn parts(message: &str) -> Vec<Part> {
    let part = |piece: &Piece<'_>| match piece {
        Piece::Text(text) => Part {
            is_placeholder: false,
            text: (*text).to_owned(),
        },
        Piece::Placeholder(name) => Part {
            is_placeholder: true,
            text: (*name).to_owned(),
        },
    };
    pieces(message)
        .unwrap_or_default()
        .iter()
        .map(part)
        .collect()
}

fn cell(name: &str, value: Option<Value<'_>>, has_tone: bool) -> Cell {
    let text = value.map(|value| value.to_string());
    let mut cell = Cell {
        attribute: name.to_owned(),
        word: None,
        label: None,
        tone: None,
        text: String::new(),
    };
    match value {
        None => {}
        Some(Value::Enum(value)) => {
            cell.label = Some(value_key(name, value.name()));
            cell.tone = has_tone.then(|| tone(value.index()));
            cell.word = text;
        }
        Some(Value::Flag(_)) => {
            cell.text = text.clone().unwrap_or_default();
            cell.word = text;
        }
        Some(_) => cell.text = text.unwrap_or_default(),
    }
    cell
}

fn entry(catalog: &Catalog, code: Code<'_>, index: usize) -> Entry {
    let several = code.rows().len() > 1;
    let row = code.rows().nth(index).unwrap_or(code.first_row());
    let messages = tags(catalog).zip(row.messages().map(str::to_owned));
    Entry {
        number: several.then_some(index + 1),
        messages: messages.filter(|_| several).collect(),
        printed: differences(catalog, code, row)
            .into_iter()
            .map(|printed| printed_cell(catalog, printed))
            .collect(),
        note: row.note().to_owned(),
    }
}

fn printed_cell(catalog: &Catalog, printed: Printed<'_>) -> PrintedCell {
    let (column, text) = match printed {
        Printed::Differs { column, text } => (column, Some(text.to_owned())),
        Printed::Absent { column } => (column, None),
    };
    let label = match column {
        "code" | "scope" => Some(column.to_owned()),
        "http" => Some("status".to_owned()),
        _ => catalog
            .attribute(column)
            .map(|attribute| attribute_key(attribute.name())),
    };
    PrintedCell {
        column: column.to_owned(),
        is_language: catalog.languages().any(|tag| tag == column),
        label,
        text,
    }
}
