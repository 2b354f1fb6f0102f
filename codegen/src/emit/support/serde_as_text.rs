//! Reads a code from a text: `#[serde(with = "…::as_text")]`.
//!
//! Without this module, a code in a text format is read from any scalar. This module reads a text only. Use it for formats that cannot
//! tell what they contain, such as XML with serde-xml-rs, and for formats that take texts for numbers, such as CSV and YAML, to keep
//! leading zeros. The field is a code, a `Received`, or an `Option` of either.

use ::serde::{Deserializer, Serializer};

use super::any_scalar::{Ask, Field};

/// Serializes the text of a code.
///
/// # Errors
///
/// Returns the errors of the serializer.
#[allow(private_bounds)]
#[inline]
pub fn serialize<T: Field, S: Serializer>(field: &T, serializer: S) -> Result<S::Ok, S::Error> {
    field.serialize(serializer)
}

/// Deserializes a code from a text.
///
/// # Errors
///
/// Returns the errors of the deserializer, and an error if the field is not of this form or requires a code of the table.
#[allow(private_bounds)]
#[inline]
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Field,
    D: Deserializer<'de>,
{
    T::read(deserializer, Ask::Text)
}
