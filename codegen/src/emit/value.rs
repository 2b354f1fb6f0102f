//! The types and values of attributes in Rust.

use proc_macro2::TokenStream;

use super::literal;
use crate::model::{Attribute, Kind, Value};
use crate::names;

/// Returns the type of an attribute's values, as `mod.rs` names it.
pub(super) fn value_type(attribute: &Attribute) -> String {
    match &attribute.kind {
        Kind::Enum(_) => names::upper_camel(&attribute.name.text),
        Kind::Text | Kind::Url => "&'static str".to_owned(),
        Kind::Integer(integer_type) => integer_type.name().to_owned(),
        Kind::Flag => "bool".to_owned(),
    }
}

/// Returns the return type of an attribute's method: an `Option` if the attribute is optional.
pub(super) fn returned_type(attribute: &Attribute) -> String {
    optional_type(attribute.optional, value_type(attribute))
}

/// Returns the type, or an `Option` of it.
pub(super) fn optional_type(is_optional: bool, value_type: String) -> String {
    if is_optional {
        format!("Option<{value_type}>")
    } else {
        value_type
    }
}

/// Returns a value in Rust.
pub(super) fn value(attribute: &Attribute, value: &Value) -> String {
    match value {
        Value::Enum(_) => format!(
            "{}::{}",
            value_type(attribute),
            value_in_row(attribute, value)
        ),
        _ => value_in_row(attribute, value),
    }
}

/// Returns a value as rows have it: the variant alone for a value of an enum.
pub(super) fn value_in_row(attribute: &Attribute, value: &Value) -> String {
    let text = attribute.text(value);
    match attribute.kind {
        Kind::Enum(_) => names::upper_camel(&text),
        Kind::Text | Kind::Url => literal::string(&text),
        Kind::Integer(_) | Kind::Flag => text.into_owned(),
    }
}

/// Parses Rust that was written as text.
pub(super) fn tokens(rust: &str) -> TokenStream {
    rust.parse().expect("the emitters write Rust")
}
