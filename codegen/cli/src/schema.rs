//! The JSON schemas of the TOML files, which editors use to complete and check them.

use std::collections::BTreeMap;

/// Returns the schema files, by name.
pub(crate) fn files() -> BTreeMap<String, String> {
    BTreeMap::from([
        (
            "catalog.json".to_owned(),
            include_str!("schema/catalog.json").to_owned(),
        ),
        (
            "table.json".to_owned(),
            include_str!("schema/table.json").to_owned(),
        ),
    ])
}
