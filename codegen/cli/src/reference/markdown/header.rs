//! The header of each file: what the Rust files have, in comments that readers do not see.

use codegen::Catalog;
use codegen::catalog::Table;

/// Puts the header before a file's text.
pub(crate) fn with(text: String, catalog: &Catalog, tables: &[Table<'_>]) -> String {
    let names = tables.iter().map(|table| table.name());
    let lines = catalog.header_lines(names);
    let comments = lines.map(|line: String| format!("<!-- {} -->\n", in_comment(&line)));
    format!("{}\n{text}", comments.concat())
}

/// Text in a comment of HTML: two hyphens could end it.
fn in_comment(text: &str) -> String {
    text.replace("--", "- -").replace("--", "- -")
}
