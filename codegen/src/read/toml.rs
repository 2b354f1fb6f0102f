//! TOML files: reading them into their types, with all mistakes of form in one run.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::characters;
use super::toml_mistakes::{Kind, Mistake, report_syntax};
use crate::limits::Limit;
use crate::report::Report;
use crate::source::{SourceId, Sources, Span};

/// The most mistakes of form that are reported for one file: each takes another reading.
const MAX_TOML_ERRORS: usize = 100;

const FLATTEN: &str = "nest fewer tables and arrays";

/// Reads a file as a `T`, with at most `nesting` levels of tables and arrays; `None` after a mistake.
///
/// serde stops at the first mistake. To find the others, its key is renamed to the one that was meant, or removed, and the
/// rest is read again.
pub(super) fn parse<T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    nesting: &Limit,
    report: &mut Report,
) -> Option<T> {
    let text = &sources.get(source).text;
    let (mut root, errors) = DeTable::parse_recoverable(text);
    // The errors after the first are mostly consequences of it.
    if let Some(error) = errors.first() {
        // The parser has a limit of its own, above ours, and gives no place for a key beyond it.
        let is_too_deep = error.message().contains("recurs");
        let finding = if is_too_deep {
            let place = match error.span() {
                Some(place) => deep_bracket(text, place, nesting.max),
                None => deep_key(text, nesting).unwrap_or(0..0),
            };
            let finding = report.error(Span::new(source, place), nesting.message());
            finding.help(FLATTEN)
        } else {
            report_syntax(error, source, text, report)
        };
        finding.note("the rest of the file was not checked");
        return None;
    }
    if let Some(place) = too_deep(root.get_ref(), nesting.max) {
        let start = place.start;
        let line = text[place].lines().next().unwrap_or_default().len();
        report
            .error(Span::new(source, start..start + line), nesting.message())
            .help(FLATTEN);
        return None;
    }
    if !check_texts(root.get_ref(), source, report) {
        return None;
    }
    let mut removed: Vec<String> = Vec::new();
    for _ in 0..MAX_TOML_ERRORS {
        let error = match T::deserialize(Deserializer::from(root.clone())) {
            // A file with renamed keys can be checked further. One with removed keys would lack values that it has.
            Ok(value) => return removed.is_empty().then_some(value),
            Err(error) => error,
        };
        let mistake = Mistake::new(&error);
        if let Kind::Missing = mistake.kind
            && removed
                .iter()
                .any(|key| mistake.names.contains(&key.as_str()))
        {
            return None;
        }
        let entry = entry(root.get_mut(), &mistake.place);
        let key = entry.as_ref().map(|(_, key)| key.get_ref().to_string());
        mistake.report(key.as_deref(), source, text, report);
        let (table, key) = entry?;
        let value = table.remove(&key)?;
        match (mistake.kind, mistake.meant()) {
            (Kind::Missing, _) => return None,
            (Kind::UnknownKey, Some(meant)) if !table.contains_key(meant) => {
                let place = key.span();
                table.insert(Spanned::new(place, meant.to_owned().into()), value);
            }
            _ => removed.push(key.into_inner().into_owned()),
        }
    }
    // Each reading takes time in proportion to the file; the other mistakes show once these are fixed.
    None
}

/// Returns the texts of an array at the top level, as far as a file with mistakes can be read.
pub(super) fn texts(source: SourceId, sources: &Sources, key: &str) -> Vec<Spanned<String>> {
    let (mut root, _) = DeTable::parse_recoverable(&sources.get(source).text);
    let Some(DeValue::Array(array)) = root.get_mut().get(key).map(Spanned::get_ref) else {
        return Vec::new();
    };
    let texts = array.iter().filter_map(|value| match value.get_ref() {
        DeValue::String(text) => Some(Spanned::new(value.span(), text.to_string())),
        _ => None,
    });
    texts.collect()
}

/// Returns the bracket that opens a level too many in the lines before a place where the parser gave up; that place if it is not
/// found, because brackets in texts are counted too.
fn deep_bracket(text: &str, place: Range<usize>, levels: u64) -> Range<usize> {
    let start = text[..place.start].rfind('=').map_or(0, |at| at + 1);
    let mut depth = 0_u64;
    for (at, c) in text[start..place.start].char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > levels {
            return start + at..start + at + 1;
        }
    }
    place
}

/// Returns the first line that may have a key with too many parts.
fn deep_key(text: &str, nesting: &Limit) -> Option<Range<usize>> {
    let mut end = 0;
    text.split_inclusive('\n').find_map(|line| {
        let start = end;
        end += line.len();
        let parts = line.matches('.').count();
        nesting
            .is_exceeded_by(parts)
            .then(|| start..start + line.trim_end().len())
    })
}

/// Returns the first value below more tables and arrays than allowed.
fn too_deep(table: &DeTable<'_>, levels: u64) -> Option<Range<usize>> {
    table
        .iter()
        .find_map(|(_, value)| value_too_deep(value, levels))
}

fn value_too_deep(value: &Spanned<DeValue<'_>>, levels: u64) -> Option<Range<usize>> {
    let inner = match value.get_ref() {
        DeValue::Table(_) | DeValue::Array(_) => levels.checked_sub(1),
        _ => return None,
    };
    let Some(levels) = inner else {
        return Some(value.span());
    };
    match value.get_ref() {
        DeValue::Table(table) => too_deep(table, levels),
        DeValue::Array(array) => (array.iter()).find_map(|value| value_too_deep(value, levels)),
        _ => None,
    }
}

/// Checks the characters of keys and texts, which may be written as escapes.
fn check_texts(table: &DeTable<'_>, source: SourceId, report: &mut Report) -> bool {
    let mut is_valid = true;
    for (key, value) in table {
        let at = Span::new(source, key.span());
        is_valid &= characters::check_text(key.get_ref(), at, report);
        is_valid &= check_value(value, source, report);
    }
    is_valid
}

fn check_value(value: &Spanned<DeValue<'_>>, source: SourceId, report: &mut Report) -> bool {
    match value.get_ref() {
        DeValue::String(text) => {
            characters::check_text(text, Span::new(source, value.span()), report)
        }
        DeValue::Array(array) => {
            // Each of them, so that all mistakes are reported at once.
            let is_invalid = |value: &&Spanned<DeValue<'_>>| !check_value(value, source, report);
            array.iter().filter(is_invalid).count() == 0
        }
        DeValue::Table(table) => check_texts(table, source, report),
        _ => true,
    }
}

/// Returns the innermost key with the place in its name or its value, and the table of the key.
fn entry<'t, 'i>(
    table: &'t mut DeTable<'i>,
    place: &Range<usize>,
) -> Option<(&'t mut DeTable<'i>, Spanned<toml::de::DeString<'i>>)> {
    let key = table
        .iter()
        .find(|(key, value)| contains(&key.span(), place) || within(value, place))
        .map(|(key, _)| key.clone())?;
    if contains(&key.span(), place)
        || !inner_tables(table.get_mut(&key)?).any(|inner| has(inner, place))
    {
        return Some((table, key));
    }
    let inner = inner_tables(table.get_mut(&key)?).find(|inner| has(inner, place))?;
    entry(inner, place)
}

fn contains(outer: &Range<usize>, place: &Range<usize>) -> bool {
    outer.start <= place.start && place.end <= outer.end
}

/// Returns `true` if the place is in a value. The span of a table with a header (`[attribute.outcome]`) covers the header
/// alone, so its entries are searched too.
fn within(value: &Spanned<DeValue<'_>>, place: &Range<usize>) -> bool {
    let inside = match value.get_ref() {
        DeValue::Table(table) => has(table, place),
        DeValue::Array(array) => array.iter().any(|value| within(value, place)),
        _ => false,
    };
    inside || contains(&value.span(), place)
}

fn has(table: &DeTable<'_>, place: &Range<usize>) -> bool {
    table
        .iter()
        .any(|(key, value)| contains(&key.span(), place) || within(value, place))
}

/// Returns a value that is a table, or the tables of an array.
fn inner_tables<'t, 'i>(
    value: &'t mut Spanned<DeValue<'i>>,
) -> Box<dyn Iterator<Item = &'t mut DeTable<'i>> + 't> {
    match value.get_mut() {
        DeValue::Table(table) => Box::new(std::iter::once(table)),
        DeValue::Array(array) => Box::new(array.iter_mut().flat_map(inner_tables)),
        _ => Box::new(std::iter::empty()),
    }
}
