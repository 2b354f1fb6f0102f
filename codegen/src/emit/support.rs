//! The Rust that is emitted as it stands: nothing in it depends on the catalog, except that there is a `Lang`.

/// What every catalog needs, in the order in which it is emitted.
const FILES: [&str; 9] = [
    include_str!("support/received.rs"),
    include_str!("support/unknown_code.rs"),
    include_str!("support/negotiate.rs"),
    include_str!("support/entry.rs"),
    include_str!("support/render.rs"),
    include_str!("support/extract.rs"),
    include_str!("support/lookup.rs"),
    include_str!("support/columns.rs"),
    include_str!("support/same_text.rs"),
];

/// The text of the support file. It is the same for every catalog.
pub(super) fn emit() -> String {
    FILES.join("\n")
}

/// For catalogs that say what is a success.
pub(super) const NOT_SUCCESSFUL: &str = include_str!("support/not_successful.rs");

#[cfg(test)]
mod tests;
