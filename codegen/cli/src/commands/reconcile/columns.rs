//! The columns of a document that match those of a table.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::current_table::CurrentTable;
use crate::document::{self, Columns, MESSAGE, Table, plain_code};

/// Returns the columns of the document as `import` detects them.
pub(super) fn detected(
    current: &CurrentTable,
    table: &Table,
    given: &[(String, usize)],
) -> Option<Columns> {
    let columns = document::columns(table, &current.catalog_columns, given);
    columns.index("code").is_some().then_some(columns)
}

/// Returns the columns of the document that match the columns of the table: the given ones, and for others those that agree in the
/// most cells, or else those with a fitting header. Returns `None` if the codes or all messages have no column.
pub(super) fn matching(
    current: &CurrentTable,
    table: &Table,
    given: &[(String, usize)],
) -> Option<Columns> {
    let languages = &current.catalog_columns.languages;
    let guess = document::columns(table, &current.catalog_columns, given);
    let mut named = given.to_vec();
    for name in current.compared_columns() {
        if given.iter().any(|(known, _)| known == name) {
            continue;
        }
        let best = best(current, table, name, guess.index(name)).or_else(|| {
            let guessed = guess.index(name)?;
            named
                .iter()
                .all(|(_, taken)| *taken != guessed)
                .then_some(guessed)
        });
        named.extend(best.map(|index| (name.to_owned(), index)));
    }
    let is_language = |name: &String| languages.contains(name);
    // If one column has the messages of two languages, each cell decides its own.
    let shared = named
        .iter()
        .filter(|(name, _)| is_language(name))
        .find(|(_, index)| {
            named
                .iter()
                .filter(|(name, other)| is_language(name) && other == index)
                .count()
                > 1
        });
    if let Some((_, index)) = shared.cloned() {
        named.retain(|(name, other)| *other != index || !is_language(name));
        named.push((MESSAGE.to_owned(), index));
    } else if let Some(index) = guess.index(MESSAGE)
        && !named.iter().any(|(name, _)| is_language(name))
    {
        named.push((MESSAGE.to_owned(), index));
    }
    let has_code = named.iter().any(|(name, _)| name == "code");
    let has_message = named
        .iter()
        .any(|(name, _)| is_language(name) || name == MESSAGE);
    let prints_messages = current.printed.iter().any(|(name, _)| is_language(name));
    let columns = Columns {
        named,
        languages: languages.clone(),
    };
    (has_code && (has_message || !prints_messages)).then_some(columns)
}

/// Returns the column that has the most texts of a column of the table: of several, the guessed one, or else the first.
fn best(
    current: &CurrentTable,
    table: &Table,
    name: &str,
    guessed: Option<usize>,
) -> Option<usize> {
    let is_code = name == "code";
    let form = |text: &str| {
        if is_code {
            current.widened(&plain_code(text))
        } else {
            text.to_owned()
        }
    };
    let own: HashSet<String> = (0..current.table.rows().len())
        .map(|row| match is_code {
            true => current.widened(&current.code(row)),
            false => current.text_of(row, &format!("printed.{name}")).to_owned(),
        })
        .filter(|text| !text.is_empty())
        .collect();
    let agreeing = |index: usize| {
        table
            .rows
            .iter()
            .filter(|row| own.contains(&form(&row[index])))
            .count()
    };
    (0..table.header.len())
        .map(|index| (agreeing(index), index))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, index)| (*count, guessed == Some(*index), Reverse(*index)))
        .map(|(_, index)| index)
}
