//! The comparison of the rows of a table with the rows of a document.

use std::collections::{HashMap, HashSet};

use super::current_table::CurrentTable;
use super::edition::Edition;
use super::pairs::pairs;

/// A difference. A row is an index into the rows of the table, unless stated otherwise.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// The document has another text in a column.
    Text {
        row: usize,
        column: String,
        old: String,
        new: String,
    },
    /// A row of the document that the table lacks, and the row of the table that it comes after.
    Added { row: usize, after: Option<usize> },
    /// The document no longer has the row.
    Removed { row: usize },
    /// The row comes after another row now, or first.
    Moved { row: usize, after: Option<usize> },
}

#[derive(Debug)]
pub(crate) struct Comparison {
    /// The differences in the order of the document; removed rows come last.
    pub(crate) changes: Vec<Change>,
    /// The number of rows that are the same in both, in the same order.
    pub(crate) unchanged: usize,
}

impl Comparison {
    /// Returns the number of rows with a changed text.
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

pub(crate) fn compare(current: &CurrentTable, edition: &Edition) -> Comparison {
    let pairs = pairs(current, edition);
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
        let compared = current.printed.iter().filter(|(name, _)| edition.has(name));
        for (column, _) in compared {
            let (old, new) = (
                current.text_of(row, &format!("printed.{column}")),
                edition.rows.rows[new].printed(column),
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
    let paired: HashSet<usize> = pairs.into_iter().flatten().collect();
    for row in (0..current.table.rows().len()).filter(|row| !paired.contains(row)) {
        // A retired row belongs to an earlier edition.
        if current.text_of(row, "retired").is_empty() {
            changes.push(Change::Removed { row });
        } else {
            unchanged += 1;
        }
    }
    Comparison { changes, unchanged }
}

/// Returns the longest ascending subsequence. These rows keep their order; the others have moved.
fn longest_increasing(rows: &[usize]) -> Vec<usize> {
    // For each length, the lowest end of a subsequence of that length; and for each row, the row before it.
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
    fn the_longest_ascending_subsequence_stays_in_order() {
        assert!(longest_increasing(&[]).is_empty());
        assert_eq!(longest_increasing(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_increasing(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_increasing(&[0, 3, 1, 2, 4]), [0, 1, 2, 4]);
        assert_eq!(longest_increasing(&[2, 1, 0]).len(), 1);
    }
}
