//! The expected results for the codes of a random table, from its data without the generator.

use std::collections::BTreeSet;

use random_catalogs::catalog::{Attribute, Catalog, Code, Kind, Row, Table, camel};

/// Returns the codes in the order of `ALL`: by number, or by their bytes.
pub(crate) fn in_code_order(table: &Table) -> Vec<Code<'_>> {
    let mut codes = table.codes();
    codes.sort_by_key(|code| (table.charset.number(&code.code), code.code.clone()));
    codes
}

/// Returns the test of a table.
pub(crate) fn test(
    test: &str,
    catalog_name: &str,
    path: &str,
    table: &Table,
    catalog: &Catalog,
) -> String {
    let numbers = table.charset.number_type().unwrap_or_default();
    let printed = if table.is_printed { "printed" } else { "" };
    let mut methods: Vec<String> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    if let Some(http) = &catalog.http {
        methods.push("http_status".to_owned());
        let status = http.undocumented.map(|status| status.to_string());
        unknown.push(of_unknown(http.optional, status));
    }
    for attribute in &catalog.attributes {
        methods.push(raw(&attribute.name));
        let value = attribute
            .undocumented
            .as_ref()
            .map(|value| debug(attribute, value));
        unknown.push(of_unknown(attribute.optional, value));
    }
    let (methods, unknown) = (
        methods.join(", "),
        unknown
            .iter()
            .map(|value| format!("{value:?}"))
            .collect::<Vec<_>>(),
    );
    format!(
        "table!({test}, generated_code::{catalog_name}, {path}, [{numbers}], [{printed}], [{methods}], [{}]);\n",
        unknown.join(", ")
    )
}

/// Returns a name as a Rust identifier.
fn raw(name: &str) -> String {
    const KEYWORDS: [&str; 7] = ["async", "dyn", "gen", "ref", "static", "type", "where"];
    if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// Returns the value of an unknown code: an `Option` unless there is always a value.
fn of_unknown(optional: bool, value: Option<String>) -> String {
    match value {
        Some(value) if optional => format!("Some({value})"),
        Some(value) => value,
        None => "None".to_owned(),
    }
}

/// Returns the result of a method as `{:?}` shows it.
fn debug(attribute: &Attribute, cell: &str) -> String {
    match attribute.kind {
        Kind::Words(_) => camel(&cell.replace('-', " ")),
        Kind::Text | Kind::Url => format!("{cell:?}"),
        Kind::Integer(_) | Kind::Flag => cell.to_owned(),
    }
}

/// Returns the expected results for a code, as the tests read them.
pub(crate) fn answers(code: &Code<'_>, table: &Table, catalog: &Catalog) -> serde_json::Value {
    let first = code.rows[0];
    let messages = messages(first);
    let display = &messages[catalog.display];
    let mut answers = vec![
        code.code.clone(),
        code.variant.clone(),
        code.code.clone(),
        format!("{} {}", code.code, unescaped(display)),
        format!("{}({})", code.variant, code.code),
        messages.join("\n"),
        placeholders(display)
            .into_iter()
            .collect::<Vec<_>>()
            .join(" "),
    ];
    if table.is_printed {
        let texts = first.printed[1..].iter();
        let printed: Vec<Option<&String>> = texts
            .map(|text| Some(text).filter(|text| !text.is_empty()))
            .collect();
        answers.push(format!("{printed:?}"));
    }
    let mut received = Vec::new();
    let mut add = |optional: bool, has_unknown: bool, value: Option<String>| {
        let known = match (optional, value) {
            (true, Some(value)) => format!("Some({value})"),
            (true, None) => "None".to_owned(),
            (false, value) => value.unwrap(),
        };
        received.push(if optional || has_unknown {
            known.clone()
        } else {
            format!("Some({known})")
        });
        answers.push(known);
    };
    let given = |cell: &String| Some(cell.clone()).filter(|cell| !cell.is_empty());
    if let Some(http) = &catalog.http {
        add(
            http.optional,
            http.undocumented.is_some(),
            given(&first.http),
        );
    }
    for (attribute, cell) in catalog.attributes.iter().zip(&first.attributes) {
        let value = given(cell).map(|cell| debug(attribute, &cell));
        add(attribute.optional, attribute.undocumented.is_some(), value);
    }
    let rows: Vec<Vec<String>> = code.rows.iter().map(|row| self::row(row, table)).collect();
    serde_json::json!({ "answers": answers, "received": received, "rows": rows })
}

/// Returns a row as an entry: its scope and its messages.
fn row(row: &Row, table: &Table) -> Vec<String> {
    let scope = (!table.scopes.is_empty()).then_some(&row.scope);
    std::iter::once(format!("{scope:?}"))
        .chain(messages(row))
        .collect()
}

/// Returns the messages: the plain ones or, if they are empty, the printed ones.
fn messages(row: &Row) -> Vec<String> {
    let message = |(at, message): (usize, &String)| match message.as_str() {
        "" => row.printed[at + 1].clone(),
        message => message.to_owned(),
    };
    row.messages.iter().enumerate().map(message).collect()
}

/// Returns a message as it is displayed without arguments.
fn unescaped(message: &str) -> String {
    message.replace("{{", "{").replace("}}", "}")
}

/// Returns the placeholders of a message, in alphabetical order.
fn placeholders(message: &str) -> BTreeSet<String> {
    let plain = message.replace("{{", "").replace("}}", "");
    let names = plain
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name.to_owned()).collect()
}
