//! The tables of requested languages, offered languages, and the selected one.

use std::fs;

/// The files with a table in Markdown. Paths are relative to this package.
pub(super) const FILES: [&str; 2] = ["../../../codes/src/docs/language.md", "pairs.md"];

/// A row of a table: the texts in backticks of each cell.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The language ranges of `Accept-Language`.
    pub(super) requested: Vec<String>,
    /// The languages of the catalog, in its order.
    pub(super) offered: Vec<String>,
    /// The selected language; `None` if none is.
    pub(super) selected: Option<String>,
}

/// Reads the rows of all tables.
pub(super) fn read() -> Vec<Pair> {
    FILES.iter().flat_map(|file| read_table(file)).collect()
}

fn read_table(file: &str) -> Vec<Pair> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut lines = text.lines();
    let is_header = |line: &str| line == "| requested | offered | selected |";
    assert!(lines.any(is_header), "{file} has no table");
    let rows = lines.skip(1).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<Vec<String>> = row.trim_matches('|').split('|').map(texts).collect();
        let [requested, offered, selected] = cells.try_into().unwrap();
        Pair {
            requested,
            offered,
            selected: selected.into_iter().next(),
        }
    })
    .collect()
}

/// Returns the texts in backticks.
fn texts(cell: &str) -> Vec<String> {
    let texts = cell.split('`').skip(1).step_by(2);
    texts.map(str::to_owned).collect()
}
