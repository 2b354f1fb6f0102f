//! Single changes of a catalog, each with the changes that `diff` must report.

mod catalog_level;
mod codes;

use proptest::sample::Index;

use random_catalogs::catalog::{Attribute, Catalog, Kind, Row};

/// A change as `diff` reports it: its kind, the path of the enum and the code. Path and code are empty for other changes.
pub(crate) type Change = (&'static str, String, String);

/// Changes a catalog and returns the changes that `diff` must report, or `None` if the catalog has nothing to change.
pub(crate) type Mutation = fn(&mut Catalog, &Index) -> Option<Vec<Change>>;

/// Returns all mutations with their names.
pub(crate) fn all() -> impl Iterator<Item = &'static (&'static str, Mutation)> + Clone {
    codes::MUTATIONS.iter().chain(&catalog_level::MUTATIONS)
}

/// Changes a row and returns the path of the enum and the code.
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

/// Returns the index of an attribute of a kind.
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

/// Returns the effective message.
fn message(row: &Row, language: usize) -> String {
    match row.messages[language].as_str() {
        "" => row.printed[language + 1].clone(),
        message => message.to_owned(),
    }
}

/// Returns a row whose code no other row has or refers to.
fn place(catalog: &Catalog, at: &Index) -> Option<(usize, usize)> {
    let places: Vec<(usize, usize)> = (catalog.tables.iter().enumerate())
        .flat_map(|(table_at, table)| {
            let is_alone = |row: &Row| {
                let instead = format!("; use {}", row.code);
                row.range(table.charset).is_none()
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
