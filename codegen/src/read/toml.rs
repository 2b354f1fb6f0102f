//! TOML files, read into the types that describe them, with every mistake of form in one run.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::diagnostic::{Report, did_you_mean};
use crate::source::{SourceId, Sources, Span};

/// Reads a file as a `T`.
///
/// serde stops at the first mistake. To find the others, the key that it stopped at is reported, taken out, and
/// the rest is read again.
pub(super) fn parse<T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    report: &mut Report,
) -> Option<T> {
    let text = &sources.get(source).text;
    let (mut root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = Span::new(source, error.span().unwrap_or(0..0));
        report.error(at, format!("this is no TOML: {}", error.message()));
    }
    if !errors.is_empty() {
        return None;
    }
    let mut removed: Vec<String> = Vec::new();
    loop {
        let error = match T::deserialize(Deserializer::from(root.clone())) {
            Ok(_) if !removed.is_empty() => return None,
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        let names: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
        let missing = error.message().starts_with("missing field");
        if missing
            && names
                .iter()
                .any(|name| removed.iter().any(|key| key == name))
        {
            return None;
        }
        let suggestion = (error.message().starts_with("unknown field"))
            .then(|| did_you_mean(names[0], names[1..].iter().copied()))
            .flatten();
        let place = if missing {
            first_line(text, &span)
        } else {
            span.clone()
        };
        let message = error.message().replace("field", "key");
        report
            .error(Span::new(source, place), message)
            .maybe_help(suggestion);
        match remove(root.get_mut(), &span) {
            Some(key) if !missing => removed.push(key),
            _ => return None,
        }
    }
}

/// Takes out the innermost key that has the place in its name or its value; gives its name.
fn remove(table: &mut DeTable<'_>, place: &Range<usize>) -> Option<String> {
    let holds = |outer: Range<usize>| outer.start <= place.start && place.end <= outer.end;
    let key = (table.iter())
        .find(|(key, value)| holds(key.span()) || holds(value.span()) || nested(value, place))
        .map(|(key, _)| key.clone())?;
    let value = table.get_mut(&key)?;
    if !holds(key.span())
        && let DeValue::Table(inner) = value.get_mut()
        && let Some(removed) = remove(inner, place)
    {
        return Some(removed);
    }
    table.remove(&key);
    Some(key.into_inner().into_owned())
}

/// Whether the place is in a table whose own span covers its header alone (`[attribute.outcome]`).
fn nested(value: &Spanned<DeValue<'_>>, place: &Range<usize>) -> bool {
    match value.get_ref() {
        DeValue::Table(table) => table.iter().any(|(key, value)| {
            let holds = |outer: Range<usize>| outer.start <= place.start && place.end <= outer.end;
            holds(key.span()) || holds(value.span()) || nested(value, place)
        }),
        _ => false,
    }
}

/// The first line of a place: where a key is missing, the table's header rather than the whole of it.
fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let line = text[span.clone()].lines().next().unwrap_or_default();
    span.start..span.start + line.len()
}
