//! Rows of a table and rows of a document, side by side.

use std::collections::HashMap;

use super::current_table::CurrentTable;
use crate::document::Rows;

/// Something that differs. Rows are indices: of the table's, or where said so of the document's.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// The document prints another text in a column.
    Text {
        row: usize,
        column: String,
        old: String,
        new: String,
    },
    /// A row (of the document) that the table does not have; and the table's row that it comes after.
    Added { row: usize, after: Option<usize> },
    /// The document has the row no more.
    Removed { row: usize },
    /// The row stands elsewhere: after another one now, or first.
    Moved { row: usize, after: Option<usize> },
}

#[derive(Debug)]
pub(crate) struct Comparison {
    /// In the document's order; what it has no more comes last.
    pub(crate) changes: Vec<Change>,
    /// How many rows are in both, alike and in the same order.
    pub(crate) unchanged: usize,
}

impl Comparison {
    /// How many rows have a text that changed.
    pub(crate) fn changed_rows(&self) -> usize {
        let rows = self.changes.iter().filter_map(|change| match change {
            Change::Text { row, .. } => Some(*row),
            _ => None,
        });
        let mut rows: Vec<usize> = rows.collect();
        rows.dedup();
        rows.len()
    }
}

/// Rows are the same by code and printed scope; where those stand more than once, by their turn.
type Key = (String, String, usize);

pub(crate) fn compare(current: &CurrentTable, edition: &Rows) -> Comparison {
    let with_turns = |keys: &mut dyn Iterator<Item = (String, String)>| -> Vec<Key> {
        let mut turns: HashMap<(String, String), usize> = HashMap::new();
        keys.map(|key| {
            let turn = turns.entry(key.clone()).or_default();
            *turn += 1;
            (key.0, key.1, *turn)
        })
        .collect()
    };
    let scope = |row: usize| current.text_of(row, "printed.scope").to_owned();
    let own =
        with_turns(&mut (0..current.table.rows().len()).map(|row| (current.code(row), scope(row))));
    let has_scope = current.column("printed.scope").is_some();
    let theirs = with_turns(&mut edition.rows.iter().map(|row| {
        let scope = if has_scope { row.printed("scope") } else { "" };
        (current.widened(&row.code), scope.to_owned())
    }));
    let index: HashMap<&Key, usize> = own
        .iter()
        .enumerate()
        .map(|(row, key)| (key, row))
        .collect();
    let pairs: Vec<Option<usize>> = theirs.iter().map(|key| index.get(key).copied()).collect();
    let in_order = longest_increasing(&pairs.iter().flatten().copied().collect::<Vec<_>>());

    let (mut changes, mut unchanged, mut after) = (Vec::new(), 0, None);
    for (new, pair) in pairs.iter().enumerate() {
        let Some(row) = *pair else {
            changes.push(Change::Added { row: new, after });
            continue;
        };
        let before = changes.len();
        if in_order.binary_search(&row).is_err() {
            changes.push(Change::Moved { row, after });
        }
        for (column, _) in &current.printed {
            let (old, new) = (
                current.text_of(row, &format!("printed.{column}")),
                edition.rows[new].printed(column),
            );
            let is_code = column == "code" && old == current.widened(new);
            if old != new && !is_code {
                let (column, old, new) = (column.clone(), old.to_owned(), new.to_owned());
                changes.push(Change::Text {
                    row,
                    column,
                    old,
                    new,
                });
            }
        }
        unchanged += usize::from(changes.len() == before);
        after = Some(row);
    }
    for row in 0..own.len() {
        // A retired row is of an edition that still had it.
        let is_retired = !current.text_of(row, "retired").is_empty();
        if !pairs.contains(&Some(row)) {
            if is_retired {
                unchanged += 1;
            } else {
                changes.push(Change::Removed { row });
            }
        }
    }
    Comparison { changes, unchanged }
}

/// The longest run of rows that stand in the same order in both, ascending: the others have moved.
fn longest_increasing(rows: &[usize]) -> Vec<usize> {
    // For each length, the end of the run of that length that ends lowest; and before each row, the one it follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: HashMap<usize, usize> = HashMap::new();
    for row in rows {
        let length = ends.partition_point(|end| end < row);
        if length > 0 {
            before.insert(*row, ends[length - 1]);
        }
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = *row,
            None => ends.push(*row),
        }
    }
    let mut run: Vec<usize> =
        std::iter::successors(ends.last().copied(), |row| before.get(row).copied()).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::longest_increasing;

    #[test]
    fn what_stays_in_order_is_the_longest_run() {
        assert!(longest_increasing(&[]).is_empty());
        assert_eq!(longest_increasing(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_increasing(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_increasing(&[0, 3, 1, 2, 4]), [0, 1, 2, 4]);
        assert_eq!(longest_increasing(&[2, 1, 0]).len(), 1);
    }
}
