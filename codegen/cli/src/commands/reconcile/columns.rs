//! The columns of a document that match those of a table.

use super::current_table::CurrentTable;
use crate::document::{self, Columns, MESSAGE, Table, plain_code};
use crate::failure::Failure;

/// Returns the columns of the document that match the columns `printed.*`: the given ones, or else the columns that agree in the
/// most cells, or else those with a fitting header. Returns `None` if the codes or all messages have no column.
pub(crate) fn find(
    current: &CurrentTable,
    table: &Table,
    given: &[String],
) -> Result<Option<Columns>, Failure> {
    let languages = &current.catalog_columns.languages;
    let mut names: Vec<&str> = vec!["code"];
    names.extend(current.printed.iter().map(|(name, _)| name.as_str()));
    let given = document::given_columns(given, table, &names)?;
    let guess = document::columns(table, &current.catalog_columns, &given);
    let mut named = given.clone();
    for (name, at) in &current.printed {
        if given.iter().any(|(known, _)| known == name) {
            continue;
        }
        let best = best(current, table, *at, name == "code").or_else(|| {
            let guessed = guess.index(name)?;
            named
                .iter()
                .all(|(_, taken)| *taken != guessed)
                .then_some(guessed)
        });
        named.extend(best.map(|index| (name.clone(), index)));
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
    let columns = Columns {
        named,
        languages: languages.clone(),
    };
    Ok((has_code && has_message).then_some(columns))
}

/// Returns the column that has the most texts of a printed column.
fn best(current: &CurrentTable, table: &Table, printed: usize, is_code: bool) -> Option<usize> {
    let form = |text: &str| {
        if is_code {
            current.widened(&plain_code(text))
        } else {
            text.to_owned()
        }
    };
    let own: std::collections::HashSet<String> = (current.table.rows().iter())
        .map(|row| form(&row[printed].text))
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
        .max_by_key(|(count, index)| (*count, std::cmp::Reverse(*index)))
        .map(|(_, index)| index)
}
