//! NAME.toml of a new table, as far as the document determines it.

use std::path::Path;

use codegen::Charset;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table as TomlTable, value};

use super::row_facts::{Scopes, are_statuses, repeated};
use crate::catalog_columns::CatalogColumns;
use crate::document::{self, Row, Rows, Table};

/// Returns the text of NAME.toml.
pub(crate) fn description(
    name: &str,
    table: &Table,
    rows: &Rows,
    placeholders: &[String],
    catalog_columns: &CatalogColumns,
    file: &Path,
) -> String {
    let Rows {
        rows,
        charset,
        skipped,
    } = rows;
    let (module, type_name) = module_and_type(name);
    let title = if table.title.is_empty() {
        document::normalize_whitespace(&file.file_stem().unwrap_or_default().to_string_lossy())
    } else {
        table.title.clone()
    };
    let mut toml = DocumentMut::new();
    toml["module"] = value(module);
    toml["type"] = value(type_name);
    toml["source"] = value(InlineTable::from_iter([("document", title)]));
    let mut code = InlineTable::from_iter([("charset", charset.name())]);
    let is_padded = matches!(charset, Charset::Digits | Charset::Hex);
    if let Some(width) = width(rows).filter(|_| is_padded) {
        code.insert("width", width.into());
    }
    toml["code"] = value(code);
    if catalog_columns.http.is_some() && are_statuses(rows) {
        toml["http"] = value(InlineTable::from_iter([("same_as", "code")]));
    }
    let scopes = Scopes::new(rows);
    let repeated = repeated(rows, &scopes);
    if !repeated.is_empty() {
        let why = "the document lists it more than once";
        let repeated = repeated.iter().map(|code| (*code, why));
        toml["repeated"] = value(InlineTable::from_iter(repeated));
    }
    if !placeholders.is_empty() {
        toml["printed_placeholders"] = value(Array::from_iter(placeholders));
    }
    let scopes = scopes.names();
    if !scopes.is_empty() {
        let mut values = TomlTable::new();
        for (scope, printed) in scopes {
            values[scope] = value(match printed {
                "" => "Every other scope.".to_owned(),
                printed => format!("The document calls it {printed}."),
            });
        }
        let mut scope = TomlTable::new();
        scope.set_implicit(true);
        scope["values"] = Item::Table(values);
        toml["scope"] = Item::Table(scope);
    }
    if !skipped.is_empty() {
        let ignored = skipped.iter().map(|row| (&row.text, value(row.why())));
        toml["ignored"] = Item::Table(TomlTable::from_iter(ignored));
    }
    toml.to_string()
}

/// Returns the module and the type of a table: `shop/return-code` becomes `shop` and `ReturnCode`.
fn module_and_type(name: &str) -> (String, String) {
    let snake = |segment: &str| heck::ToSnakeCase::to_snake_case(segment);
    match name.rsplit_once('/') {
        None => (snake(name), "ReturnCode".to_owned()),
        Some((path, last)) => {
            let module: Vec<String> = path.split('/').map(snake).collect();
            let type_name = heck::ToUpperCamelCase::to_upper_camel_case(last);
            (module.join("::"), type_name)
        }
    }
}

/// Returns the length of the codes, if all codes have the same length. Codes of one digit may get longer in the next edition.
fn width(rows: &[Row]) -> Option<i64> {
    let first_code = |row: &Row| row.code.split('-').next().unwrap_or_default().len();
    let mut lengths = rows.iter().map(first_code);
    let first = lengths.next()?;
    (first > 1 && lengths.all(|length| length == first)).then(|| i64::try_from(first).ok())?
}
