//! The documentation of enums and variants.

use std::fmt::Write as _;

use crate::escape::{markdown, markdown_code};
use crate::lower::{Catalog, Code, Table};
use crate::model::{Attribute, Kind, Row, Value};

/// Returns the documentation of an enum: the titles, the docs and the source of the table.
pub(super) fn table(catalog: &Catalog<'_>, table: &Table<'_>) -> String {
    let model = table.model;
    let mut doc = String::new();
    let display = catalog.model.display;
    let title = model.title[display]
        .as_deref()
        .unwrap_or(&model.type_name.text);
    let _ = writeln!(doc, "{}.", markdown(title));
    let own = model.doc[display].iter();
    let others = (model.title.iter().zip(&model.doc).enumerate())
        .filter(|(index, _)| *index != display)
        .flat_map(|(_, (title, doc))| title.iter().chain(doc));
    for text in own.chain(others) {
        let _ = writeln!(doc, "\n{}", markdown(text));
    }
    let source = &model.provenance;
    if let Some(document) = source.document_in(display) {
        let around = |before: &str, text: Option<&str>, after: &str| {
            let text = text.map(markdown);
            text.map_or_else(String::new, |text| format!("{before}{text}{after}"))
        };
        let publisher = around("", source.publisher_in(display), ", ");
        let version = around(" (", source.version.as_deref(), ")");
        let document = markdown(document);
        let _ = writeln!(doc, "\nSource: {publisher}“{document}”{version}.");
    }
    if model.enum_options.non_exhaustive {
        doc.push_str(
            "\nA `match` in another crate needs a `_` arm: a minor release may add codes.\n",
        );
    }
    doc.push_str("\nThe variants are in code order.\n");
    doc
}

/// Returns the documentation of a variant, with everything in the row of its code.
pub(super) fn code(catalog: &Catalog<'_>, table: &Table<'_>, code: &Code<'_>) -> String {
    let model = catalog.model;
    let mut doc = format!(
        "{} {}\n\n",
        markdown_code(&code.code),
        markdown(code.message(model.display))
    );
    if let Some(retirement) = table.retirement(code) {
        let _ = writeln!(doc, "**Retired** {}.\n", markdown(&retirement));
    }
    for (index, language) in model.languages.iter().enumerate() {
        let row = code.first();
        if index != row.message_language(model.display) && row.has_message(index) {
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
                self::value(attribute, value)
            );
        }
    }
    for alias in &code.aliases {
        let _ = writeln!(doc, "- alias: {} (deprecated)", markdown_code(alias));
    }
    for (index, entry) in code.entries.iter().enumerate() {
        if code.entries.len() > 1 {
            let scope = table.model.scope_name(entry);
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
    doc.truncate(doc.trim_end().len());
    doc
}

/// Returns `true` if a printed text differs from what the documentation already has.
fn differs(catalog: &Catalog<'_>, code: &Code<'_>, entry: &Row, column: &str, text: &str) -> bool {
    match catalog.model.tags().position(|tag| tag == column) {
        Some(language) => entry.messages[language].text != text,
        None => column == "code" && code.code != text,
    }
}

/// Returns a value as the documentation writes it.
pub(super) fn value(attribute: &Attribute, value: &Value) -> String {
    let text = attribute.text(value);
    match attribute.kind {
        Kind::Text => markdown(&text),
        Kind::Url => format!("<{text}>"),
        Kind::Enum(_) | Kind::Integer(_) | Kind::Flag => format!("`{text}`"),
    }
}

/// Returns a doc of the catalog as the text of a doc comment.
pub(super) fn comment(doc: &str) -> String {
    format!(" {}", markdown(doc))
}

/// Returns the first line of the documentation of `extract`.
pub(super) fn extract(catalog: &Catalog<'_>) -> String {
    format!(
        " Returns the arguments of a message received with this code; `None` if it matches no {} of the code.",
        texts(catalog)
    )
}

/// Returns the first line of the documentation of `localize`.
pub(super) fn localize(catalog: &Catalog<'_>) -> String {
    format!(
        " Translates a message received with this code into a language; `None` if it matches no {} of the code.",
        texts(catalog)
    )
}

/// Returns the name of the texts by which a received message is recognized.
fn texts(catalog: &Catalog<'_>) -> &'static str {
    if catalog.has_printed() {
        "message or printed text"
    } else {
        "message"
    }
}

/// Returns the part of the documentation that explains `of_query`.
pub(super) fn of_query(attribute: &Attribute) -> String {
    let name = |index: &usize| format!("`{}`", attribute.values()[*index].name.text);
    let established: Vec<String> = attribute.query.values.iter().map(name).collect();
    let established = established.join(" or ");
    let undocumented = attribute.undocumented.as_ref();
    let undocumented = undocumented.map(|value| self::value(attribute, value));
    format!(
        " The code of such a reply is about the query: whether the query succeeded or failed says nothing about the operation. Returns {established} if the code says so, otherwise {}. Never use `{}()` of this code for the operation: read the result field of the reply.",
        undocumented.unwrap_or_default(),
        attribute.name.text,
    )
}
