//! TOML files, read into the types that describe them, with every mistake of form in one run.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::characters;
use crate::limits::Limit;
use crate::report::Report;
use crate::source::{SourceId, Sources, Span};
use crate::suggest::closest_match;

/// The most mistakes of form that are looked for in one file: each takes another reading of it.
const MAX_TOML_ERRORS: usize = 100;

/// Reads a file as a `T`, whose tables and arrays are no more than `nesting` in one another.
///
/// serde stops at the first mistake. To find the others, the key that it stopped at is reported, called what was
/// meant or taken out, and the rest is read again.
pub(super) fn parse<T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    nesting: &Limit,
    report: &mut Report,
) -> Option<T> {
    let text = &sources.get(source).text;
    let (mut root, errors) = DeTable::parse_recoverable(text);
    // Those after the first are mostly what the parser makes of the first.
    if let Some(error) = errors.first() {
        // The parser has a limit of its own, above ours, and does not say where a key passes it.
        let is_too_deep = error.message().contains("recurs");
        let (message, place) = if is_too_deep {
            let place = error.span().or_else(|| deep_key(text, nesting));
            (nesting.message(), place)
        } else {
            (
                format!("this is no TOML: {}", error.message()),
                error.span(),
            )
        };
        report
            .error(Span::new(source, place.unwrap_or(0..0)), message)
            .help("what comes after this place has not been read");
        return None;
    }
    if let Some(place) = too_deep(root.get_ref(), nesting.max) {
        let start = place.start;
        let line = text[place].lines().next().unwrap_or_default().len();
        report
            .error(Span::new(source, start..start + line), nesting.message())
            .help("no key of these files needs as many");
        return None;
    }
    if !check_texts(root.get_ref(), source, report) {
        return None;
    }
    let mut removed: Vec<String> = Vec::new();
    for _ in 0..MAX_TOML_ERRORS {
        let error = match T::deserialize(Deserializer::from(root.clone())) {
            // Read by what was meant, the rest can be checked as well. Without what was taken out, it would seem to
            // lack things that are there.
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
        mistake.report(source, text, report);
        let (table, key) = entry(root.get_mut(), &mistake.place)?;
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
    // Each reading takes as long as the file is; what else is wrong shows once these are corrected.
    None
}

/// The first line that may have a key of too many parts.
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

/// The first value that more tables and arrays are around than are allowed.
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

/// Holds the keys and texts to what the file itself is held to, whatever escapes they are written with.
fn check_texts(table: &DeTable<'_>, source: SourceId, report: &mut Report) -> bool {
    let mut sound = true;
    for (key, value) in table {
        let at = Span::new(source, key.span());
        sound &= characters::check_text(key.get_ref(), at, report);
        sound &= check_value(value, source, report);
    }
    sound
}

fn check_value(value: &Spanned<DeValue<'_>>, source: SourceId, report: &mut Report) -> bool {
    match value.get_ref() {
        DeValue::String(text) => {
            characters::check_text(text, Span::new(source, value.span()), report)
        }
        DeValue::Array(array) => {
            // Each of them, so that all mistakes are reported at once.
            let unsound = |value: &&Spanned<DeValue<'_>>| !check_value(value, source, report);
            array.iter().filter(unsound).count() == 0
        }
        DeValue::Table(table) => check_texts(table, source, report),
        _ => true,
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Missing,
    UnknownKey,
    UnknownValue,
    Other,
}

/// A mistake, as serde reports it.
struct Mistake<'a> {
    kind: Kind,
    message: &'a str,
    /// The names in back-quotes: what was found, then what may stand there.
    names: Vec<&'a str>,
    place: Range<usize>,
}

impl<'a> Mistake<'a> {
    fn new(error: &'a toml::de::Error) -> Self {
        let message = error.message();
        // serde gives a text and no kind. `tests/fixtures/fail` has a case of each, which fails when the words change.
        let kind = if message.starts_with("missing field") {
            Kind::Missing
        } else if message.starts_with("unknown field") {
            Kind::UnknownKey
        } else if message.starts_with("unknown variant") {
            Kind::UnknownValue
        } else {
            Kind::Other
        };
        Mistake {
            kind,
            message,
            names: message.split('`').skip(1).step_by(2).collect(),
            place: error.span().unwrap_or(0..0),
        }
    }

    /// The name that was meant by an unknown one, where that is clear.
    fn meant(&self) -> Option<&'a str> {
        match (self.kind, self.names.split_first()) {
            (Kind::UnknownKey | Kind::UnknownValue, Some((given, known))) => {
                closest_match(given, known.iter().copied())
            }
            _ => None,
        }
    }

    fn report(&self, source: SourceId, text: &str, report: &mut Report) {
        let (message, place) = match self.kind {
            Kind::Missing => {
                // The table's header rather than the whole of it.
                let line = text[self.place.clone()].lines().next().unwrap_or_default();
                let end = self.place.start + line.len();
                (
                    self.message.replacen("field", "key", 1),
                    self.place.start..end,
                )
            }
            Kind::UnknownKey => (self.message.replacen("field", "key", 1), self.place.clone()),
            Kind::UnknownValue => (
                self.message.replacen("variant", "value", 1),
                self.place.clone(),
            ),
            Kind::Other => (self.message.to_owned(), self.place.clone()),
        };
        let is_list = self.message.ends_with("expected a sequence");
        let help = match self.meant() {
            Some(meant) => Some(format!("did you mean `{meant}`?")),
            None => is_list.then(|| "a list stands in brackets: `[\"a\", \"b\"]`".to_owned()),
        };
        report
            .error(Span::new(source, place), message)
            .maybe_help(help);
    }
}

/// The innermost key that has the place in its name or its value, and the table that it stands in.
fn entry<'t, 'i>(
    table: &'t mut DeTable<'i>,
    place: &Range<usize>,
) -> Option<(&'t mut DeTable<'i>, Spanned<toml::de::DeString<'i>>)> {
    let key = table
        .iter()
        .find(|(key, value)| holds(&key.span(), place) || within(value, place))
        .map(|(key, _)| key.clone())?;
    if holds(&key.span(), place)
        || !inner_tables(table.get_mut(&key)?).any(|inner| has(inner, place))
    {
        return Some((table, key));
    }
    let inner = inner_tables(table.get_mut(&key)?).find(|inner| has(inner, place))?;
    entry(inner, place)
}

fn holds(outer: &Range<usize>, place: &Range<usize>) -> bool {
    outer.start <= place.start && place.end <= outer.end
}

/// Returns `true` if the place is in a value. The span of a table with a header of its own (`[attribute.outcome]`) covers
/// the header alone, so that its entries are looked at too.
fn within(value: &Spanned<DeValue<'_>>, place: &Range<usize>) -> bool {
    let inside = match value.get_ref() {
        DeValue::Table(table) => has(table, place),
        DeValue::Array(array) => array.iter().any(|value| within(value, place)),
        _ => false,
    };
    inside || holds(&value.span(), place)
}

fn has(table: &DeTable<'_>, place: &Range<usize>) -> bool {
    table
        .iter()
        .any(|(key, value)| holds(&key.span(), place) || within(value, place))
}

/// The table that a value is, or the tables of an array.
fn inner_tables<'t, 'i>(
    value: &'t mut Spanned<DeValue<'i>>,
) -> Box<dyn Iterator<Item = &'t mut DeTable<'i>> + 't> {
    match value.get_mut() {
        DeValue::Table(table) => Box::new(std::iter::once(table)),
        DeValue::Array(array) => Box::new(array.iter_mut().flat_map(inner_tables)),
        _ => Box::new(std::iter::empty()),
    }
}
