//! The text to search for.

use std::io::{Read as _, stdin};

use crate::failure::Failure;
use codegen::Catalog;
use codegen::catalog::{Attribute, Kind};
use codegen::text::suggestion;

/// The most bytes that are read from standard input.
const MAX_INPUT: u64 = 1 << 20;

/// Returns the text of the arguments. The argument `-` is the text of standard input.
pub(super) fn text(arguments: &[String]) -> Result<String, Failure> {
    let text = |argument: &String| match argument.as_str() {
        "-" => input(),
        _ => Ok(argument.clone()),
    };
    let texts: Result<Vec<String>, Failure> = arguments.iter().map(text).collect();
    let text = texts?.join(" ");
    if text.trim().is_empty() {
        return Err(Failure::new("empty query")
            .with_help("pass a code, a variant name, an HTTP status or words of a message"));
    }
    Ok(text)
}

/// Returns the text of standard input, up to a limit.
fn input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    stdin()
        .take(MAX_INPUT)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format_args!("failed to read standard input: {error}")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Errs if an argument is a filter, and the attribute does not have its value. The search takes such an argument for text.
pub(super) fn check_filter(catalog: &Catalog, argument: &str) -> Result<(), Failure> {
    let Some((name, value)) = argument.split_once(':') else {
        return Ok(());
    };
    let Some(values) = catalog.attribute(name).and_then(values) else {
        return Ok(());
    };
    let is_known = |known: &&str| known.eq_ignore_ascii_case(value);
    if value.contains(char::is_whitespace) || values.iter().any(is_known) {
        return Ok(());
    }
    let help = suggestion("value", value, values.iter().copied())
        .unwrap_or_else(|| format!("use one of the values: {}", values.join(", ")));
    Err(Failure::new(format_args!("unknown value `{value}` for `{name}`")).with_help(help))
}

/// Returns the values of an attribute that has a list of them.
fn values(attribute: Attribute<'_>) -> Option<Vec<&str>> {
    match attribute.kind() {
        Kind::Enum => Some(attribute.values().map(|value| value.name()).collect()),
        Kind::Flag => Some(vec!["true", "false"]),
        _ => None,
    }
}
