//! What the templates show of each table and code.

use super::texts::{attribute_key, table_key, value_key};
use super::tone;
use crate::anchor::anchor;
use crate::printed::{Printed, differences};
use crate::shown;
use codegen::lower::{self, Catalog, Code};
use codegen::model::{Attribute, Kind, Piece, Row, Value, pieces};

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

pub(super) fn table(catalog: &Catalog<'_>, table: &lower::Table<'_>) -> Table {
    let columns = shown::attributes(catalog, table);
    Table {
        name: table.model.name.text.clone(),
        module: table.model.module.join("::"),
        path: shown::path(catalog, table),
        label: table_key(&table.model.name.text),
        source: shown::source(table),
        has_http: shown::has_http(table),
        attributes: columns
            .iter()
            .map(|(_, attribute)| attribute_key(&attribute.name.text))
            .collect(),
        codes: table
            .codes
            .iter()
            .map(|code| row(catalog, table, code, &columns))
            .collect(),
    }
}

fn row(
    catalog: &Catalog<'_>,
    table: &lower::Table<'_>,
    code: &Code<'_>,
    columns: &[(usize, &Attribute)],
) -> CodeRow {
    let messages = code
        .first()
        .messages
        .iter()
        .map(|message| parts(&message.text));
    let entries = code.entries.iter().enumerate();
    CodeRow {
        anchor: anchor(table, code),
        code: code.code.clone(),
        variant: code.variant.clone(),
        http: code.http,
        retired: table.retirement(code),
        messages: tags(catalog).zip(messages).collect(),
        values: columns
            .iter()
            .map(|(index, attribute)| cell(attribute, *index, code.attributes[*index]))
            .collect(),
        entries: entries
            .map(|(index, row)| entry(catalog, table, code, index, row))
            .collect(),
    }
}

fn tags(catalog: &Catalog<'_>) -> impl Iterator<Item = String> {
    catalog.model.tags().map(str::to_owned)
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

fn cell(attribute: &Attribute, index: usize, value: Option<&Value>) -> Cell {
    let name = &attribute.name.text;
    let mut cell = Cell {
        attribute: name.clone(),
        word: None,
        label: None,
        tone: None,
        text: String::new(),
    };
    match (&attribute.kind, value) {
        (_, None) => {}
        (Kind::Enum(words), Some(Value::Enum(word))) => {
            let text = &words[*word].name.text;
            cell.word = Some(text.clone());
            cell.label = Some(value_key(name, text));
            // The colours of the overview; further vocabularies do without.
            cell.tone = (index == 0).then(|| tone(*word));
        }
        (_, Some(Value::Flag(flag))) => {
            cell.word = Some(flag.to_string());
            cell.text = flag.to_string();
        }
        (_, Some(Value::Text(text))) => cell.text = text.to_owned(),
        (_, Some(Value::Integer(integer))) => cell.text = integer.to_string(),
        (_, Some(Value::Enum(_))) => unreachable!("only an enum's values are words"),
    }
    cell
}

fn entry(
    catalog: &Catalog<'_>,
    table: &lower::Table<'_>,
    code: &Code<'_>,
    index: usize,
    row: &Row,
) -> Entry {
    let several = code.entries.len() > 1;
    let printed = differences(catalog, table, code, row);
    let messages = tags(catalog).zip(row.messages.iter().map(|message| message.text.clone()));
    Entry {
        number: several.then_some(index + 1),
        messages: messages.filter(|_| several).collect(),
        printed: printed
            .into_iter()
            .map(|printed| printed_cell(catalog, printed))
            .collect(),
        note: row.note.clone(),
    }
}

fn printed_cell(catalog: &Catalog<'_>, printed: Printed<'_>) -> PrintedCell {
    let (column, text) = match printed {
        Printed::Differs { column, text } => (column, Some(text.to_owned())),
        Printed::Absent { column } => (column, None),
    };
    let is_attribute = catalog
        .model
        .attributes
        .iter()
        .any(|attribute| attribute.name.text == column);
    let label = match column {
        "code" | "scope" => Some(column.to_owned()),
        "http" => Some("status".to_owned()),
        _ => is_attribute.then(|| attribute_key(column)),
    };
    PrintedCell {
        column: column.to_owned(),
        is_language: catalog.model.tags().any(|tag| tag == column),
        label,
        text,
    }
}
