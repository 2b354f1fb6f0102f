//! A table: its enum, its columns, and the methods that read them.

use std::fmt::Write as _;

use proc_macro2::TokenStream;

use super::columns::Columns;
use super::{docs, lookup, methods, print, root, text, wording};
use crate::escape::markdown;
use crate::lower::{Catalog, Code, Table};
use crate::model::{Attribute, Kind, Row, Value};
use crate::names;

/// The text of a table's part of its module's file. `root` is the way out to `mod.rs`.
pub(super) fn emit(catalog: &Catalog<'_>, table: &Table<'_>, root: &TokenStream) -> String {
    let mut out = String::new();
    emit_enum(catalog, table, &mut out);
    let columns = Columns::of(table, root);
    let mut body = String::new();
    emit_columns(catalog, &columns, root, &mut body);
    let finders = lookup::emit(&columns, &mut body);
    let impls = methods::impls(catalog, &columns, &finders, root);
    body.push_str(&root::spaced(&print(impls)));
    // A block of its own, so that the columns of one table cannot meet anything else in the module.
    // rustfmt leaves it alone: the columns have a row a line, and see `print` for the rest.
    // They name every variant, and that is no use of a retired one.
    let has_retired = table.codes.iter().any(|code| code.retired().is_some());
    let allow = if has_retired {
        "#[allow(deprecated)]\n"
    } else {
        ""
    };
    let body = text::indent(&body);
    let _ = writeln!(
        out,
        "\n{allow}#[rustfmt::skip]\nconst _: () = {{\n{body}}};"
    );
    out
}

fn emit_enum(catalog: &Catalog<'_>, table: &Table<'_>, out: &mut String) {
    text::doc_comments(out, "", &docs::table(catalog, table));
    out.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n");
    let _ = writeln!(out, "pub enum {} {{", table.model.type_name.text);
    for code in &table.codes {
        text::doc_comments(out, "    ", &docs::code(catalog, table, code));
        if is_alias(code) {
            let _ = writeln!(out, "    #[doc(alias = {})]", text::literal(&code.code));
        }
        if let Some(retirement) = table.retirement(code) {
            // Not `since = "…"`: rustc takes that for a version of the crate. rustdoc takes the text for Markdown.
            let _ = writeln!(
                out,
                "    #[deprecated = {}]",
                text::literal(&markdown(&retirement))
            );
        }
        let _ = writeln!(out, "    {},", code.variant);
    }
    out.push_str("}\n");
}

/// Whether rustdoc takes the code as an alias of its variant: it refuses quotes, and the variant's own name.
fn is_alias(code: &Code<'_>) -> bool {
    code.code != code.variant && !code.code.contains(['"', '\''])
}

/// The columns. A method reads its own alone, so that a program holds only what it calls for.
fn emit_columns(
    catalog: &Catalog<'_>,
    columns: &Columns<'_>,
    root: &TokenStream,
    out: &mut String,
) {
    let (model, table, root) = (catalog.model, columns.table, path_text(root));
    let type_name = &table.model.type_name.text;
    columns.write_array(out, "In code order.", "ALL", type_name, |code| {
        format!("{type_name}::{}", code.variant)
    });
    columns.write_texts(out, "The codes.", "CODES", |code| &code.code);
    columns.write_texts(out, "The variants' names.", "NAMES", |code| &code.variant);
    for (index, tag) in model.tags().enumerate() {
        let doc = format!("The messages in `{tag}`.");
        columns.write_texts(out, &doc, &message_column(tag), |code| code.message(index));
    }
    if let Some(http) = &model.http {
        let item_type = if http.optional { "Option<u16>" } else { "u16" };
        columns.write_values(
            out,
            "The HTTP statuses.",
            "HTTP_STATUS",
            item_type,
            |code| {
                let status = code.http.map(|status| status.to_string());
                optional_value(http.optional, status)
            },
        );
    }
    for index in &table.model.attributes {
        let attribute = &model.attributes[*index];
        let value_type = match &attribute.kind {
            Kind::Enum(_) => format!("{root}{}", names::upper_camel(&attribute.name.text)),
            Kind::Text => "&str".to_owned(),
            Kind::Integer => "i64".to_owned(),
            Kind::Flag => "bool".to_owned(),
        };
        let item_type = if attribute.optional {
            format!("Option<{value_type}>")
        } else {
            value_type.clone()
        };
        let doc = format!("The values of `{}`.", attribute.name.text);
        columns.write_values(
            out,
            &doc,
            &attribute_column(attribute),
            &item_type,
            |code| {
                let value =
                    code.attributes[*index].map(|value| value_text(attribute, value, &value_type));
                optional_value(attribute.optional, value)
            },
        );
    }
    if !table.model.scopes.is_empty() {
        let doc = "The scopes of the codes' first rows.";
        columns.write_values(out, doc, "SCOPES", "&str", |code| {
            scope(table, code.first())
        });
    }
    if !table.model.printed.is_empty() {
        let count = table.model.printed.len();
        let doc = "What the document prints in the codes' first rows.";
        columns.write_array(out, doc, "PRINTED", &format!("[&str; {count}]"), |code| {
            format!("[{}]", texts(&code.first().printed))
        });
        let names = texts(&table.model.printed);
        let _ = writeln!(
            out,
            "/// The columns of `PRINTED`.\nstatic COLUMNS: &[&str] = &[{names}];\n"
        );
    }
    emit_wordings(catalog, table, out);
    if has_more(table) {
        emit_more(catalog, table, &root, out);
    }
}

/// The placeholders of the codes that have some, and what the document prints for them.
fn emit_wordings(catalog: &Catalog<'_>, table: &Table<'_>, out: &mut String) {
    let placeholders = |code: &Code<'_>| {
        texts(
            &wording::placeholders(code.first())
                .into_iter()
                .collect::<Vec<_>>(),
        )
    };
    let templates = |code: &Code<'_>| texts(&wording::templates(catalog, table, code.first()));
    let doc = "The placeholders of the codes' first rows.";
    sparse(table, doc, "PLACEHOLDERS", &placeholders, out);
    let doc = "What the document prints for messages with placeholders, as messages are written.";
    sparse(table, doc, "TEMPLATES", &templates, out);
}

/// An array with a row only for the codes that have something in it; none where no code has.
fn sparse(
    table: &Table<'_>,
    doc: &str,
    name: &str,
    value: &dyn Fn(&Code<'_>) -> String,
    out: &mut String,
) {
    let rows: Vec<(&Code<'_>, String)> = (table.codes.iter())
        .map(|code| (code, value(code)))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "/// {doc}\nstatic {name}: [(usize, &[&str]); {}] = [",
        rows.len()
    );
    for (code, value) in rows {
        let _ = writeln!(
            out,
            "    ({}::{} as usize, &[{value}]), // {} {}",
            table.model.type_name.text, code.variant, code.code, code.variant,
        );
    }
    out.push_str("];\n\n");
}

/// Whether the message of a code has placeholders.
pub(super) fn has_placeholders(table: &Table<'_>) -> bool {
    (table.codes.iter()).any(|code| !wording::placeholders(code.first()).is_empty())
}

/// Whether the document prints a text for a message with placeholders.
pub(super) fn has_templates(catalog: &Catalog<'_>, table: &Table<'_>) -> bool {
    (table.codes.iter()).any(|code| !wording::templates(catalog, table, code.first()).is_empty())
}

/// Whether a code has more rows than one.
pub(super) fn has_more(table: &Table<'_>) -> bool {
    table.codes.iter().any(|code| code.entries.len() > 1)
}

/// The rows after the first of the codes that have more than one.
fn emit_more(catalog: &Catalog<'_>, table: &Table<'_>, root: &str, out: &mut String) {
    let repeated = || table.codes.iter().filter(|code| code.entries.len() > 1);
    let columns = if table.model.printed.is_empty() {
        "&[]"
    } else {
        "COLUMNS"
    };
    let _ = writeln!(
        out,
        "/// The rows after the first, by code.\nstatic MORE: [(usize, &[{root}Entry]); {}] = [",
        repeated().count()
    );
    for code in repeated() {
        let _ = writeln!(
            out,
            "    ({}::{} as usize, &[",
            table.model.type_name.text, code.variant
        );
        for entry in &code.entries[1..] {
            let scope = if table.model.scopes.is_empty() {
                "None".to_owned()
            } else {
                format!("Some({})", scope(table, entry))
            };
            let messages: Vec<&str> = entry
                .messages
                .iter()
                .map(|message| message.text.as_str())
                .collect();
            let _ = writeln!(
                out,
                "        {root}Entry {{ scope: {scope}, messages: [{}], columns: {columns}, printed: &[{}], placeholders: &[{}], templates: &[{}] }}, // {} {}",
                texts(&messages),
                texts(&entry.printed),
                texts(&wording::placeholders(entry).into_iter().collect::<Vec<_>>()),
                texts(&wording::templates(catalog, table, entry)),
                code.code,
                code.variant,
            );
        }
        out.push_str("    ]),\n");
    }
    out.push_str("];\n\n");
}

fn scope(table: &Table<'_>, entry: &Row) -> String {
    let scope = entry
        .scope
        .map(|scope| table.model.scopes[scope].name.text.as_str());
    text::literal(scope.unwrap_or_default())
}

fn texts(texts: &[impl AsRef<str>]) -> String {
    texts
        .iter()
        .map(|text| text::literal(text.as_ref()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn optional_value(optional: bool, value: Option<String>) -> String {
    match (optional, value) {
        (false, value) => value.expect("the checks saw that each code has it"),
        (true, Some(value)) => format!("Some({value})"),
        (true, None) => "None".to_owned(),
    }
}

/// A value in Rust; `value_type` is the path of its enum, where it has one.
pub(super) fn value_text(attribute: &Attribute, value: &Value, value_type: &str) -> String {
    match (&attribute.kind, value) {
        (Kind::Enum(words), Value::Enum(index)) => {
            format!(
                "{value_type}::{}",
                names::upper_camel(&words[*index].name.text)
            )
        }
        (_, Value::Text(text)) => text::literal(text),
        (_, Value::Integer(integer)) => integer.to_string(),
        (_, Value::Flag(flag)) => flag.to_string(),
        (_, Value::Enum(_)) => unreachable!("only an enum's values are words"),
    }
}

/// The column of the messages in a language.
pub(super) fn message_column(tag: &str) -> String {
    format!("MESSAGE_{}", names::screaming_snake(tag))
}

/// The column of an attribute's values.
pub(super) fn attribute_column(attribute: &Attribute) -> String {
    format!("ATTRIBUTE_{}", names::screaming_snake(&attribute.name.text))
}

/// `super::super::`
fn path_text(root: &TokenStream) -> String {
    root.to_string().replace(' ', "")
}
