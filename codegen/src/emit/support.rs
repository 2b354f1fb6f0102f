//! Rust that is emitted unchanged. It uses `Lang`, but depends on nothing else of the catalog.

use crate::lower::{Catalog, Table};
use crate::model::{Charset, Kind};

use super::layout::is_packed;
use super::literal;
use super::messages::has_fallbacks;

/// The files for every catalog, in the order of the output.
const FILES: [&str; 10] = [
    include_str!("support/display.rs"),
    include_str!("support/excerpt.rs"),
    include_str!("support/is_hidden.rs"),
    include_str!("support/received.rs"),
    include_str!("support/unknown_code.rs"),
    include_str!("support/negotiate.rs"),
    include_str!("support/entry.rs"),
    include_str!("support/render.rs"),
    include_str!("support/extract.rs"),
    include_str!("support/const_str_eq.rs"),
];

/// The file for catalogs with `success` values.
pub(super) const NOT_SUCCESSFUL: &str = include_str!("support/not_successful.rs");

/// The file for catalogs with errors.
pub(super) const CODE_ERROR: &str = include_str!("support/code_error.rs");

/// The file for catalogs with errors and a serde feature.
pub(super) const SERDE_ERROR: &str = include_str!("support/serde_error.rs");

/// The modules for catalogs with a serde feature, by name.
pub(super) const SERDE_FIELDS: [(&str, &str); 2] = [
    ("any_scalar", include_str!("support/serde_any_scalar.rs")),
    ("as_text", include_str!("support/serde_as_text.rs")),
];

/// Returns the text of the support file, the same for every catalog.
pub(super) fn emit() -> String {
    FILES.join("\n")
}

/// Returns the macro call that stores a type with codes, which may have a type parameter.
pub(super) fn sqlx(catalog: &Catalog<'_>, parameter: &str, code: &str) -> Option<String> {
    let feature = literal::string(&catalog.model.rust.sqlx.as_ref()?.text);
    Some(format!("sqlx_code!({feature}, [{parameter}], {code});\n"))
}

/// Returns what the enums of values need.
pub(super) fn of_values(catalog: &Catalog<'_>) -> Vec<&'static str> {
    let model = catalog.model;
    let has_enum =
        (model.attributes.iter()).any(|attribute| matches!(attribute.kind, Kind::Enum(_)));
    let has_scopes = catalog.tables.iter().any(has_scopes);
    chosen(&[
        (has_enum || has_scopes, include_str!("support/values.rs")),
        (
            (has_enum || has_scopes) && model.rust.serde.is_some(),
            include_str!("support/serde_values.rs"),
        ),
    ])
}

/// Returns what at least one of the tables needs.
pub(super) fn of_tables(catalog: &Catalog<'_>) -> Vec<&'static str> {
    let model = catalog.model;
    let any = |condition: fn(&Table<'_>) -> bool| catalog.tables.iter().any(condition);
    let has_optional = |table: &&Table<'_>| {
        let mut attributes = table.model.attributes.iter();
        model.http.as_ref().is_some_and(|http| http.optional)
            || attributes.any(|index| model.attributes[*index].optional)
    };
    let mut small = catalog.tables.iter().filter(|table| !is_packed(table));
    chosen(&[
        (true, include_str!("support/tables.rs")),
        (
            any(|table| !table.model.printed.is_empty()),
            include_str!("support/printed.rs"),
        ),
        (true, include_str!("support/perfect_hash.rs")),
        (true, include_str!("support/slot.rs")),
        (
            any(|table| !is_packed(table)),
            include_str!("support/columns.rs"),
        ),
        (any(is_packed), include_str!("support/packed.rs")),
        (
            small.any(|table| has_optional(&table)),
            include_str!("support/optional.rs"),
        ),
        (any(has_keys), include_str!("support/key.rs")),
        (
            any(|table| has_keys(table) && !is_packed(table)),
            include_str!("support/key_of_code.rs"),
        ),
        (any(has_keys), include_str!("support/from_code_by_key.rs")),
        (
            any(|table| !has_keys(table)),
            include_str!("support/digest.rs"),
        ),
        (
            any(|table| !has_keys(table)),
            include_str!("support/from_code_by_digest.rs"),
        ),
        (
            any(|table| matches!(table.model.charset, Charset::Digits | Charset::Hex)),
            include_str!("support/unsigned_numbers.rs"),
        ),
        (
            any(|table| table.model.charset == Charset::Integer),
            include_str!("support/signed_numbers.rs"),
        ),
        (
            any(|table| table.model.charset.has_numbers()),
            include_str!("support/numbers.rs"),
        ),
        (
            any(|table| {
                !is_packed(table)
                    && matches!(table.model.charset, Charset::Digits | Charset::Integer)
            }),
            include_str!("support/decimal.rs"),
        ),
        (
            any(|table| !is_packed(table) && table.model.charset == Charset::Integer),
            include_str!("support/signed_decimal.rs"),
        ),
        (
            any(|table| !is_packed(table) && table.model.charset == Charset::Hex),
            include_str!("support/hexadecimal.rs"),
        ),
        (any(has_scopes), include_str!("support/scopes.rs")),
        (any(has_fallbacks), include_str!("support/first_message.rs")),
        (
            any(|table| has_fallbacks(table) && !is_packed(table)),
            include_str!("support/first_lang.rs"),
        ),
        (
            model.rust.serde.is_some(),
            include_str!("support/serde_codes.rs"),
        ),
        (model.rust.sqlx.is_some(), include_str!("support/sqlx.rs")),
        (
            model.rust.http.is_some() && model.http.is_some(),
            include_str!("support/http_codes.rs"),
        ),
    ])
}

fn chosen(files: &[(bool, &'static str)]) -> Vec<&'static str> {
    (files.iter())
        .filter_map(|(is_needed, text)| is_needed.then_some(*text))
        .collect()
}

fn has_scopes(table: &Table<'_>) -> bool {
    !table.model.scopes.is_empty()
}

/// Returns `true` if the codes of a table are compared as numbers.
fn has_keys(table: &Table<'_>) -> bool {
    table.key_width().is_some()
}

#[cfg(test)]
mod tests;
