//! The codes that all ways define: those of `codegen/tests/own`, in one list.

use std::collections::BTreeMap;
use std::fs;

use codegen::Catalog;

pub(crate) const TABLES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../codegen/tests/own/tables"
);

/// A code with all that the tables say about it.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) code: String,
    pub(crate) variant: String,
    /// The messages in English, German and Japanese. A missing one is empty.
    pub(crate) messages: [String; 3],
    pub(crate) placeholders: Vec<String>,
    pub(crate) status: u16,
    /// The attributes, as the table writes them. A missing one is empty.
    pub(crate) severity: String,
    pub(crate) retry: String,
    pub(crate) docs: String,
}

/// Returns the codes of both tables.
pub(crate) fn entries() -> Vec<Entry> {
    let catalog = Catalog::load(format!("{TABLES}/catalog.toml"));
    let catalog = catalog.unwrap_or_else(|errors| panic!("{errors}"));
    let cells = cells();
    let codes = catalog.tables().flat_map(|table| table.codes());
    let entry = |code: codegen::catalog::Code<'_>| {
        let cell = |column: &str| cells[code.code()][column].clone();
        Entry {
            code: code.code().to_owned(),
            variant: code.variant().to_owned(),
            messages: ["en", "de", "ja"].map(cell),
            placeholders: code.placeholders().into_iter().map(str::to_owned).collect(),
            status: cell("http").parse().unwrap(),
            severity: cell("severity"),
            retry: cell("retry"),
            docs: cell("docs"),
        }
    };
    codes.map(entry).collect()
}

/// Returns the cells of each code, by the name of their column.
fn cells() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut cells = BTreeMap::new();
    for table in ["error-code", "delivery-code"] {
        let text = fs::read_to_string(format!("{TABLES}/{table}.csv")).unwrap();
        let mut lines = text.lines().map(split);
        let header = lines.next().unwrap();
        for line in lines {
            let row = header.iter().cloned().zip(line.clone());
            cells.insert(line[0].clone(), row.collect());
        }
    }
    cells
}

/// Splits a line of a table, which has no commas in its cells.
fn split(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

/// Returns the codes as one table, which every program that reads tables can split at its commas.
pub(crate) fn csv(entries: &[Entry]) -> String {
    let mut csv = "code,name,en,de,ja,http,severity,retry,docs\n".to_owned();
    for entry in entries {
        let [en, de, ja] = &entry.messages;
        let name = words(&entry.variant);
        let Entry {
            code,
            status,
            severity,
            retry,
            docs,
            ..
        } = entry;
        csv += &format!("{code},{name},{en},{de},{ja},{status},{severity},{retry},{docs}\n");
    }
    csv
}

/// Returns `OrderNotFound` as `order not found`.
pub(crate) fn words(variant: &str) -> String {
    let mut words = String::new();
    for c in variant.chars() {
        if c.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}
