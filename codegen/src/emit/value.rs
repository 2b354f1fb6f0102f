//! Attributes in Rust: the type of their values, and a value.

use proc_macro2::TokenStream;

use super::literal;
use crate::model::{Attribute, Kind, Value};
use crate::names;

/// The type of an attribute's values, as it is named in `mod.rs`.
pub(super) fn value_type(attribute: &Attribute) -> String {
    match &attribute.kind {
        Kind::Enum(_) => names::upper_camel(&attribute.name.text),
        Kind::Text => "&'static str".to_owned(),
        Kind::Integer => "i64".to_owned(),
        Kind::Flag => "bool".to_owned(),
    }
}

/// What an attribute's method returns: where the attribute is optional, an `Option`.
pub(super) fn returned_type(attribute: &Attribute) -> String {
    optional_type(attribute.optional, value_type(attribute))
}

/// The type, or an `Option` of it.
pub(super) fn optional_type(is_optional: bool, value_type: String) -> String {
    if is_optional {
        format!("Option<{value_type}>")
    } else {
        value_type
    }
}

/// A value in Rust.
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

/// A value as a row has it: of an enum, the variant alone.
pub(super) fn value_in_row(attribute: &Attribute, value: &Value) -> String {
    match (&attribute.kind, value) {
        (Kind::Enum(words), Value::Enum(index)) => names::upper_camel(&words[*index].name.text),
        (_, Value::Text(text)) => literal::string(text),
        (_, Value::Integer(integer)) => integer.to_string(),
        (_, Value::Flag(flag)) => flag.to_string(),
        (_, Value::Enum(_)) => unreachable!("only an enum's values are words"),
    }
}

/// Rust that was written as text, to be built into more.
pub(super) fn tokens(rust: &str) -> TokenStream {
    rust.parse().expect("the emitters write Rust")
}
