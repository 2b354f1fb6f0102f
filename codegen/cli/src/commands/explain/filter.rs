//! The parts of a query that limit the codes: `outcome:pending`, `http:409`, `lianlian:`.

use std::io::{Read as _, stdin};

use crate::failure::Failure;
use codegen::Catalog;
use codegen::catalog::{Attribute, Code, Kind};
use codegen::text::suggestion;

/// The most bytes that are read from standard input.
const MAX_INPUT: u64 = 1 << 20;

pub(super) enum Filter<'a> {
    /// The table or the module starts with this.
    Table(&'a str),
    Http(&'a str),
    Attribute(&'a str, &'a str),
}

impl Filter<'_> {
    pub(super) fn passes(&self, code: Code<'_>) -> bool {
        match *self {
            Filter::Table(start) => is_in(code.table(), start),
            Filter::Http(status) => code
                .http_status()
                .is_some_and(|http| http.to_string() == status),
            Filter::Attribute(name, value) => {
                code.value(name).is_some_and(|own| own.to_string() == value)
            }
        }
    }
}

/// Splits the arguments into filters and the text to search for. The argument `-` is the text of standard input.
pub(super) fn split<'a>(
    catalog: &Catalog,
    arguments: &'a [String],
) -> Result<(Vec<Filter<'a>>, String), Failure> {
    let mut filters = Vec::new();
    let mut texts = Vec::new();
    for argument in arguments {
        if argument == "-" {
            texts.push(input()?);
        } else if let Some(filter) = filter(catalog, argument)? {
            filters.push(filter);
        } else {
            texts.push(argument.clone());
        }
    }
    Ok((filters, texts.join(" ")))
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

/// Returns the filter that an argument is, or `None` for other text. Errs if an attribute does not have the value.
fn filter<'a>(catalog: &Catalog, argument: &'a str) -> Result<Option<Filter<'a>>, Failure> {
    let Some((name, value)) = argument.split_once(':') else {
        return Ok(None);
    };
    if value.is_empty() {
        let is_known = !name.is_empty() && catalog.tables().any(|table| is_in(table, name));
        return Ok(is_known.then_some(Filter::Table(name)));
    }
    if name == "http" && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(Some(Filter::Http(value)));
    }
    let values = catalog.attribute(name).and_then(values);
    let Some(values) = values.filter(|_| !value.contains(char::is_whitespace)) else {
        return Ok(None);
    };
    if !values.contains(&value) {
        let help = suggestion("value", value, values.iter().copied())
            .unwrap_or_else(|| format!("available values: {}", values.join(", ")));
        return Err(
            Failure::new(format_args!("unknown value `{value}` for `{name}`")).with_help(help),
        );
    }
    Ok(Some(Filter::Attribute(name, value)))
}

fn is_in(table: codegen::catalog::Table<'_>, start: &str) -> bool {
    table.name().starts_with(start) || table.path().starts_with(start)
}

/// Returns the values of an attribute that has a list of them.
fn values(attribute: Attribute<'_>) -> Option<Vec<&str>> {
    match attribute.kind() {
        Kind::Enum => Some(attribute.values().map(|value| value.name()).collect()),
        Kind::Flag => Some(vec!["true", "false"]),
        _ => None,
    }
}
