//! The header of each file: what the Rust files have, in comments that readers do not see.

use codegen::emit;
use codegen::lower::{Catalog, Fnv, Table, fingerprint};
use codegen::model::Label;

/// Puts the header before a file's text.
pub(super) fn with(text: String, catalog: &Catalog<'_>, tables: &[&Table<'_>]) -> String {
    let names = tables.iter().map(|table| table.model.name.text.as_str());
    let lines = emit::header_lines(catalog, names, data(catalog, tables), &text);
    let comments = lines.map(|line| format!("<!-- {} -->\n", in_comment(&line)));
    format!("{}\n{text}", comments.concat())
}

/// Text in a comment of HTML: two hyphens could end it.
fn in_comment(text: &str) -> String {
    text.replace("--", "- -").replace("--", "- -")
}

/// The fingerprint of what a file is made of. Unlike the Rust, it has the notes in it, and what is translated.
fn data(catalog: &Catalog<'_>, tables: &[&Table<'_>]) -> u64 {
    let mut hash = Fnv::new();
    hash.write(&fingerprint(catalog, tables.iter().copied()).to_le_bytes());
    let reference = &catalog.model.reference;
    hash.text(reference.crate_name.as_deref().unwrap_or_default());
    for translation in &reference.translations {
        hash.text(&translation.language);
        hash.text(translation.http.as_deref().unwrap_or_default());
        for (path, doc) in &translation.modules {
            hash.text(path);
            hash.text(doc);
        }
        for (name, words) in &translation.attributes {
            hash.text(name);
            write_words(&mut hash, words);
        }
        for ((attribute, value), words) in &translation.values {
            hash.text(attribute);
            hash.text(value);
            write_words(&mut hash, words);
        }
    }
    let rows = tables.iter().flat_map(|table| &table.model.rows);
    rows.for_each(|row| hash.text(&row.note));
    hash.finish()
}

fn write_words(hash: &mut Fnv, words: &Label) {
    hash.text(words.name.as_deref().unwrap_or_default());
    hash.text(words.doc.as_deref().unwrap_or_default());
}
