//! The overview: for each provider, how its codes are spread over HTTP statuses and over the first closed vocabulary.

use std::collections::BTreeMap;

use super::texts::{attribute_key, module_key, value_key};
use super::tone;
use codegen::Catalog;
use codegen::catalog::{Attribute, Code, Value};

/// What the colours stand for.
#[derive(Debug)]
pub(crate) struct Legend {
    /// The attribute's text.
    pub(crate) label: String,
    /// The values' colours and texts.
    pub(crate) words: Vec<(usize, String)>,
}

/// A provider's picture.
#[derive(Debug)]
pub(crate) struct Chart {
    pub(crate) label: String,
    /// The text of what the columns are.
    pub(crate) head: String,
    pub(crate) total: usize,
    /// How many codes the highest column has.
    pub(crate) most: usize,
    pub(crate) columns: Vec<Column>,
}

#[derive(Debug)]
pub(crate) struct Column {
    /// The status, or `—` for codes without one.
    pub(crate) label: String,
    pub(crate) total: usize,
    /// For each value of the vocabulary: its colour and how many codes have it.
    pub(crate) parts: Vec<(usize, usize)>,
}

pub(crate) fn legend(catalog: &Catalog) -> Option<Legend> {
    let attribute = vocabulary(catalog)?;
    let name = attribute.name();
    let values = attribute.values();
    Some(Legend {
        label: attribute_key(name),
        words: values
            .map(|value| (tone(value.index()), value_key(name, value.name())))
            .collect(),
    })
}

/// One picture for each module that has tables; none where there is nothing to show in it.
pub(crate) fn charts(catalog: &Catalog) -> Vec<Chart> {
    let vocabulary = vocabulary(catalog);
    if vocabulary.is_none() && catalog.http().is_none() {
        return Vec::new();
    }
    let head = match catalog.http() {
        Some(_) => "status",
        None => "total",
    };
    let chart = |module: codegen::catalog::Module<'_>| {
        let codes: Vec<Code> = module.tables().flat_map(|table| table.codes()).collect();
        let columns = columns(&codes, vocabulary);
        let most = columns.iter().map(|column| column.total).max();
        Chart {
            label: module_key(&module.path()),
            head: head.to_owned(),
            total: codes.len(),
            most: most.unwrap_or_default(),
            columns,
        }
    };
    catalog.modules().map(chart).collect()
}

/// The first attribute whose values are listed.
fn vocabulary(catalog: &Catalog) -> Option<Attribute<'_>> {
    let mut attributes = catalog.attributes();
    attributes.find(|attribute| attribute.values().len() > 0)
}

/// A column for each status that there is, in their order; codes without one come last.
fn columns(codes: &[Code<'_>], vocabulary: Option<Attribute<'_>>) -> Vec<Column> {
    let values = vocabulary.map_or(0, |attribute| attribute.values().len());
    let mut columns: BTreeMap<(bool, Option<u16>), Column> = BTreeMap::new();
    for code in codes {
        let status = code.http_status();
        let column = columns
            .entry((status.is_none(), status))
            .or_insert_with(|| Column {
                label: status.map_or("—".to_owned(), |status| status.to_string()),
                total: 0,
                parts: (0..values).map(|value| (tone(value), 0)).collect(),
            });
        column.total += 1;
        let value = vocabulary.and_then(|attribute| code.value(attribute.name()));
        if let Some(Value::Enum(value)) = value {
            column.parts[value.index()].1 += 1;
        }
    }
    columns.into_values().collect()
}
