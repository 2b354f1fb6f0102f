//! How much there may be in a document that `import` and `reconcile` read.

use codegen::Limit;

/// Of a document.
pub(crate) const DOCUMENT_SIZE: Limit = Limit::bytes("the size of the document", 32 << 20);

/// Of the files in a workbook, which is a ZIP archive: a small one can hold very large ones.
pub(crate) const WORKBOOK_SIZE: Limit =
    Limit::bytes("the unpacked size of the workbook", 256 << 20);

/// Of the elements of an HTML table, one in another, from each of its cells on.
pub(crate) const ELEMENT_DEPTH: Limit =
    Limit::count("the depth of the HTML's elements", 256, "levels");

/// Of a document's table, with the empty ones between those that are not, and with each that a merged one spans.
pub(crate) const TABLE_CELLS: Limit =
    Limit::count("the number of the table's cells", 5_000_000, "cells");

/// Of the text in a document's tables, where that of a merged cell counts for each that it spans.
pub(crate) const TABLE_TEXT: Limit = Limit::bytes("the text of the document's tables", 256 << 20);

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
