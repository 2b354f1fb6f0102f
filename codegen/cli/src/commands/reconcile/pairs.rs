//! Which row of a document is which row of the table.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use super::current_table::CurrentTable;
use super::edition::Edition;
use crate::document::Row;

/// Returns for each row of the document the row of the table with the same code and the same printed scope. If the document lists a
/// code several times, rows with the same texts are pairs, and the others are paired in order.
pub(super) fn pairs(current: &CurrentTable, edition: &Edition) -> Vec<Option<usize>> {
    let has_scope = current.column("printed.scope").is_some();
    let own_key = |row: usize| {
        let scope = current.text_of(row, "printed.scope");
        (current.widened(&current.code(row)), scope)
    };
    let key = |row: &'_ Row| -> (String, String) {
        let scope = if has_scope { row.printed("scope") } else { "" };
        (current.widened(&row.code), scope.to_owned())
    };
    let names: Vec<(&str, String)> = (current.printed.iter())
        .filter(|(name, _)| edition.has(name))
        .map(|(name, _)| (name.as_str(), format!("printed.{name}")))
        .collect();
    let own_texts = |row: usize| -> Vec<&str> {
        (names.iter().map(|(_, column)| current.text_of(row, column))).collect()
    };
    let texts = |row| -> Vec<&str> {
        names
            .iter()
            .map(|(name, _)| Row::printed(row, name))
            .collect()
    };

    let count = current.table.rows().len();
    let own: Vec<(String, String)> = (0..count)
        .map(|row| {
            let (code, scope) = own_key(row);
            (code, scope.to_owned())
        })
        .collect();
    let mut is_taken = vec![false; count];
    let edition = &edition.rows;
    let mut pairs = vec![None; edition.rows.len()];
    let same = queues((0..count).map(|row| ((own[row].clone(), own_texts(row)), row)));
    pair(&mut pairs, &mut is_taken, same, |row| {
        (key(&edition.rows[row]), texts(&edition.rows[row]))
    });
    let rest: Vec<usize> = (0..count).filter(|row| !is_taken[*row]).collect();
    let rest = queues(rest.into_iter().map(|row| (own[row].clone(), row)));
    pair(&mut pairs, &mut is_taken, rest, |row| {
        key(&edition.rows[row])
    });
    pairs
}

/// Returns the rows of each key, in order.
fn queues<K: Hash + Eq>(rows: impl Iterator<Item = (K, usize)>) -> HashMap<K, VecDeque<usize>> {
    let mut queues: HashMap<K, VecDeque<usize>> = HashMap::new();
    for (key, row) in rows {
        queues.entry(key).or_default().push_back(row);
    }
    queues
}

/// Pairs each row that has no pair with the first row of its queue.
fn pair<K: Hash + Eq>(
    pairs: &mut [Option<usize>],
    is_taken: &mut [bool],
    mut queues: HashMap<K, VecDeque<usize>>,
    key: impl Fn(usize) -> K,
) {
    for (row, pair) in pairs
        .iter_mut()
        .enumerate()
        .filter(|(_, pair)| pair.is_none())
    {
        let queue = queues.get_mut(&key(row));
        if let Some(own) = queue.and_then(VecDeque::pop_front) {
            is_taken[own] = true;
            *pair = Some(own);
        }
    }
}
