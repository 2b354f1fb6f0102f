//! What the codes of two states of a table differ in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalog::{change, subject};
use super::change::{Change, Kind, Subject};
use codegen::lower::{Catalog, Code, Table};
use codegen::model::{self, Attribute, Row, Value, placeholders};
use codegen::names;

/// A table in its catalog.
#[derive(Clone, Copy)]
struct Side<'a> {
    catalog: &'a Catalog<'a>,
    table: &'a Table<'a>,
}

pub(super) fn compare<'a>(
    base: &'a Catalog<'a>,
    old: &'a Table<'a>,
    head: &'a Catalog<'a>,
    new: &'a Table<'a>,
    changes: &mut Vec<Change>,
) {
    let old_codes: HashMap<&str, &Code> = old
        .codes
        .iter()
        .map(|code| (code.code.as_str(), code))
        .collect();
    let new_codes: HashMap<&str, &Code> = new
        .codes
        .iter()
        .map(|code| (code.code.as_str(), code))
        .collect();
    // A variant whose code is gone, and that has one which was not there before, was given that code.
    let gone = old
        .codes
        .iter()
        .filter(|code| !new_codes.contains_key(code.code.as_str()));
    let gone: BTreeMap<&str, &Code> = gone.map(|code| (code.variant.as_str(), code)).collect();
    let (before, after) = (
        Side {
            catalog: base,
            table: old,
        },
        Side {
            catalog: head,
            table: new,
        },
    );
    let mut recoded = BTreeSet::new();
    for code in &new.codes {
        let subject = of_code(new, code);
        let same = old_codes.get(code.code.as_str()).copied();
        match same.or_else(|| gone.get(code.variant.as_str()).copied()) {
            None => changes.push(change(subject, Kind::CodeAdded, None, None)),
            Some(was) => {
                if was.code != code.code {
                    recoded.insert(was.code.as_str());
                    let (from, to) = (Some(was.code.clone()), Some(code.code.clone()));
                    changes.push(change(subject.clone(), Kind::Recoded, from, to));
                }
                if was.variant != code.variant {
                    let (from, to) = (Some(was.variant.clone()), Some(code.variant.clone()));
                    changes.push(change(subject.clone(), renaming(was, code), from, to));
                }
                let mut add = |kind: Kind, old: Option<String>, new: Option<String>| {
                    changes.push(change(subject.clone(), kind, old, new));
                };
                decisions(before, was, after, code, &mut add);
                retirement(before, was, after, code, &mut add);
                rows(before, was, after, code, &mut add);
            }
        }
    }
    for code in gone
        .values()
        .filter(|code| !recoded.contains(code.code.as_str()))
    {
        let gone = Subject {
            at: subject(new).at,
            ..of_code(old, code)
        };
        changes.push(change(gone, Kind::CodeRemoved, None, None));
    }
}

fn of_code(table: &Table<'_>, code: &Code<'_>) -> Subject {
    Subject {
        code: Some(code.code.clone()),
        variant: Some(code.variant.clone()),
        at: Some(code.first().code.span),
        ..subject(table)
    }
}

/// Both of ranges of one name: it is the place in the range that changed.
fn renaming(old: &Code<'_>, new: &Code<'_>) -> Kind {
    let base = |code: &Code<'_>| {
        let row = code.first();
        let name = row.name.value.as_deref().filter(|_| row.code.is_range);
        name.map(names::upper_camel)
    };
    match (base(old), base(new)) {
        (Some(old), Some(new)) if old == new => Kind::MovedInRange,
        _ => Kind::Renamed,
    }
}

type Add<'a> = dyn FnMut(Kind, Option<String>, Option<String>) + 'a;

/// Statuses and attributes: what callers go by.
fn decisions(before: Side<'_>, old: &Code<'_>, after: Side<'_>, new: &Code<'_>, add: &mut Add<'_>) {
    let (base, head) = (before.catalog.model, after.catalog.model);
    if old.http != new.http && base.http.is_some() && head.http.is_some() {
        let status = |code: &Code<'_>| code.http.map(|status| status.to_string());
        add(Kind::StatusChanged, status(old), status(new));
    }
    for (attribute, value) in head.attributes.iter().zip(&new.attributes) {
        let same = |old: &Attribute| old.name.text == attribute.name.text;
        let Some(index) = base.attributes.iter().position(same) else {
            continue;
        };
        let was = old.attributes[index].map(|value| text(&base.attributes[index], value));
        let is = value.map(|value| text(attribute, value));
        if was != is {
            let name = attribute.name.text.clone();
            let kind = match attribute.kind {
                model::Kind::Enum(_) => Kind::DecisionChanged(name),
                _ => Kind::AttributeChanged(name),
            };
            add(kind, was, is);
        }
    }
}

/// A value as the data writes it.
pub(super) fn text(attribute: &Attribute, value: &Value) -> String {
    match (&attribute.kind, value) {
        (model::Kind::Enum(words), Value::Enum(index)) => words[*index].name.text.clone(),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Integer(integer)) => integer.to_string(),
        (_, Value::Flag(flag)) => flag.to_string(),
        (_, Value::Enum(_)) => unreachable!("only an enum's values are words"),
    }
}

fn retirement(
    before: Side<'_>,
    old: &Code<'_>,
    after: Side<'_>,
    new: &Code<'_>,
    add: &mut Add<'_>,
) {
    match (before.table.retirement(old), after.table.retirement(new)) {
        (None, None) => {}
        (None, new) => add(Kind::Retired, None, new),
        (old, None) => add(Kind::Unretired, old, None),
        (old, new) if old != new => add(Kind::RetirementReworded, old, new),
        _ => {}
    }
}

/// The rows of a code: each with the one of the same scope, in turn.
fn rows(before: Side<'_>, old: &Code<'_>, after: Side<'_>, new: &Code<'_>, add: &mut Add<'_>) {
    let mut left: Vec<(usize, &Row)> = old.entries.iter().copied().enumerate().collect();
    let mut pairs: Vec<usize> = Vec::new();
    for row in &new.entries {
        let same = left
            .iter()
            .position(|(_, old)| scope(before.table, old) == scope(after.table, row));
        match same.map(|at| left.remove(at)) {
            Some((place, was)) => {
                pairs.push(place);
                messages(before, was, after, row, add);
            }
            None => add(Kind::RowAdded, None, Some(described(after, row))),
        }
    }
    for (_, row) in left {
        add(Kind::RowRemoved, Some(described(before, row)), None);
    }
    if !pairs.is_sorted() {
        let list = |pairs: &[usize]| {
            let scopes = pairs.iter().map(|at| scope(before.table, old.entries[*at]));
            Some(scopes.flatten().collect::<Vec<_>>().join(", "))
        };
        let is = list(&pairs);
        pairs.sort_unstable();
        add(Kind::RowsReordered, list(&pairs), is);
    }
}

fn scope<'a>(table: &'a Table<'_>, row: &Row) -> Option<&'a str> {
    row.scope
        .map(|scope| table.model.scopes[scope].name.text.as_str())
}

/// A row in a few words: its scope, and its message in the language of `Display`.
fn described(side: Side<'_>, row: &Row) -> String {
    let message = &row.messages[side.catalog.model.display].text;
    match scope(side.table, row) {
        Some(scope) => format!("{scope}: {message}"),
        None => message.clone(),
    }
}

/// Wordings, and the placeholders in them, by language.
fn messages(before: Side<'_>, old: &Row, after: Side<'_>, new: &Row, add: &mut Add<'_>) {
    let message = |side: Side<'_>, row: &Row, tag: &str| {
        let language = side.catalog.model.tags().position(|known| known == tag)?;
        Some(row.messages[language].text.clone())
    };
    // They are the same in every language.
    let own = |row: &Row| -> BTreeSet<String> {
        let names = placeholders(&row.messages[0].text).unwrap_or_default();
        names.into_iter().map(str::to_owned).collect()
    };
    let (was, is) = (own(old), own(new));
    let removed: Vec<&String> = was.difference(&is).collect();
    let added: Vec<&String> = is.difference(&was).collect();
    match (removed.as_slice(), added.as_slice()) {
        ([from], [to]) => add(
            Kind::PlaceholderRenamed,
            Some((*from).clone()),
            Some((*to).clone()),
        ),
        (removed, added) => {
            removed
                .iter()
                .for_each(|name| add(Kind::PlaceholderRemoved, Some((*name).clone()), None));
            added
                .iter()
                .for_each(|name| add(Kind::PlaceholderAdded, None, Some((*name).clone())));
        }
    }
    for tag in after.catalog.model.tags() {
        let (was, is) = (message(before, old, tag), message(after, new, tag));
        if was.is_some() && was != is {
            add(Kind::Reworded(tag.to_owned()), was, is);
        }
    }
    let printed = |side: Side<'_>, row: &Row| -> BTreeMap<String, String> {
        side.table
            .printed(row)
            .map(|(column, text)| (column.to_owned(), text.to_owned()))
            .collect()
    };
    let (was, is) = (printed(before, old), printed(after, new));
    // A column of a language or of an attribute came or went with it.
    let knows = |side: Side<'_>, column: &str| {
        let model = side.catalog.model;
        let attributes = model.attributes.iter();
        (model
            .tags()
            .chain(attributes.map(|attribute| attribute.name.text.as_str())))
        .any(|name| name == column)
    };
    let columns: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    for column in columns {
        if knows(before, column) != knows(after, column) {
            continue;
        }
        if was.get(column) != is.get(column) {
            add(
                Kind::PrintedChanged(column.clone()),
                was.get(column).cloned(),
                is.get(column).cloned(),
            );
        }
    }
}
