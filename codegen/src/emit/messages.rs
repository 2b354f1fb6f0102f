//! The messages of a table: fields of the rows, and columns, which have the messages of fallbacks too.

use super::field::Field;
use super::layout::is_packed;
use super::{literal, packed};
use crate::lower::{Catalog, Table};
use crate::model::Row;
use crate::names;

/// Returns the name of the column with the messages in a language.
pub(super) fn message_column(tag: &str) -> String {
    format!("MESSAGE_{}", names::screaming_snake(tag))
}

/// Returns the name of the column with the languages that the messages in a language are written in.
pub(super) fn lang_column(tag: &str) -> String {
    format!("LANG_{}", names::screaming_snake(tag))
}

/// Returns the languages, by index, in which a table of the catalog may lack messages.
pub(super) fn partial_languages(catalog: &Catalog<'_>) -> Vec<usize> {
    let is_partial = |language: &usize| {
        let mut tables = catalog.model.tables.iter();
        tables.any(|table| !table.requires_language(*language))
    };
    (0..catalog.model.languages.len())
        .filter(is_partial)
        .collect()
}

/// Returns `true` if a row of the table may lack a message that others have.
pub(super) fn has_fallbacks(table: &Table<'_>) -> bool {
    table.model.sources.iter().any(|sources| sources.len() > 1)
}

/// Returns the field of a row with its message in a language of the table.
pub(super) fn field<'a>(
    catalog: &'a Catalog<'_>,
    table: &'a Table<'_>,
    language: usize,
) -> Field<'a> {
    Field {
        name: names::snake(tag(catalog, language)),
        fragment: "literal",
        is_optional: !table.model.requires_language(language),
        value: Box::new(move |code| {
            let has_message = code.first().has_message(language);
            has_message.then(|| literal::string(code.message(language)))
        }),
        column: String::new(),
    }
}

fn tag<'a>(catalog: &'a Catalog<'_>, language: usize) -> &'a str {
    &catalog.model.languages[language].tag
}

/// Returns the columns of the messages, and of the languages that they are written in.
pub(super) fn columns(catalog: &Catalog<'_>, table: &Table<'_>) -> String {
    let languages = 0..catalog.model.languages.len();
    let messages = languages.map(|language| message_texts(catalog, table, language));
    let langs = partial_languages(catalog).into_iter();
    messages
        .chain(langs.map(|language| lang_values(catalog, table, language)))
        .collect()
}

fn message_texts(catalog: &Catalog<'_>, table: &Table<'_>, language: usize) -> String {
    let column = message_column(tag(catalog, language));
    let message = match table.model.sources[language].as_slice() {
        [source] => format!("${}", names::snake(tag(catalog, *source))),
        sources => format!("first_message!({})", alternatives(catalog, sources)),
    };
    if is_packed(table) {
        let texts = table.codes.iter().map(|code| code.message(language));
        packed::text_column(&column, &format!("concat!($({message}),*)"), texts)
    } else {
        format!("static {column}: Column<&str, N> = Column([$({message}),*]);\n")
    }
}

fn lang_values(catalog: &Catalog<'_>, table: &Table<'_>, language: usize) -> String {
    let column = lang_column(tag(catalog, language));
    let lang = |source: usize| format!("Lang::{}", names::upper_camel(tag(catalog, source)));
    if is_packed(table) {
        let codes = table.codes.iter();
        let langs: Vec<String> = codes
            .map(|code| lang(code.first().message_language(language)))
            .collect();
        return packed::value_column(&column, "Lang", &langs);
    }
    match table.model.sources[language].as_slice() {
        [source] => format!(
            "static {column}: Column<Lang, N> = Column([{}; N]);\n",
            lang(*source)
        ),
        sources => format!(
            "static {column}: Column<Lang, N> = Column([$(first_lang!({})),*]);\n",
            alternatives(catalog, sources)
        ),
    }
}

/// Returns the messages of a row in several languages, as the macros take them: each in parentheses, which are empty if it is missing,
/// before its language. Only the last one is never missing.
fn alternatives(catalog: &Catalog<'_>, sources: &[usize]) -> String {
    let last = sources.len() - 1;
    let alternative = |(index, source): (usize, &usize)| {
        let tag = tag(catalog, *source);
        let (variable, lang) = (names::snake(tag), names::upper_camel(tag));
        if index == last {
            format!("(${variable}) {lang}")
        } else {
            format!("($(${variable})?) {lang}")
        }
    };
    let alternatives: Vec<String> = sources.iter().enumerate().map(alternative).collect();
    alternatives.join(" ")
}

/// Returns the field of an entry with the languages of its messages; nothing if it has a message in each language.
pub(super) fn langs(catalog: &Catalog<'_>, row: &Row) -> String {
    if row.missing.is_empty() {
        return String::new();
    }
    let languages = 0..catalog.model.languages.len();
    let lang = |language| names::upper_camel(tag(catalog, row.message_language(language)));
    let langs: Vec<String> = languages
        .map(|language| format!("Lang::{}", lang(language)))
        .collect();
    format!("langs: [{}], ", langs.join(", "))
}
