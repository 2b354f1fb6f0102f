//! The data that the templates show.

use super::texts::{attribute_key, source_key, table_key, value_key};
use super::tone;
use crate::reference::anchor::anchor;
use crate::reference::discrepancies::{Discrepancy, discrepancies};
use crate::reference::search::is_cautious;
use crate::reference::table_info;
use codegen::Catalog;
use codegen::catalog::{self, Attribute, Code, Kind, Value};
use codegen::message::{Piece, pieces};

/// A table of codes.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) module: String,
    /// The path of the enum, from the crate if the catalog names it.
    pub(crate) path: String,
    pub(crate) label: String,
    /// The texts that printed texts have for a placeholder, as JSON.
    pub(crate) placeholders: String,
    /// The key of what users must know first.
    pub(crate) doc: Option<String>,
    /// The facts about the document, each with the keys of its name and of its text.
    pub(crate) source: Vec<(&'static str, String)>,
    /// `true` if some status differs from its code.
    pub(crate) has_http: bool,
    /// The number of its columns in print, which has no variants.
    pub(crate) printed_columns: usize,
    /// The keys of the texts of its attributes.
    pub(crate) attributes: Vec<String>,
    pub(crate) codes: Vec<CodeRow>,
}

pub(crate) struct CodeRow {
    pub(crate) anchor: String,
    pub(crate) code: String,
    /// `true` if the operation may have been carried out: the search puts such codes first.
    pub(crate) is_cautious: bool,
    pub(crate) variant: String,
    /// The former names of the variant.
    pub(crate) aliases: Vec<String>,
    pub(crate) http: Option<u16>,
    /// Since when and why the code is no longer sent.
    pub(crate) retired: Option<String>,
    /// The messages by language.
    pub(crate) messages: Vec<(String, Vec<Part>)>,
    pub(crate) values: Vec<Cell>,
    pub(crate) entries: Vec<Entry>,
}

/// A piece of a message.
pub(crate) struct Part {
    pub(crate) is_placeholder: bool,
    pub(crate) text: String,
}

/// The value of an attribute.
pub(crate) struct Cell {
    pub(crate) attribute: String,
    /// The value, if codes can be filtered by it.
    pub(crate) filter_value: Option<String>,
    /// The key of its text, if it is a listed value.
    pub(crate) label: Option<String>,
    pub(crate) tone: Option<usize>,
    /// `true` if the value follows from other attributes: its description says in short what to do.
    pub(crate) is_derived: bool,
    /// `true` if the text is a web address.
    pub(crate) is_url: bool,
    pub(crate) text: String,
}

/// An entry: one row of the code in the document.
pub(crate) struct Entry {
    /// The number of the row, if the code has several.
    pub(crate) number: Option<usize>,
    /// The messages of the row, if the code has several rows.
    pub(crate) messages: Vec<(String, String)>,
    pub(crate) printed: Vec<PrintedCell>,
    pub(crate) note: String,
    /// The translations of the note, each with its language tag.
    pub(crate) translated_notes: Vec<(String, String)>,
}

impl Entry {
    pub(crate) fn is_shown(&self) -> bool {
        self.number.is_some() || !self.printed.is_empty() || !self.note.is_empty()
    }
}

pub(crate) struct PrintedCell {
    pub(crate) column: String,
    pub(crate) is_language: bool,
    /// The key of the column's name, if it is not a language.
    pub(crate) label: Option<String>,
    /// `None` if the document has no text.
    pub(crate) text: Option<String>,
}

pub(crate) fn table(catalog: &Catalog, table: catalog::Table<'_>) -> Table {
    let columns = table_info::attributes(catalog, table);
    let has_http = table_info::has_http(table);
    Table {
        name: table.name().to_owned(),
        module: table.module(),
        path: table_info::path(catalog, table),
        label: table_key(table.name()),
        placeholders: serde_json::Value::from_iter(table.printed_placeholders()).to_string(),
        doc: (catalog.languages())
            .any(|tag| table.doc(tag).is_some())
            .then(|| format!("{}.doc", table_key(table.name()))),
        source: table_info::source_facts(table, catalog.display_language())
            .map(|(key, _)| (key, source_key(table.name(), key)))
            .collect(),
        has_http,
        // The code and the printed text are columns too.
        printed_columns: 2 + catalog.languages().count() + usize::from(has_http) + columns.len(),
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
        // Only the attribute of the overview has colors.
        let has_tone = first == Some(attribute.name());
        cell(*attribute, code.value(attribute.name()), has_tone)
    };
    CodeRow {
        anchor: anchor(code),
        code: code.code().to_owned(),
        is_cautious: is_cautious(catalog, code),
        variant: code.variant().to_owned(),
        aliases: code.aliases().map(str::to_owned).collect(),
        http: code.http_status(),
        retired: code.retirement(),
        messages: tags(catalog)
            .map(|tag| {
                let mut messages = code.first_row().messages();
                let message = messages.find(|(own, _)| *own == tag);
                let message = message.map(|(_, message)| parts(message));
                (tag, message.unwrap_or_default())
            })
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

fn cell(attribute: Attribute<'_>, value: Option<Value<'_>>, has_tone: bool) -> Cell {
    let name = attribute.name();
    let text = value.map(|value| value.to_string());
    let mut cell = Cell {
        attribute: name.to_owned(),
        filter_value: None,
        label: None,
        tone: None,
        is_derived: attribute.is_derived(),
        is_url: attribute.kind() == Kind::Url,
        text: String::new(),
    };
    match value {
        None => {}
        Some(Value::Enum(value)) => {
            cell.label = Some(value_key(name, value.name()));
            cell.tone = has_tone.then(|| tone(value.index()));
            cell.filter_value = text;
        }
        Some(Value::Flag(_)) => {
            cell.text = text.clone().unwrap_or_default();
            cell.filter_value = text;
        }
        Some(_) => cell.text = text.unwrap_or_default(),
    }
    cell
}

fn entry(catalog: &Catalog, code: Code<'_>, index: usize) -> Entry {
    let several = code.rows().len() > 1;
    let row = code.rows().nth(index).unwrap_or(code.first_row());
    let messages = row
        .messages()
        .map(|(tag, message)| (tag.to_owned(), message.to_owned()));
    Entry {
        number: several.then_some(index + 1),
        messages: messages.filter(|_| several).collect(),
        printed: discrepancies(catalog, code, row)
            .into_iter()
            .map(|printed| printed_cell(catalog, printed))
            .collect(),
        note: row.note().to_owned(),
        translated_notes: tags(catalog)
            .filter_map(|tag| Some((tag.clone(), row.translated_note(&tag)?.to_owned())))
            .collect(),
    }
}

fn printed_cell(catalog: &Catalog, printed: Discrepancy<'_>) -> PrintedCell {
    let (column, text) = match printed {
        Discrepancy::Differs { column, text } => (column, Some(text.to_owned())),
        Discrepancy::Absent { column } => (column, None),
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
