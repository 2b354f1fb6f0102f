//! The documentation of enums and variants.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::{Catalog, Code, Table};
use crate::model::{Kind, Row, Value};

/// Documentation from the catalog as attributes, one for each line: each is printed as a line. A text of several lines
/// would be printed as a block, which `*/` in it would end.
pub(super) fn attributes(doc: &str) -> TokenStream {
    let lines = doc.split('\n').map(|line| match line.trim_end() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// An enum's documentation: its titles, and where the table comes from.
pub(super) fn table(catalog: &Catalog<'_>, table: &Table<'_>) -> String {
    let model = table.model;
    let mut doc = String::new();
    let display = catalog.model.display;
    let title = model.title[display]
        .as_deref()
        .unwrap_or(&model.type_name.text);
    let _ = writeln!(doc, "{}.", line(title));
    for (index, title) in model.title.iter().enumerate() {
        if let Some(title) = title.as_ref().filter(|_| index != display) {
            let _ = writeln!(doc, "\n{}", line(title));
        }
    }
    let source = &model.provenance;
    if let Some(document) = &source.document {
        let publisher = (source.publisher.as_ref())
            .map(|publisher| format!("{}, ", line(publisher)))
            .unwrap_or_default();
        let version = (source.version.as_ref())
            .map(|version| format!(" ({})", line(version)))
            .unwrap_or_default();
        let _ = writeln!(doc, "\nSource: {publisher}“{}”{version}.", line(document));
    }
    let count = table.codes.len();
    let _ = writeln!(
        doc,
        "\n{count} {}, in code order.",
        if count == 1 { "code" } else { "codes" }
    );
    doc
}

/// A variant's documentation: all that is known of the code.
pub(super) fn code(catalog: &Catalog<'_>, table: &Table<'_>, code: &Code<'_>) -> String {
    let model = catalog.model;
    let mut doc = format!(
        "{} {}\n\n",
        verbatim(&code.code),
        markdown(code.message(model.display))
    );
    if let Some(retirement) = table.retirement(code) {
        let _ = writeln!(doc, "**Retired** {}.\n", markdown(&retirement));
    }
    for (index, language) in model.languages.iter().enumerate() {
        if index != model.display {
            let _ = writeln!(doc, "- {}: {}", language.tag, markdown(code.message(index)));
        }
    }
    if let Some(http) = code.http {
        let _ = writeln!(doc, "- HTTP status: {http}");
    }
    for (attribute, value) in model.attributes.iter().zip(&code.attributes) {
        if let Some(value) = value {
            let _ = writeln!(
                doc,
                "- {}: {}",
                attribute.name.text,
                self::value(&attribute.kind, value)
            );
        }
    }
    for (index, entry) in code.entries.iter().enumerate() {
        if code.entries.len() > 1 {
            let scope = entry
                .scope
                .map(|scope| table.model.scopes[scope].name.text.as_str());
            let scope = scope.map(|scope| format!(", {scope}")).unwrap_or_default();
            let message = markdown(&entry.messages[model.display].text);
            let _ = writeln!(doc, "- row {}{scope}: {message}", index + 1);
        }
        for (column, text) in table.printed(entry) {
            if differs(catalog, code, entry, column, text) {
                let _ = writeln!(doc, "- printed {column}: {}", markdown(text));
            }
        }
    }
    doc
}

/// Whether what the document prints is not what the variant's documentation says already.
fn differs(catalog: &Catalog<'_>, code: &Code<'_>, entry: &Row, column: &str, text: &str) -> bool {
    match catalog.model.tags().position(|tag| tag == column) {
        Some(language) => entry.messages[language].text != text,
        None => column == "code" && code.code != text,
    }
}

/// A value, as the documentation writes it.
pub(super) fn value(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::Enum(words), Value::Word(index)) => format!("`{}`", words[*index].name.text),
        (_, Value::Text(text)) => markdown(text),
        (_, Value::Integer(integer)) => format!("`{integer}`"),
        (_, Value::Flag(flag)) => format!("`{flag}`"),
        (_, Value::Word(_)) => unreachable!("only an enum's values are words"),
    }
}

/// A code as Markdown shows code, where that is possible: a back-quote would end it, and three begin an example.
fn verbatim(code: &str) -> String {
    if code.contains('`') {
        markdown(code)
    } else {
        format!("`{code}`")
    }
}

/// Text in one line: what it is about ends with the line.
fn line(text: &str) -> String {
    markdown(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text that Markdown shows as it stands: not as a link, not as HTML, not as emphasis.
pub(super) fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped.replace("://", "\\://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_an_attribute() {
        let expected = quote!(#[doc = " one */"] #[doc = ""] #[doc = " two"]);
        assert_eq!(
            attributes("one */\n \ntwo ").to_string(),
            expected.to_string()
        );
        assert_eq!(attributes("").to_string(), quote!(#[doc = ""]).to_string());
    }

    #[test]
    fn markdown_is_inert() {
        assert_eq!(markdown("[user_id] <b>*"), "\\[user\\_id\\] \\<b\\>\\*");
        assert_eq!(markdown("参数{param}"), "参数{param}");
        assert_eq!(verbatim("E_1"), "`E_1`");
        assert_eq!(verbatim("``"), "\\`\\`");
        assert_eq!(line("Codes\n\n    of a shop"), "Codes of a shop");
    }
}
