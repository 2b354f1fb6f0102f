//! The header of each file: what the Rust files have, in comments that readers do not see.

use codegen::emit;
use codegen::lower::{Catalog, Table};

/// Puts the header before a file's text.
pub(super) fn with(text: &str, catalog: &Catalog<'_>, tables: &[&Table<'_>]) -> String {
    let names = tables.iter().map(|table| table.model.name.text.as_str());
    let lines = emit::header_lines(catalog, names);
    let comments = lines.map(|line| format!("<!-- {} -->\n", in_comment(&line)));
    format!("{}\n{text}", comments.concat())
}

/// Text in a comment of HTML: two hyphens could end it.
fn in_comment(text: &str) -> String {
    text.replace("--", "- -").replace("--", "- -")
}
