//! Codes as people read them on a terminal. Colours are taken out where there is none.

use super::search::Hit;
use crate::anchor::anchor;
use crate::shown;
use crate::wording::Wording;
use codegen::lower::Catalog;
use codegen::model::{Kind, Value};
use codegen::sanitize::Sanitized;

const BOLD: &str = "\u{1b}[1m";
const QUIET: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// All that is known of a code, a line each.
pub(super) fn whole(catalog: &Catalog<'_>, hit: &Hit<'_>, language: Option<usize>) -> String {
    let lines = facts(catalog, hit, language);
    let width = lines
        .iter()
        .map(|(label, _)| label.chars().count())
        .max()
        .unwrap_or_default();
    let mut text = format!(
        "{BOLD}{}{PLAIN} in {}\n",
        Sanitized(&hit.code.code),
        Sanitized(&hit.table.model.name.text)
    );
    for (label, value) in lines {
        text.push_str(&format!(
            "  {QUIET}{label:width$}{PLAIN}  {}\n",
            Sanitized(&value)
        ));
    }
    text
}

/// Labels and what they stand for.
fn facts(catalog: &Catalog<'_>, hit: &Hit<'_>, language: Option<usize>) -> Vec<(String, String)> {
    let Hit { table, code } = hit;
    let model = catalog.model;
    let is_shown = |index: usize| language.is_none_or(|language| language == index);
    let tags = || {
        model
            .tags()
            .enumerate()
            .filter(|(index, _)| is_shown(*index))
    };
    let wording = Wording::new(
        model,
        &model.languages[language.unwrap_or(model.display)].tag,
    );

    let mut facts = vec![(
        "enum".to_owned(),
        format!("{}::{}", shown::path(catalog, table), code.variant),
    )];
    facts.push(("link".to_owned(), format!("#{}", anchor(table, code))));
    facts.extend((table.retirement(code)).map(|retirement| ("retired".to_owned(), retirement)));
    facts.extend(tags().map(|(index, tag)| (tag.to_owned(), code.message(index).to_owned())));
    facts.extend(code.http.map(|http| ("http".to_owned(), http.to_string())));
    for (attribute, value) in model.attributes.iter().zip(&code.attributes) {
        let Some(value) = value else { continue };
        let (_, doc) = wording.value(attribute, value);
        let value = match (&attribute.kind, value) {
            // The word itself, as the data and the code have it, whatever the language.
            (Kind::Enum(words), Value::Enum(index)) => words[*index].name.text.clone(),
            _ => wording.value(attribute, value).0,
        };
        let doc = doc.map(|doc| format!(": {doc}")).unwrap_or_default();
        facts.push((attribute.name.text.clone(), format!("{value}{doc}")));
    }
    let several = code.entries.len() > 1;
    for (index, entry) in code.entries.iter().enumerate() {
        let row = if several {
            format!("row {}: ", index + 1)
        } else {
            String::new()
        };
        if let Some(scope) = entry.scope {
            facts.push((
                format!("{row}scope"),
                table.model.scopes[scope].name.text.clone(),
            ));
        }
        for (language, tag) in tags().filter(|_| several) {
            facts.push((format!("{row}{tag}"), entry.messages[language].text.clone()));
        }
        let is_hidden = |column: &str| {
            model
                .tags()
                .position(|tag| tag == column)
                .is_some_and(|index| !is_shown(index))
        };
        for (column, text) in table
            .printed(entry)
            .filter(|(column, _)| !is_hidden(column))
        {
            facts.push((format!("{row}printed {column}"), text.to_owned()));
        }
        if !entry.note.is_empty() {
            facts.push((format!("{row}note"), entry.note.clone()));
        }
    }
    facts
}

/// A line for each code.
pub(super) fn lines(
    catalog: &Catalog<'_>,
    hits: &[Hit<'_>],
    language: Option<usize>,
) -> Vec<String> {
    let path = |hit: &Hit<'_>| format!("{}::{}", hit.table.path(), hit.code.variant);
    let widest = |text: &dyn Fn(&Hit<'_>) -> String| {
        hits.iter()
            .map(|hit| text(hit).chars().count())
            .max()
            .unwrap_or_default()
    };
    let (codes, paths) = (widest(&|hit| hit.code.code.clone()), widest(&path));
    let languages: Vec<usize> = match language {
        Some(language) => vec![language],
        None => (0..catalog.model.languages.len()).collect(),
    };
    let line = |hit: &Hit<'_>| {
        let messages: Vec<&str> = languages
            .iter()
            .map(|language| hit.code.message(*language))
            .collect();
        let (code, path, messages) = (
            Sanitized(&hit.code.code).to_string(),
            path(hit),
            messages.join("  "),
        );
        format!(
            "{BOLD}{code:codes$}{PLAIN}  {QUIET}{path:paths$}{PLAIN}  {}",
            Sanitized(&messages)
        )
    };
    hits.iter().map(line).collect()
}
