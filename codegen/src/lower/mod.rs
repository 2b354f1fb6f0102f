//! Lower: from the document's rows to the codes of each enum.
//!
//! Ranges become single codes, rows with the same code are grouped, and everything is sorted for the output. The catalog has
//! been checked, so nothing fails here.

mod lookup;

use std::collections::{BTreeMap, HashMap};

use crate::model::{self, HttpStatus, Retired, Row, Value};

pub(crate) use self::lookup::{HashParameters, key_of};

/// A catalog in the order of the output.
#[derive(Debug)]
pub(crate) struct Catalog<'a> {
    pub model: &'a model::Catalog,
    /// In the catalog's order.
    pub tables: Vec<Table<'a>>,
    /// By path, each module before those inside it.
    pub modules: BTreeMap<Vec<String>, Module<'a>>,
}

/// A module of the generated code. It has no tables if it only contains other modules.
#[derive(Debug, Default)]
pub(crate) struct Module<'a> {
    pub doc: Option<&'a str>,
    /// Indices into the catalog's tables.
    pub tables: Vec<usize>,
}

/// A table's enum.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    pub model: &'a model::Table,
    /// In code order.
    pub codes: Vec<Code<'a>>,
}

/// A variant.
#[derive(Debug)]
pub(crate) struct Code<'a> {
    pub code: String,
    pub variant: String,
    /// The former variants.
    pub aliases: Vec<String>,
    pub http: Option<u16>,
    /// In the order of the catalog's attributes.
    pub attributes: Vec<Option<&'a Value>>,
    /// Every row with the code, at least one, in the order of the document.
    pub entries: Vec<&'a Row>,
}

impl Code<'_> {
    /// Returns the row with the message.
    pub(crate) fn first(&self) -> &Row {
        self.entries[0]
    }

    /// Returns the retirement. The checks made sure that all rows have it, or none.
    pub(crate) fn retired(&self) -> Option<&Retired> {
        self.first().retired.as_ref()
    }

    /// Returns the message in a language, by the index of the language.
    pub(crate) fn message(&self, language: usize) -> &str {
        &self.first().messages[language].text
    }
}

impl Catalog<'_> {
    /// Returns `true` if a table has printed texts.
    pub(crate) fn has_printed(&self) -> bool {
        let mut tables = self.tables.iter();
        tables.any(|table| !table.model.printed.is_empty())
    }
}

impl Table<'_> {
    /// Returns the retirement as docs write it: `since V4.3: split in two; use OrderNotFound (1004)`.
    pub(crate) fn retirement(&self, code: &Code<'_>) -> Option<String> {
        let retired = code.retired()?;
        let instead = retired.instead.as_ref().map(|instead| {
            let order = |code: &Code<'_>| self.model.charset.compare(&code.code, instead);
            let found = self.codes.binary_search_by(order).ok();
            let variant = found.map_or(instead, |index| &self.codes[index].variant);
            format!("; use {variant} ({instead})")
        });
        Some(format!(
            "since {}: {}{}",
            retired.since,
            retired.why,
            instead.unwrap_or_default()
        ))
    }

    /// Returns the printed texts of an entry that are not empty, by column.
    pub(crate) fn printed<'b>(
        &'b self,
        entry: &'b Row,
    ) -> impl Iterator<Item = (&'b str, &'b str)> {
        let columns = self.model.printed.iter().map(String::as_str);
        columns
            .zip(entry.printed.iter().map(String::as_str))
            .filter(|(_, text)| !text.is_empty())
    }
}

/// Lowers a catalog that has been checked.
pub(crate) fn catalog(model: &model::Catalog) -> Catalog<'_> {
    let tables: Vec<Table> = model
        .tables
        .iter()
        .map(|table| lower_table(table, model))
        .collect();
    let mut modules: BTreeMap<Vec<String>, Module> = BTreeMap::new();
    for (index, table) in model.tables.iter().enumerate() {
        for depth in 1..table.module.len() {
            modules.entry(table.module[..depth].to_vec()).or_default();
        }
        modules
            .entry(table.module.clone())
            .or_default()
            .tables
            .push(index);
    }
    for doc in &model.modules {
        let path: Vec<String> = doc.path.text.split("::").map(str::to_owned).collect();
        if let Some(module) = modules.get_mut(&path) {
            module.doc = Some(&doc.doc);
        }
    }
    Catalog {
        model,
        tables,
        modules,
    }
}

fn lower_table<'a>(table: &'a model::Table, catalog: &'a model::Catalog) -> Table<'a> {
    let mut codes: Vec<Code> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for row in &table.rows {
        for (offset, text) in row.code.codes() {
            match indices.get(&text) {
                Some(index) => codes[*index].entries.push(row),
                None => {
                    indices.insert(text.clone(), codes.len());
                    codes.push(code(text, offset, row, table, catalog));
                }
            }
        }
    }
    codes.sort_by(|a, b| table.charset.compare(&a.code, &b.code));
    Table {
        model: table,
        codes,
    }
}

fn code<'a>(
    text: String,
    offset: u64,
    row: &'a Row,
    table: &model::Table,
    catalog: &model::Catalog,
) -> Code<'a> {
    let variant = row.variant(offset).unwrap_or_default();
    let http = table.http_status(row, &text).map(HttpStatus::get);
    let mut attributes = vec![None; catalog.attributes.len()];
    for (field, index) in row.attributes.iter().zip(&table.attributes) {
        attributes[*index] = field.value.as_ref();
    }
    Code {
        code: text,
        variant,
        aliases: row.aliases(offset),
        http,
        attributes,
        entries: vec![row],
    }
}

impl Table<'_> {
    /// Returns the 64 bits of each code's number, in code order. The checks have rejected numbers of more than 64 bits.
    pub(crate) fn numbers(&self) -> Vec<u64> {
        let number = |code: &Code<'_>| self.model.charset.number(&code.code).unwrap_or_default();
        // A negative number is its two's complement, as in the generated code.
        self.codes.iter().map(|code| number(code) as u64).collect()
    }

    /// Returns the texts of the codes, in code order.
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.codes.iter().map(|code| code.code.as_str()).collect()
    }

    /// Returns the width of the codes if all have the same one, of at most eight characters: such codes are compared as numbers.
    pub(crate) fn key_width(&self) -> Option<usize> {
        lookup::width(&self.texts())
    }

    /// Returns the path of the enum within the generated code: `lianlian::ReturnCode`.
    pub(crate) fn path(&self) -> String {
        format!(
            "{}::{}",
            self.model.module.join("::"),
            self.model.type_name.text
        )
    }
}
