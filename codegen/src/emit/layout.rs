//! The layout of a table's columns.

use crate::lower::Table;

/// The most codes of a table whose columns are arrays with an element for each code. Packed columns of larger tables take rustc a
/// fraction of the time, and each method one more load.
const MAX_UNPACKED_CODES: usize = 1_000;

/// Returns `true` if the columns of a table are packed.
pub(super) fn is_packed(table: &Table<'_>) -> bool {
    table.codes.len() > MAX_UNPACKED_CODES
}

/// Returns the path of a table's enum in the block of its columns, which imports the names of `mod.rs`.
pub(super) fn code_path(table: &Table<'_>) -> String {
    format!("self::{}", table.model.type_name.text)
}
