//! The limits of documents that `import` and `reconcile` read.

use codegen::Limit;

/// The size of a document, in bytes.
pub(crate) const DOCUMENT_SIZE: Limit = Limit::bytes("document size", 16 << 20);

/// The size of all files in a workbook, in bytes. A workbook is a ZIP archive, and a small archive can hold very large files.
pub(crate) const WORKBOOK_SIZE: Limit = Limit::bytes("unpacked size of the workbook", 256 << 20);

/// The nesting depth of the elements in an HTML table.
pub(crate) const ELEMENT_DEPTH: Limit =
    Limit::count("nesting depth of HTML elements", 256, "levels");

/// The elements and texts in an HTML table. A paragraph that was not closed can repeat many elements.
pub(crate) const HTML_NODES: Limit = Limit::count(
    "number of elements in the HTML table",
    2_500_000,
    "elements",
);

/// The attributes of an HTML element.
pub(crate) const HTML_ATTRIBUTES: Limit =
    Limit::count("number of attributes of an HTML element", 256, "attributes");

/// The cells of all tables of a document, including empty cells and each cell that a merged cell spans.
pub(crate) const TABLE_CELLS: Limit = Limit::count("number of cells in tables", 1_000_000, "cells");

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
            HTML_NODES,
            HTML_ATTRIBUTES,
            TABLE_CELLS,
            TABLE_TEXT,
        ];
        for row in limits.map(|limit| limit.markdown_row()) {
            assert!(documented.contains(&row), "no row {row}");
        }
    }
}
