//! The rows of a table, one line per code, and the macro that turns their fields into columns.

use std::fmt::Write as _;

use super::field::Field;
use super::layout::{code_path, is_packed};
use super::value::{optional_type, value, value_in_row, value_type};
use super::{ident, literal, messages, packed, printed_templates};
use crate::lower::{Catalog, Code, Table};
use crate::model::{Attribute, Kind, Row};
use crate::names;

/// Returns the macro and its call with the rows.
pub(super) fn emit(catalog: &Catalog<'_>, table: &Table<'_>) -> String {
    let fields = fields(catalog, table);
    let mut pattern = String::new();
    for (index, field) in fields.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        let (label, variable) = (ident(&field.name), &field.name);
        let part = format!("{comma}{label}: ${variable}:{}", field.fragment);
        if field.is_optional {
            let _ = write!(pattern, "$({part})?");
        } else {
            pattern.push_str(&part);
        }
    }
    let columns: String = fields.iter().map(|field| field.column.as_str()).collect();
    let columns = format!(
        "{}{columns}{}{}",
        shared_columns(table),
        messages::columns(catalog, table),
        absent_columns(catalog, &fields)
    );
    let mut out = format!(
        "/// Turns each field into a column, so that a program contains only the fields that it uses.\n\
         macro_rules! code_rows {{\n    ($($name:ident {{ {pattern} }},)*) => {{\n{}    }};\n}}\n\ncode_rows! {{\n",
        literal::indent(&columns, 2)
    );
    for code in &table.codes {
        let values: Vec<String> = (fields.iter())
            .filter_map(|field| {
                let value = (field.value)(code)?;
                Some(format!("{}: {value}", ident(&field.name)))
            })
            .collect();
        let _ = writeln!(out, "    {} {{ {} }},", code.variant, values.join(", "));
    }
    out.push_str("}\n");
    out
}

/// Returns `true` if a code of the table has several rows.
pub(super) fn has_entries(table: &Table<'_>) -> bool {
    table.codes.iter().any(|code| code.entries.len() > 1)
}

/// Returns the columns that consist of the variants.
fn shared_columns(table: &Table<'_>) -> String {
    let code = code_path(table);
    if is_packed(table) {
        let names = table.codes.iter().map(|code| code.variant.as_str());
        format!(
            "const N: usize = {};\nstatic ALL: [{code}; N] = [$({code}::$name),*];\n{}",
            table.codes.len(),
            packed::text_column("NAMES", "concat!($(stringify!($name)),*)", names)
        )
    } else {
        format!(
            "const CODE_TEXTS: &[&str] = &[$($code),*];\n\
             const N: usize = CODE_TEXTS.len();\n\
             static ALL: [{code}; N] = [$({code}::$name),*];\n\
             static NAMES: Column<&str, N> = Column([$(stringify!($name)),*]);\n"
        )
    }
}

/// Returns the columns that every table has, for fields that no row of this one has.
fn absent_columns(catalog: &Catalog<'_>, fields: &[Field<'_>]) -> String {
    let columns = [
        ("scope", "static SCOPES: &[&str] = &[];\n"),
        ("printed", "static PRINTED: [[&str; 0]; N] = [[]; N];\n"),
        (
            "placeholders",
            "static PLACEHOLDERS: &[(usize, &[&str])] = &[];\n",
        ),
        ("extract", "static TEMPLATES: &[(usize, &[&str])] = &[];\n"),
        ("entries", "static ENTRIES: &[(usize, &[Entry])] = &[];\n"),
    ];
    let is_absent = |name: &str| {
        (name != "printed" || catalog.has_printed())
            && fields.iter().all(|field| field.name != name)
    };
    (columns.into_iter())
        .filter_map(|(name, column)| is_absent(name).then_some(column))
        .collect()
}

fn fields<'a>(catalog: &'a Catalog<'_>, table: &'a Table<'_>) -> Vec<Field<'a>> {
    let model = catalog.model;
    let mut fields = vec![code_field(table)];
    if let Some(http) = &model.http {
        let status = |code: &Code<'_>| code.http.map(|status| status.to_string());
        let mut field = Field {
            name: "http_status".to_owned(),
            fragment: "literal",
            is_optional: http.optional,
            value: Box::new(status),
            column: String::new(),
        };
        field.column = value_column(&field, "HTTP_STATUS", "u16", "", table, &status);
        fields.push(field);
    }
    for index in &table.model.attributes {
        fields.push(attribute_field(&model.attributes[*index], *index, table));
    }
    if !table.model.scopes.is_empty() {
        fields.push(Field {
            name: "scope".to_owned(),
            fragment: "literal",
            is_optional: false,
            value: Box::new(|code| Some(scope(table, code.first()))),
            column: "static SCOPES: &[&str] = &[$($scope),*];\n".to_owned(),
        });
    }
    let languages = 0..model.languages.len();
    let own = languages.filter(|language| table.model.has_language(*language));
    fields.extend(own.map(|language| messages::field(catalog, table, language)));
    if !table.model.printed.is_empty() {
        let count = table.model.printed.len();
        fields.push(Field {
            name: "printed".to_owned(),
            fragment: "tt",
            is_optional: false,
            value: Box::new(|code| Some(format!("[{}]", literal::strings(&code.first().printed)))),
            column: format!("static PRINTED: [[&str; {count}]; N] = [$($printed),*];\n"),
        });
    }
    let placeholders = |code: &Code<'_>| placeholders(code.first());
    let templates = |code: &Code<'_>| printed_templates::of(catalog, table, code.first());
    let entries = |code: &Code<'_>| {
        let entries = code.entries[1..].iter();
        entries
            .map(|entry| self::entry(catalog, table, entry))
            .collect()
    };
    fields.extend(sparse_field(
        "placeholders",
        "PLACEHOLDERS",
        "&str",
        table,
        move |code| literals(&placeholders(code)),
    ));
    fields.extend(sparse_field(
        "extract",
        "TEMPLATES",
        "&str",
        table,
        move |code| literals(&templates(code)),
    ));
    fields.extend(sparse_field("entries", "ENTRIES", "Entry", table, entries));
    fields
}

/// Returns the field of the codes.
fn code_field<'a>(table: &Table<'_>) -> Field<'a> {
    let column = if is_packed(table) {
        packed::text_column("CODES", "concat!($($code),*)", table.texts().into_iter())
    } else {
        "static CODES: Column<&str, N> = Column::from_slice(CODE_TEXTS);\n".to_owned()
    };
    Field {
        name: "code".to_owned(),
        fragment: "literal",
        is_optional: false,
        value: Box::new(|code| Some(literal::string(&code.code))),
        column,
    }
}

fn attribute_field<'a>(attribute: &'a Attribute, index: usize, table: &Table<'_>) -> Field<'a> {
    let is_enum = matches!(attribute.kind, Kind::Enum(_));
    let mut field = Field {
        name: attribute.name.text.clone(),
        fragment: if is_enum { "ident" } else { "literal" },
        is_optional: attribute.optional,
        value: Box::new(move |code| {
            code.attributes[index].map(|value| value_in_row(attribute, value))
        }),
        column: String::new(),
    };
    let value_type = value_type(attribute);
    let path = if is_enum {
        format!("{value_type}::")
    } else {
        String::new()
    };
    let value = |code: &Code<'_>| code.attributes[index].map(|own| value(attribute, own));
    let name = attribute_column(attribute);
    field.column = value_column(&field, &name, &value_type, &path, table, &value);
    field
}

/// Returns the column of a field. `path` comes before each value in the column.
fn value_column(
    field: &Field<'_>,
    name: &str,
    value_type: &str,
    path: &str,
    table: &Table<'_>,
    value: &dyn Fn(&Code<'_>) -> Option<String>,
) -> String {
    let column_type = optional_type(field.is_optional, value_type.to_owned());
    if is_packed(table) {
        let value = |code| match value(code) {
            Some(value) if field.is_optional => format!("Some({value})"),
            Some(value) => value,
            None => "None".to_owned(),
        };
        let values: Vec<String> = table.codes.iter().map(value).collect();
        return packed::value_column(name, &column_type, &values);
    }
    let variable = &field.name;
    let value = if field.is_optional {
        format!("optional!($({path}${variable})?)")
    } else {
        format!("{path}${variable}")
    };
    format!("static {name}: Column<{column_type}, N> = Column([$({value}),*]);\n")
}

/// Returns the field of literals that few codes have; `None` if no code has any.
fn sparse_field<'a>(
    name: &'static str,
    column: &str,
    item_type: &str,
    table: &Table<'_>,
    items: impl Fn(&Code<'_>) -> Vec<String> + 'a,
) -> Option<Field<'a>> {
    if table.codes.iter().all(|code| items(code).is_empty()) {
        return None;
    }
    let code = code_path(table);
    Some(Field {
        name: name.to_owned(),
        fragment: "tt",
        is_optional: true,
        value: Box::new(move |code| {
            let items = items(code);
            (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
        }),
        column: format!(
            "static {column}: &[(usize, &[{item_type}])] = &[$($(({code}::$name as usize, &${name}),)?)*];\n"
        ),
    })
}

/// Returns a row after the first one of a code, in Rust.
fn entry(catalog: &Catalog<'_>, table: &Table<'_>, row: &Row) -> String {
    let mut fields = String::new();
    if !table.model.scopes.is_empty() {
        let _ = write!(fields, "scope: Some({}), ", scope(table, row));
    }
    let messages: Vec<&str> = (row.messages.iter())
        .map(|message| message.text.as_str())
        .collect();
    let _ = write!(fields, "messages: [{}], ", literal::strings(&messages));
    fields.push_str(&messages::langs(catalog, row));
    for (name, texts) in [
        ("printed", row.printed.clone()),
        ("placeholders", placeholders(row)),
        ("templates", printed_templates::of(catalog, table, row)),
    ] {
        if !texts.is_empty() {
            let _ = write!(fields, "{name}: &[{}], ", literal::strings(&texts));
        }
    }
    format!("Entry {{ {fields}..ENTRY }}")
}

fn placeholders(row: &Row) -> Vec<String> {
    let names = printed_templates::placeholders(row);
    names.into_iter().map(str::to_owned).collect()
}

fn literals(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| literal::string(text)).collect()
}

fn scope(table: &Table<'_>, entry: &Row) -> String {
    literal::string(table.model.scope_name(entry).unwrap_or_default())
}

/// Returns the name of the column with the values of an attribute.
pub(super) fn attribute_column(attribute: &Attribute) -> String {
    format!("ATTRIBUTE_{}", names::screaming_snake(&attribute.name.text))
}
