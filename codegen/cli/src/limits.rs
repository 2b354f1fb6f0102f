//! The limits of documents that `import` and `reconcile` read.

use codegen::Limit;

/// The size of a document, in bytes.
pub(crate) const DOCUMENT_SIZE: Limit = Limit::bytes("document size", 32 << 20);

/// The size of all files in a workbook, in bytes. A workbook is a ZIP archive, and a small archive can hold very large files.
pub(crate) const WORKBOOK_SIZE: Limit = Limit::bytes("unpacked size of the workbook", 256 << 20);

/// The nesting depth of the elements in an HTML table, counted from each cell.
pub(crate) const ELEMENT_DEPTH: Limit =
    Limit::count("nesting depth of HTML elements", 256, "levels");

/// The cells of one table, including empty cells and each cell that a merged cell spans.
pub(crate) const TABLE_CELLS: Limit =
    Limit::count("number of cells in the table", 5_000_000, "cells");

/// The text in all tables of a document, in bytes. The text of a merged cell counts once for each cell that it spans.
pub(crate) const TABLE_TEXT: Limit = Limit::bytes("total size of the texts in tables", 256 << 20);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_every_limit() {
        let documented = include_str!("../../docs/format.md");
        let limits = [
            DOCUMENT_SIZE,
            WORKBOOK_SIZE,
            ELEMENT_DEPTH,
            TABLE_CELLS,
            TABLE_TEXT,
        ];
        for row in limits.map(|limit| limit.markdown_row()) {
            assert!(documented.contains(&row), "no row {row}");
        }
    }
}
