//! Single changes of a catalog, and how `diff` is to call each.

mod codes;
mod shared;

use proptest::sample::Index;

use random_catalogs::catalog::{Attribute, Catalog, Charset, Kind, Row};

/// A change as `diff` tells it: its kind, the enum's path and the code, or nothing where it is about no table or code.
pub(crate) type Change = (&'static str, String, String);

/// A change of a catalog: what it makes of it, and what `diff` is to say. `None` where the catalog has nothing to change so.
pub(crate) type Mutation = fn(&mut Catalog, &Index) -> Option<Vec<Change>>;

/// All of them, by what is done.
pub(crate) fn all() -> impl Iterator<Item = &'static (&'static str, Mutation)> + Clone {
    codes::MUTATIONS.iter().chain(&shared::MUTATIONS)
}

/// Changes a row; gives the enum's path, and the code.
fn edit_row(
    catalog: &mut Catalog,
    at: &Index,
    change: impl FnOnce(&Catalog, &mut Row),
) -> Option<(String, String)> {
    let (table, row) = place(catalog, at)?;
    let mut edited = catalog.tables[table].rows[row].clone();
    change(catalog, &mut edited);
    let code = edited.code.clone();
    catalog.tables[table].rows[row] = edited;
    Some((catalog.tables[table].path(), code))
}

/// The index of an attribute of some kind.
fn attribute(catalog: &Catalog, at: &Index, is: impl Fn(&Attribute) -> bool) -> Option<usize> {
    let fitting: Vec<usize> = (0..catalog.attributes.len())
        .filter(|index| is(&catalog.attributes[*index]))
        .collect();
    (!fitting.is_empty()).then(|| fitting[at.index(fitting.len())])
}

fn words(attribute: &Attribute) -> Vec<String> {
    match &attribute.kind {
        Kind::Words(words) => words.iter().map(|(word, _)| word.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The message that counts.
fn message(row: &Row, language: usize) -> String {
    match row.messages[language].as_str() {
        "" => row.printed[language + 1].clone(),
        message => message.to_owned(),
    }
}

/// A row with a code that no other row has or speaks of.
fn place(catalog: &Catalog, at: &Index) -> Option<(usize, usize)> {
    let places: Vec<(usize, usize)> = (catalog.tables.iter().enumerate())
        .flat_map(|(table_at, table)| {
            let is_alone = |row: &Row| {
                let instead = format!("; use {}", row.code);
                let is_range = table.charset == Charset::Digits && row.code.contains('-');
                !is_range
                    && table
                        .rows
                        .iter()
                        .filter(|other| other.code == row.code)
                        .count()
                        == 1
                    && table
                        .rows
                        .iter()
                        .all(|other| !other.retired.ends_with(&instead))
            };
            let rows = table
                .rows
                .iter()
                .enumerate()
                .filter(move |(_, row)| is_alone(row));
            rows.map(move |(row, _)| (table_at, row))
                .collect::<Vec<_>>()
        })
        .collect();
    (!places.is_empty()).then(|| places[at.index(places.len())])
}
