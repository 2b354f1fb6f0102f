//! Codes as text for a terminal. An output without colors strips the styles.

use crate::reference::anchor::anchor;
use crate::reference::labels::Labels;
use crate::reference::table_info;
use crate::terminal::style::{BOLD, PLAIN, QUIET};
use codegen::Catalog;
use codegen::catalog::{Code, Row, Value};
use codegen::text::Sanitized;

/// Returns all facts about a code, one per line.
pub(crate) fn whole(catalog: &Catalog, code: Code<'_>, language: Option<&str>) -> String {
    let lines = facts(catalog, code, language);
    let width = lines
        .iter()
        .map(|(label, _)| label.chars().count())
        .max()
        .unwrap_or_default();
    let mut text = format!(
        "{BOLD}{}{PLAIN} in {}\n",
        Sanitized(code.code()),
        Sanitized(code.table().name())
    );
    for (label, value) in lines {
        text.push_str(&format!(
            "  {QUIET}{label:width$}{PLAIN}  {}\n",
            Sanitized(&value)
        ));
    }
    text
}

/// Returns the facts about a code, each with its label.
fn facts(catalog: &Catalog, code: Code<'_>, language: Option<&str>) -> Vec<(String, String)> {
    let languages = languages(catalog, language);
    let labels = Labels::new(catalog, language.unwrap_or(catalog.display_language()));
    let path = format!(
        "{}::{}",
        table_info::path(catalog, code.table()),
        code.variant()
    );
    let mut facts = vec![
        ("enum".to_owned(), path),
        ("link".to_owned(), format!("#{}", anchor(code))),
    ];
    let source = table_info::source(code.table(), language.unwrap_or(catalog.display_language()));
    facts.extend(source.map(|source| ("source".to_owned(), source)));
    facts.extend((code.aliases()).map(|alias| ("alias".to_owned(), alias.to_owned())));
    facts.extend((code.retirement()).map(|retirement| ("retired".to_owned(), retirement)));
    facts.extend(messages(code.first_row(), &languages, ""));
    let status = code.http_status();
    facts.extend(status.map(|status| ("http".to_owned(), status.to_string())));
    for attribute in catalog.attributes() {
        facts.extend(code.value(attribute.name()).map(|value| {
            let text = match value {
                // The name is the same in every language: it is what the data and the Rust code use.
                Value::Enum(value) => {
                    let doc = labels.enum_value_doc(attribute, value);
                    format!("{} - {doc}", value.name())
                }
                other => other.to_string(),
            };
            (attribute.name().to_owned(), text)
        }));
    }
    let several = code.rows().len() > 1;
    for (index, entry) in code.rows().enumerate() {
        let row = if several {
            format!("row {}: ", index + 1)
        } else {
            String::new()
        };
        let scope = entry.scope();
        facts.extend(scope.map(|scope| (format!("{row}scope"), scope.to_owned())));
        if several {
            facts.extend(messages(entry, &languages, &row));
        }
        let is_hidden = |column: &str| {
            let is_language = catalog.languages().any(|tag| tag == column);
            is_language && !languages.contains(&column)
        };
        let printed = entry.printed_cells();
        let printed = printed.filter(|(column, text)| !text.is_empty() && !is_hidden(column));
        facts.extend(
            printed.map(|(column, text)| (format!("{row}printed {column}"), text.to_owned())),
        );
        let translated = language.and_then(|tag| entry.translated_note(tag));
        let note = translated.unwrap_or(entry.note());
        if !note.is_empty() {
            facts.push((format!("{row}note"), note.to_owned()));
        }
    }
    facts
}

/// Returns the one language that was asked for, or all of them.
fn languages<'a>(catalog: &'a Catalog, language: Option<&'a str>) -> Vec<&'a str> {
    match language {
        Some(language) => vec![language],
        None => catalog.languages().collect(),
    }
}

/// Returns the messages of a row in these languages. Only a single language shows its fallback for a missing message.
fn messages(row: Row<'_>, languages: &[&str], prefix: &str) -> Vec<(String, String)> {
    let message = |tag: &&str| {
        let written = row.message_language(tag)?;
        let label = match written == *tag {
            true => format!("{prefix}{tag}"),
            false if languages.len() > 1 => return None,
            false => format!("{prefix}{tag} (in {written})"),
        };
        Some((label, row.message(tag)?.to_owned()))
    };
    languages.iter().filter_map(message).collect()
}

/// Returns one line for each code.
pub(crate) fn lines(catalog: &Catalog, codes: &[Code<'_>], language: Option<&str>) -> Vec<String> {
    let heads = codes.iter().map(|code| {
        let text = Sanitized(code.code()).to_string();
        (text, Sanitized(code.table().name()).to_string())
    });
    let heads: Vec<(String, String)> = heads.collect();
    let width = |text: &str| text.chars().count();
    let widths = heads.iter().map(|(code, table)| width(code) + width(table));
    let (widest_head, widest_path) = (
        widths.max().unwrap_or_default(),
        codes
            .iter()
            .map(|code| width(&code.path()))
            .max()
            .unwrap_or_default(),
    );
    let languages = languages(catalog, language);
    let line = |(code, (text, table)): (&Code<'_>, &(String, String))| {
        let messages = messages(code.first_row(), &languages, "").into_iter();
        let messages: Vec<String> = messages.map(|(_, message)| message).collect();
        let messages = messages.join("  ");
        let rest = widest_head - width(text);
        format!(
            "{BOLD}{text}{PLAIN} in {table:rest$}  {QUIET}{:widest_path$}{PLAIN}  {}",
            code.path(),
            Sanitized(&messages)
        )
    };
    codes.iter().zip(&heads).map(line).collect()
}
