//! A fingerprint of the data, so that a stale copy can tell whether the data changed or the generator.
//!
//! FNV-1a of 64 bits, written out here: the fingerprint is in checked-in files, so it must not change with the
//! version of a library or of Rust. It guards against oversight, not against malice.

use super::{Catalog, Code, Table};
use crate::model::{HttpStatus, Kind, Value};

/// FNV-1a of 64 bits.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

impl Fnv {
    pub fn new() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    pub fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Text and a mark of its end, so that `ab` + `c` differs from `a` + `bc`.
    pub fn text(&mut self, text: &str) {
        self.write(text.as_bytes());
        self.write(&[0xff]);
    }

    pub fn finish(self) -> u64 {
        self.0
    }
}

/// The fingerprint of what a file is made of: all that the catalog shares, and these tables. Notes for the readers of
/// the data, and its layout, are no part of it.
pub fn fingerprint<'a>(catalog: &Catalog<'_>, tables: impl Iterator<Item = &'a Table<'a>>) -> u64 {
    let mut hash = Fnv::new();
    let model = catalog.model;
    hash.text(&model.rust.command);
    model.tags().for_each(|tag| hash.text(tag));
    hash.text(&model.languages[model.display].tag);
    if let Some(http) = &model.http {
        hash.text(&http.doc);
        hash.write(&[u8::from(http.optional)]);
        let undocumented = http.undocumented.map_or(0, HttpStatus::get);
        hash.write(&undocumented.to_le_bytes());
    }
    for feature in [&model.rust.serde, &model.rust.http] {
        hash.text(feature.as_ref().map_or("", |feature| &feature.text));
    }
    for attribute in &model.attributes {
        hash.text(&attribute.name.text);
        hash.text(&attribute.doc);
        hash.write(&[u8::from(attribute.optional)]);
        match &attribute.kind {
            Kind::Enum(words) => words.iter().for_each(|word| {
                hash.text(&word.name.text);
                hash.text(&word.doc);
            }),
            Kind::Text => hash.text("text"),
            Kind::Integer => hash.text("integer"),
            Kind::Flag => hash.text("flag"),
        }
        write_value(&mut hash, attribute.undocumented.as_ref());
        write_indices(&mut hash, &attribute.success);
        for predicate in &attribute.predicates {
            hash.text(&predicate.name.text);
            hash.text(&predicate.doc);
            write_indices(&mut hash, &predicate.values);
        }
    }
    for (path, module) in &catalog.modules {
        hash.text(&path.join("::"));
        hash.text(module.doc.unwrap_or_default());
    }
    for table in tables {
        write_table(&mut hash, table);
    }
    hash.finish()
}

fn write_table(hash: &mut Fnv, table: &Table<'_>) {
    let model = table.model;
    hash.text(&table.path());
    model
        .title
        .iter()
        .for_each(|title| hash.text(title.as_deref().unwrap_or_default()));
    let provenance = &model.provenance;
    for part in [
        &provenance.document,
        &provenance.publisher,
        &provenance.version,
    ] {
        hash.text(part.as_deref().unwrap_or_default());
    }
    for scope in &model.scopes {
        hash.text(&scope.name.text);
        hash.text(&scope.doc);
    }
    hash.write(&[u8::from(table.has_numbers())]);
    model.printed.iter().for_each(|column| hash.text(column));
    (model.printed_placeholders.iter()).for_each(|mark| hash.text(mark));
    table
        .codes
        .iter()
        .for_each(|code| write_code(hash, code, table));
}

fn write_code(hash: &mut Fnv, code: &Code<'_>, table: &Table<'_>) {
    hash.text(&code.code);
    hash.text(&code.variant);
    hash.write(&code.http.unwrap_or_default().to_le_bytes());
    for value in &code.attributes {
        write_value(hash, *value);
    }
    if let Some(retirement) = table.retirement(code) {
        hash.text("retired");
        hash.text(&retirement);
    }
    for entry in &code.entries {
        let scope = entry
            .scope
            .map(|scope| table.model.scopes[scope].name.text.as_str());
        hash.text(scope.unwrap_or_default());
        entry
            .messages
            .iter()
            .for_each(|message| hash.text(&message.text));
        entry.printed.iter().for_each(|text| hash.text(text));
    }
}

fn write_value(hash: &mut Fnv, value: Option<&Value>) {
    match value {
        None => hash.write(&[0]),
        Some(Value::Enum(index)) => hash.write(&(*index as u64).to_le_bytes()),
        Some(Value::Text(text)) => hash.text(text),
        Some(Value::Integer(integer)) => hash.write(&integer.to_le_bytes()),
        Some(Value::Flag(flag)) => hash.write(&[2 + u8::from(*flag)]),
    }
}

/// Indices and a mark of their end.
fn write_indices(hash: &mut Fnv, indices: &[usize]) {
    for index in indices {
        hash.write(&(*index as u64).to_le_bytes());
    }
    hash.write(&[0xff]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a() {
        // The published test vectors of the empty text and of "foobar".
        assert_eq!(Fnv::new().finish(), 0xcbf2_9ce4_8422_2325);
        let mut hash = Fnv::new();
        hash.write(b"foobar");
        assert_eq!(hash.finish(), 0x8594_4171_f739_67e8);
    }
}
