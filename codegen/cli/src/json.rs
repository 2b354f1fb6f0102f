//! The catalog as JSON, on which other tools rely.
//!
//! Codes stand in code order, entries in the document's. `printed` has a key for each `printed.*` cell that is not empty.

use std::fmt::Write as _;

use serde_json::{Map, Value as Json, json};

use codegen::lower::{Catalog, Code, Table};
use codegen::model::{Attribute, Kind, Row, Value, placeholders};
use codegen::unicode::is_invisible;

/// The whole catalog.
pub(super) fn catalog(catalog: &Catalog<'_>) -> String {
    let tables = catalog.tables.iter();
    let tables = tables.map(|lowered| table(catalog, lowered, &|_| true));
    print(catalog, tables.collect())
}

/// Some of its codes, and the tables that have them.
pub(super) fn selection(catalog: &Catalog<'_>, is_wanted: impl Fn(&Code<'_>) -> bool) -> String {
    let tables = catalog.tables.iter();
    let wanted = tables.filter(|table| table.codes.iter().any(&is_wanted));
    let tables = wanted.map(|lowered| table(catalog, lowered, &is_wanted));
    print(catalog, tables.collect())
}

fn print(catalog: &Catalog<'_>, tables: Vec<Json>) -> String {
    let languages: Vec<&str> = catalog.model.tags().collect();
    let whole = json!({ "languages": languages, "tables": tables });
    format!("{}\n", inert(&format!("{whole:#}")))
}

/// The same JSON without characters that a terminal or the log of CI would act on: they stand in strings, which can name
/// them by number.
pub(super) fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for (at, c) in json.char_indices() {
        let is_command = json[at..].starts_with("##");
        if is_command || c != '\n' && c.is_control() || is_invisible(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(inert, "\\u{unit:04x}");
            }
        } else {
            inert.push(c);
        }
    }
    inert
}

fn table(catalog: &Catalog<'_>, table: &Table<'_>, is_wanted: &dyn Fn(&Code<'_>) -> bool) -> Json {
    let codes: Vec<Json> = table
        .codes
        .iter()
        .filter(|code| is_wanted(code))
        .map(|lowered| code(catalog, table, lowered))
        .collect();
    json!({
        "table": table.model.name.text,
        "module": table.model.module.join("::"),
        "type": table.model.type_name.text,
        "codes": codes,
    })
}

fn code(catalog: &Catalog<'_>, table: &Table<'_>, code: &Code<'_>) -> Json {
    let model = catalog.model;
    let attributes: Map<String, Json> = (model.attributes.iter().zip(&code.attributes))
        .filter_map(|(attribute, value)| {
            Some((
                attribute.name.text.clone(),
                self::value(attribute, (*value)?),
            ))
        })
        .collect();
    let retired = code.retired().map(
        |retired| json!({ "since": retired.since, "why": retired.why, "instead": retired.instead }),
    );
    let entries: Vec<Json> = code
        .entries
        .iter()
        .map(|row| entry(catalog, table, row))
        .collect();
    json!({
        "code": code.code,
        "variant": code.variant,
        "messages": messages(catalog, code.first()),
        "placeholders": placeholders(code.message(0)).unwrap_or_default(),
        "http": code.http,
        "attributes": attributes,
        "retired": retired,
        "entries": entries,
    })
}

fn entry(catalog: &Catalog<'_>, table: &Table<'_>, row: &Row) -> Json {
    let printed: Map<String, Json> = table
        .printed(row)
        .map(|(column, text)| (column.to_owned(), Json::from(text)))
        .collect();
    json!({
        "scope": row.scope.map(|scope| &table.model.scopes[scope].name.text),
        "messages": messages(catalog, row),
        "printed": printed,
    })
}

fn messages(catalog: &Catalog<'_>, row: &Row) -> Map<String, Json> {
    let messages = row
        .messages
        .iter()
        .map(|message| Json::from(message.text.as_str()));
    catalog
        .model
        .tags()
        .map(str::to_owned)
        .zip(messages)
        .collect()
}

fn value(attribute: &Attribute, value: &Value) -> Json {
    match (&attribute.kind, value) {
        (Kind::Enum(words), Value::Enum(index)) => Json::from(words[*index].name.text.as_str()),
        (_, Value::Text(text)) => Json::from(text.as_str()),
        (_, Value::Integer(integer)) => Json::from(*integer),
        (_, Value::Flag(flag)) => Json::from(*flag),
        (_, Value::Enum(_)) => unreachable!("only an enum's values are words"),
    }
}
