//! The overview: for each provider, how its codes are spread over HTTP statuses and over the first closed vocabulary.

use std::collections::BTreeMap;

use super::texts::{attribute_key, module_key, value_key};
use super::tone;
use codegen::lower::{Catalog, Code};
use codegen::model::{Attribute, EnumValue, Kind, Value};

/// What the colours stand for.
#[derive(Debug)]
pub(super) struct Legend {
    /// The attribute's text.
    pub(super) label: String,
    /// The values' colours and texts.
    pub(super) words: Vec<(usize, String)>,
}

/// A provider's picture.
#[derive(Debug)]
pub(super) struct Chart {
    pub(super) label: String,
    /// The text of what the columns are.
    pub(super) head: String,
    pub(super) total: usize,
    /// How many codes the highest column has.
    pub(super) most: usize,
    pub(super) columns: Vec<Column>,
}

#[derive(Debug)]
pub(super) struct Column {
    /// The status, or `—` for codes without one.
    pub(super) label: String,
    pub(super) total: usize,
    /// For each value of the vocabulary: its colour and how many codes have it.
    pub(super) parts: Vec<(usize, usize)>,
}

pub(super) fn legend(catalog: &Catalog<'_>) -> Option<Legend> {
    let (_, attribute, words) = vocabulary(catalog)?;
    let name = &attribute.name.text;
    Some(Legend {
        label: attribute_key(name),
        words: words
            .iter()
            .enumerate()
            .map(|(index, word)| (tone(index), value_key(name, &word.name.text)))
            .collect(),
    })
}

/// One picture for each module that has tables; none where there is nothing to show in it.
pub(super) fn charts(catalog: &Catalog<'_>) -> Vec<Chart> {
    let vocabulary = vocabulary(catalog);
    if vocabulary.is_none() && catalog.model.http.is_none() {
        return Vec::new();
    }
    let index = vocabulary.map(|(index, _, _)| index);
    let values = vocabulary.map_or(0, |(_, _, words)| words.len());
    let modules = catalog
        .modules
        .iter()
        .filter(|(_, module)| !module.tables.is_empty());
    modules
        .map(|(path, module)| {
            let tables = module.tables.iter().map(|table| &catalog.tables[*table]);
            let codes: Vec<&Code> = tables.flat_map(|table| &table.codes).collect();
            let columns = columns(&codes, index, values);
            Chart {
                label: module_key(path),
                head: if catalog.model.http.is_some() {
                    "status".to_owned()
                } else {
                    "total".to_owned()
                },
                total: codes.len(),
                most: columns
                    .iter()
                    .map(|column| column.total)
                    .max()
                    .unwrap_or_default(),
                columns,
            }
        })
        .collect()
}

/// The first attribute with a closed vocabulary.
fn vocabulary<'a>(catalog: &Catalog<'a>) -> Option<(usize, &'a Attribute, &'a [EnumValue])> {
    let mut attributes = catalog.model.attributes.iter().enumerate();
    attributes.find_map(|(index, attribute)| match &attribute.kind {
        Kind::Enum(words) => Some((index, attribute, words.as_slice())),
        Kind::Text | Kind::Integer | Kind::Flag => None,
    })
}

/// A column for each status that there is, in their order; codes without one come last.
fn columns(codes: &[&Code<'_>], attribute: Option<usize>, values: usize) -> Vec<Column> {
    let mut columns: BTreeMap<(bool, Option<u16>), Column> = BTreeMap::new();
    for code in codes {
        let column = columns
            .entry((code.http.is_none(), code.http))
            .or_insert_with(|| Column {
                label: code
                    .http
                    .map_or("—".to_owned(), |status| status.to_string()),
                total: 0,
                parts: (0..values).map(|value| (tone(value), 0)).collect(),
            });
        column.total += 1;
        if let Some(Value::Enum(word)) = attribute.and_then(|attribute| code.attributes[attribute])
        {
            column.parts[*word].1 += 1;
        }
    }
    columns.into_values().collect()
}
