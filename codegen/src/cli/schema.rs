//! The JSON schemas of the TOML files: editors complete and check by them.
//!
//! They come from the Rust types that read the files, so that the two cannot differ.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::emit;
use crate::read::catalog::CatalogFile;
use crate::read::table::TableFile;

/// The schemas' files, by name.
pub(super) fn files() -> BTreeMap<String, String> {
    BTreeMap::from([
        (
            "catalog.json".to_owned(),
            schema::<CatalogFile>("catalog.toml"),
        ),
        ("table.json".to_owned(), schema::<TableFile>("NAME.toml")),
    ])
}

fn schema<T: JsonSchema>(title: &str) -> String {
    // The draft that editors of TOML understand.
    let mut schema = SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    let text = format!("{:#}\n", schema.to_value());
    let body = text
        .strip_prefix("{\n")
        .expect("a schema is an object with something in it");
    format!(
        "{{\n  \"$comment\": \"{}\",\n{body}",
        emit::of_the_generator(body)
    )
}
