//! The overview: for each provider, the distribution of its codes by HTTP status and by the first attribute with listed values.

use std::collections::BTreeMap;

use super::texts::{attribute_key, module_key, value_key};
use super::tone;
use codegen::Catalog;
use codegen::catalog::{Attribute, Code, Value};

/// The meaning of the colors.
#[derive(Debug)]
pub(crate) struct Legend {
    pub(crate) attribute: String,
    /// The key of the attribute's text.
    pub(crate) label: String,
    /// The values: their colors and the keys of their texts.
    pub(crate) values: Vec<(usize, String)>,
}

/// The chart of a provider.
#[derive(Debug)]
pub(crate) struct Chart {
    pub(crate) module: String,
    pub(crate) label: String,
    /// The key of the heading of the columns.
    pub(crate) head: String,
    pub(crate) total: usize,
    /// The number of codes in the highest column.
    pub(crate) most: usize,
    pub(crate) columns: Vec<Column>,
}

#[derive(Debug)]
pub(crate) struct Column {
    /// The HTTP status, or `—` for codes without one.
    pub(crate) label: String,
    /// `false` for codes without a status.
    pub(crate) is_status: bool,
    pub(crate) total: usize,
    /// A part for each value.
    pub(crate) parts: Vec<Part>,
}

/// The codes of a column that have a value.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) value: String,
    pub(crate) tone: usize,
    pub(crate) count: usize,
}

pub(crate) fn legend(catalog: &Catalog) -> Option<Legend> {
    let attribute = first_enum(catalog)?;
    let name = attribute.name();
    let values = attribute.values();
    Some(Legend {
        attribute: name.to_owned(),
        label: attribute_key(name),
        values: values
            .map(|value| (tone(value.index()), value_key(name, value.name())))
            .collect(),
    })
}

/// Returns a chart for each module. Without HTTP statuses and listed values there are none.
pub(crate) fn charts(catalog: &Catalog) -> Vec<Chart> {
    let attribute = first_enum(catalog);
    if attribute.is_none() && catalog.http().is_none() {
        return Vec::new();
    }
    let head = match catalog.http() {
        Some(_) => "status",
        None => "total",
    };
    let chart = |module: codegen::catalog::Module<'_>| {
        let codes: Vec<Code> = module.tables().flat_map(|table| table.codes()).collect();
        let columns = columns(&codes, attribute);
        let most = columns.iter().map(|column| column.total).max();
        Chart {
            module: module.path(),
            label: module_key(&module.path()),
            head: head.to_owned(),
            total: codes.len(),
            most: most.unwrap_or_default(),
            columns,
        }
    };
    catalog.modules().map(chart).collect()
}

/// Returns the first attribute with listed values.
fn first_enum(catalog: &Catalog) -> Option<Attribute<'_>> {
    let mut attributes = catalog.attributes();
    attributes.find(|attribute| attribute.values().len() > 0)
}

/// Returns a column for each status, in order. Codes without a status come last.
fn columns(codes: &[Code<'_>], attribute: Option<Attribute<'_>>) -> Vec<Column> {
    let parts = || {
        let values = attribute
            .into_iter()
            .flat_map(|attribute| attribute.values());
        let parts = values.map(|value| Part {
            value: value.name().to_owned(),
            tone: tone(value.index()),
            count: 0,
        });
        parts.collect()
    };
    let mut columns: BTreeMap<(bool, Option<u16>), Column> = BTreeMap::new();
    for code in codes {
        let status = code.http_status();
        let column = columns
            .entry((status.is_none(), status))
            .or_insert_with(|| Column {
                label: status.map_or("—".to_owned(), |status| status.to_string()),
                is_status: status.is_some(),
                total: 0,
                parts: parts(),
            });
        column.total += 1;
        let value = attribute.and_then(|attribute| code.value(attribute.name()));
        if let Some(Value::Enum(value)) = value {
            column.parts[value.index()].count += 1;
        }
    }
    columns.into_values().collect()
}
