//! The header of each file: the header of the Rust files, in comments that do not show.

use codegen::Catalog;
use codegen::catalog::Table;

/// Returns the text of a file with its header.
pub(crate) fn with(text: String, catalog: &Catalog, tables: &[Table<'_>]) -> String {
    let names = tables.iter().map(|table| table.name());
    let lines = catalog.header_lines(names);
    let comments = lines.map(|line: String| format!("<!-- {} -->\n", in_comment(&line)));
    format!("{}\n{text}", comments.concat())
}

/// Returns text that is safe in an HTML comment, which two hyphens could end.
fn in_comment(text: &str) -> String {
    text.replace("--", "- -").replace("--", "- -")
}
