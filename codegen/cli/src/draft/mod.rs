//! The two files of a new table: NAME.csv, and NAME.toml by [`description`].

pub(crate) mod csv_cell;
mod description;
pub(crate) mod name_list;
pub(crate) mod names;
mod placeholders;
pub(crate) mod propose;
mod row_facts;
mod symbols;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use self::csv_cell::cell;
use self::description::description;
use self::names::Names;
use self::row_facts::{Scopes, are_statuses};
use crate::catalog_columns::CatalogColumns;
use crate::document::{self, Columns, MESSAGE, Row, Skipped, Table};
use crate::failure::Failure;

/// A new table that a person has to review.
pub(crate) struct Draft {
    pub(crate) toml: String,
    pub(crate) csv: String,
    pub(crate) rows: usize,
    pub(crate) skipped: Vec<Skipped>,
    /// The placeholders of the document that have names now.
    pub(crate) replaced: BTreeMap<String, BTreeSet<String>>,
}

impl Draft {
    pub(crate) fn new(
        name: &str,
        table: &Table,
        columns: &Columns,
        catalog_columns: &CatalogColumns,
        names: HashMap<String, String>,
        document: &Path,
    ) -> Result<Self, Failure> {
        let rows = document::rows(table, columns, None);
        if rows.rows.is_empty() {
            return Err(Failure::new("none of the rows has a code")
                .with_help(catalog_columns.columns_help()));
        }
        let names = Names::new(&rows.rows, names, std::iter::empty());
        let mut replaced = BTreeMap::new();
        let csv = csv(&rows.rows, columns, names, catalog_columns, &mut replaced);
        // Text in braces is a placeholder anyway.
        let marks = replaced.keys().filter(|mark| !mark.starts_with('{'));
        let marks: Vec<String> = marks.cloned().collect();
        let toml = description(name, table, &rows, &marks, catalog_columns, document);
        Ok(Draft {
            toml,
            csv,
            rows: rows.rows.len(),
            skipped: rows.skipped,
            replaced,
        })
    }
}

/// Returns the text of NAME.csv.
fn csv(
    rows: &[Row],
    columns: &Columns,
    mut names: Names,
    catalog_columns: &CatalogColumns,
    replaced: &mut BTreeMap<String, BTreeSet<String>>,
) -> String {
    let prints = |column: &str| rows.iter().any(|row| !row.printed(column).is_empty());
    let mut plain = vec!["code"];
    plain.extend(prints("scope").then_some("scope"));
    plain.push("name");
    plain.extend(catalog_columns.languages.iter().map(String::as_str));
    plain.extend(
        catalog_columns
            .http
            .filter(|_| !are_statuses(rows))
            .map(|_| "http"),
    );
    plain.extend(
        catalog_columns
            .attributes
            .iter()
            .filter(|(name, required)| **required || prints(name))
            .map(|(name, _)| name.as_str()),
    );
    let kept = columns.named.iter().map(|(name, _)| name.as_str());
    let kept = kept.filter(|name| !plain.contains(name) && *name != MESSAGE);
    let printed: Vec<String> = (plain.iter().copied().filter(|name| prints(name)))
        .chain(kept)
        .map(|name| format!("printed.{name}"))
        .collect();
    let mut header = plain.clone();
    header.extend(printed.iter().map(String::as_str));
    header.extend(["note", "review"]);
    let mut csv = header.join(",") + "\n";
    let scopes = Scopes::new(rows);
    let mut seen = HashSet::new();
    for row in rows {
        let repeats = !seen.insert(&row.code);
        let proposal = propose::propose("imported", row, repeats, &mut names, catalog_columns);
        for (mark, name) in &proposal.replaced {
            replaced
                .entry(mark.clone())
                .or_default()
                .insert(name.clone());
        }
        let cells = header.iter().map(|column| match *column {
            "code" => row.code.as_str(),
            "scope" => scopes.plain(row.printed("scope")),
            "name" => &proposal.name,
            "review" => &proposal.review,
            column => match column.strip_prefix("printed.") {
                Some(column) => row.printed(column),
                None => proposal.message(column),
            },
        });
        csv.push_str(&cells.map(cell).collect::<Vec<_>>().join(","));
        csv.push('\n');
    }
    csv
}
