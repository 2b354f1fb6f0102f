//! The catalog as JSON for other tools.
//!
//! Codes are in code order, entries in the order of the document. `printed` has a key for each `printed.*` cell that is not empty.

use serde_json::{Map, Value as Json, json};

use crate::terminal::json::sanitized_json;
use codegen::Catalog;
use codegen::catalog::{Attribute, Code, EnumValue, Kind, Row, Table, Value};

/// Returns the whole catalog.
pub(crate) fn catalog(catalog: &Catalog) -> String {
    let tables = catalog.tables();
    let tables = tables.map(|each| table(catalog, each, &|_| true));
    let attributes: Vec<Json> = catalog.attributes().map(attribute).collect();
    print(
        catalog,
        json!({ "attributes": attributes }),
        tables.collect(),
    )
}

/// Returns some of the codes, and the tables that have them.
pub(crate) fn selection(catalog: &Catalog, is_wanted: impl Fn(Code<'_>) -> bool) -> String {
    let tables = catalog.tables();
    let wanted = tables.filter(|table| table.codes().any(&is_wanted));
    let tables = wanted.map(|each| table(catalog, each, &is_wanted));
    print(catalog, json!({}), tables.collect())
}

/// Prints an object with these tables, and the members that it already has.
fn print(catalog: &Catalog, mut whole: Json, tables: Vec<Json>) -> String {
    let languages: Vec<&str> = catalog.languages().collect();
    whole["languages"] = json!(languages);
    whole["tables"] = json!(tables);
    format!("{}\n", sanitized_json(&format!("{whole:#}")))
}

/// Returns the declaration of an attribute.
fn attribute(attribute: Attribute<'_>) -> Json {
    let names = |values: &mut dyn Iterator<Item = EnumValue<'_>>| -> Vec<String> {
        values.map(|value| value.name().to_owned()).collect()
    };
    let http: Map<String, Json> = (attribute.values())
        .filter_map(|value| {
            let status = attribute.http_status(value)?;
            Some((value.name().to_owned(), Json::from(status)))
        })
        .collect();
    let kind = match attribute.kind() {
        Kind::Enum => "values",
        Kind::Text => "text",
        Kind::Url => "url",
        Kind::Integer => "integer",
        _ => "flag",
    };
    json!({
        "name": attribute.name(),
        "doc": attribute.doc(),
        "kind": kind,
        "type": attribute.integer_type(),
        "optional": attribute.is_optional(),
        "derived": attribute.is_derived(),
        "values": names(&mut attribute.values()),
        "undocumented": attribute.undocumented().map(value),
        "success": names(&mut attribute.success()),
        "cautious": names(&mut attribute.cautious()),
        "query": names(&mut attribute.query()),
        "http": http,
    })
}

fn table(catalog: &Catalog, table: Table<'_>, is_wanted: &dyn Fn(Code<'_>) -> bool) -> Json {
    let wanted = table.codes().filter(|code| is_wanted(*code));
    let codes: Vec<Json> = wanted.map(|each| code(catalog, each)).collect();
    json!({
        "table": table.name(),
        "module": table.module(),
        "type": table.type_name(),
        "codes": codes,
    })
}

fn code(catalog: &Catalog, code: Code<'_>) -> Json {
    let attributes = catalog.attributes();
    let attributes: Map<String, Json> = attributes
        .filter_map(|attribute| {
            let name = attribute.name();
            Some((name.to_owned(), value(code.value(name)?)))
        })
        .collect();
    let retired = code.retired().map(
        |retired| json!({ "since": retired.since, "why": retired.why, "instead": retired.instead }),
    );
    let entries: Vec<Json> = code.rows().map(entry).collect();
    json!({
        "code": code.code(),
        "variant": code.variant(),
        "aliases": code.aliases().collect::<Vec<_>>(),
        "messages": messages(code.first_row()),
        "placeholders": code.placeholders(),
        "http": code.http_status(),
        "attributes": attributes,
        "retired": retired,
        "entries": entries,
    })
}

fn entry(row: Row<'_>) -> Json {
    let printed = row.printed_cells().filter(|(_, text)| !text.is_empty());
    let printed: Map<String, Json> = printed
        .map(|(column, text)| (column.to_owned(), Json::from(text)))
        .collect();
    json!({
        "scope": row.scope(),
        "messages": messages(row),
        "printed": printed,
    })
}

/// Returns the messages that the row has, by language.
fn messages(row: Row<'_>) -> Map<String, Json> {
    let messages = row.messages();
    messages
        .map(|(tag, message)| (tag.to_owned(), Json::from(message)))
        .collect()
}

fn value(value: Value<'_>) -> Json {
    match value {
        Value::Integer(integer) => match u64::try_from(integer) {
            Ok(integer) => Json::from(integer),
            Err(_) => Json::from(i64::try_from(integer).ok()),
        },
        Value::Flag(flag) => Json::from(flag),
        text => Json::from(text.to_string()),
    }
}
