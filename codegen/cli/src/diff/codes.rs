//! Changes of the codes of a table.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::iter;

use super::caution;
use super::change::{Change, Kind, Subject};
use codegen::Catalog;
use codegen::catalog::{self, Code, Row, Table};
use codegen::text;

/// The catalogs before and after the change.
type Catalogs<'a> = (&'a Catalog, &'a Catalog);

pub(crate) fn compare<'a>(
    old: Table<'_>,
    new: Table<'a>,
    catalogs: Catalogs<'_>,
    changes: &mut Vec<Change>,
) {
    let by_code = |table: Table<'_>| -> HashMap<String, ()> {
        table
            .codes()
            .map(|code| (code.code().to_owned(), ()))
            .collect()
    };
    let (old_codes, new_codes) = (by_code(old), by_code(new));
    // If the code of a variant is gone and the variant now has a new code, it was recoded.
    let gone = (old.codes()).filter(|code| !new_codes.contains_key(code.code()));
    let gone: BTreeMap<&str, Code> = gone.map(|code| (code.variant(), code)).collect();
    let mut recoded = BTreeSet::new();
    let names = |code: Code<'a>| iter::once(code.variant()).chain(code.aliases());
    let names: HashSet<&str> = new.codes().flat_map(names).collect();
    for code in new.codes() {
        let subject = Subject::of_code(code);
        let mut add = |kind: Kind, old: Option<String>, new: Option<String>| {
            changes.push(Change::new(subject.clone(), kind, old, new));
        };
        let same = (old_codes.contains_key(code.code())).then(|| old.code(code.code()));
        let Some(was) = (same.flatten()).or_else(|| gone.get(code.variant()).copied()) else {
            // The arm `_` that callers had to write covers the code, also if they no longer have to.
            let kind = if old.is_non_exhaustive() {
                Kind::CodeAddedNonExhaustive
            } else {
                Kind::CodeAdded
            };
            add(kind, None, None);
            continue;
        };
        let text = |text: &str| Some(text.to_owned());
        if was.code() != code.code() {
            recoded.insert(was.code().to_owned());
            add(Kind::Recoded, text(was.code()), text(code.code()));
        }
        if was.variant() != code.variant() {
            let kind = renaming(was, code, &names);
            add(kind, text(was.variant()), text(code.variant()));
        }
        aliases(was, code, &mut add);
        decisions(was, code, catalogs, &mut add);
        retirement(was, code, &mut add);
        rows(was, code, catalogs, &mut add);
        constructor(was, code, catalogs, &mut add);
    }
    for code in gone.values().filter(|code| !recoded.contains(code.code())) {
        let subject = Subject {
            at: Subject::of_table(new).at,
            ..Subject::of_code(*code)
        };
        changes.push(Change::new(subject, Kind::CodeRemoved, None, None));
    }
}

/// Returns the kind of a renaming. If both codes belong to ranges of the same name, the place in the range changed, unless the
/// old name is an alias. `names` are the names of the new table.
fn renaming(old: Code<'_>, new: Code<'_>, names: &HashSet<&str>) -> Kind {
    if new.aliases().any(|alias| alias == old.variant()) {
        return Kind::RenamedWithAlias;
    }
    let base = |code: Code<'_>| {
        let row = code.first_row();
        let name = row.name().filter(|_| row.is_range());
        name.map(text::upper_camel)
    };
    match (base(old), base(new)) {
        (Some(old), Some(new)) if old == new => Kind::MovedInRange,
        (None, None) if !names.contains(old.variant()) => {
            Kind::Renamed(old.first_row().name().map(str::to_owned))
        }
        _ => Kind::Renamed(None),
    }
}

/// Compares the aliases. That the old name became an alias is part of the renaming.
fn aliases(old: Code<'_>, new: Code<'_>, add: &mut Add<'_>) {
    let is_name = |code: Code<'_>, name: &str| {
        code.variant() == name || code.aliases().any(|own| own == name)
    };
    for alias in old.aliases().filter(|alias| !is_name(new, alias)) {
        add(Kind::AliasRemoved, Some(alias.to_owned()), None);
    }
    for alias in new.aliases().filter(|alias| !is_name(old, alias)) {
        add(Kind::AliasAdded, None, Some(alias.to_owned()));
    }
}

type Add<'a> = dyn FnMut(Kind, Option<String>, Option<String>) + 'a;

/// Compares the HTTP status and the attributes, by which callers decide.
fn decisions(old: Code<'_>, new: Code<'_>, (base, head): Catalogs<'_>, add: &mut Add<'_>) {
    let mut changed = Vec::new();
    let (was, is) = (old.http_status(), new.http_status());
    if was != is && base.http().is_some() && head.http().is_some() {
        let text = |status: Option<u16>| status.map(|status| status.to_string());
        changed.push((false, Kind::StatusChanged, text(was), text(is)));
    }
    for attribute in head.attributes() {
        let Some(old_attribute) = base.attribute(attribute.name()) else {
            continue;
        };
        let text = |code: Code<'_>| Some(code.value(attribute.name())?.to_string());
        let (was, is) = (text(old), text(new));
        if was != is {
            let name = attribute.name().to_owned();
            let kind = match attribute.kind() {
                catalog::Kind::Enum => {
                    let values = [was.as_deref(), is.as_deref()];
                    caution::decision(name, old_attribute, attribute, values)
                }
                _ => Kind::AttributeChanged(name),
            };
            let is_derived = attribute.is_derived() && old_attribute.is_derived();
            changed.push((is_derived, kind, was, is));
        }
    }
    // A derived value changes with the values that it follows from, or with the declaration.
    let leaves_caution = |kind: &Kind| matches!(kind, Kind::CautionLeft(_));
    let causes = || changed.iter().filter(|(is_derived, ..)| !is_derived);
    let is_explained = causes().count() > 0;
    let explains_caution = causes().any(|(_, kind, ..)| leaves_caution(kind));
    for (is_derived, kind, was, is) in changed {
        let is_reported = !is_explained || leaves_caution(&kind) && !explains_caution;
        if !is_derived || is_reported {
            add(kind, was, is);
        }
    }
}

/// Compares the parameters of the constructors of errors. A constructor has the name of the variant.
fn constructor(old: Code<'_>, new: Code<'_>, (base, head): Catalogs<'_>, add: &mut Add<'_>) {
    if !(base.has_errors() && head.has_errors()) {
        return;
    }
    let parameters = |code: Code<'_>| {
        let parameters = code.placeholders().join(", ");
        code.constructor().map(|_| format!("({parameters})"))
    };
    let name = "constructor of the error".to_owned();
    match (parameters(old), parameters(new)) {
        (was, is) if was == is => {}
        (None, _) => add(Kind::AttributeAdded(name), None, None),
        (_, None) => add(Kind::AttributeRemoved(name), None, None),
        (was, is) => add(Kind::AttributeRetyped(name), was, is),
    }
}

fn retirement(old: Code<'_>, new: Code<'_>, add: &mut Add<'_>) {
    match (old.retirement(), new.retirement()) {
        (None, None) => {}
        (None, new) => add(Kind::Retired, None, new),
        (old, None) => add(Kind::Unretired, old, None),
        (old, new) if old != new => add(Kind::RetirementReworded, old, new),
        _ => {}
    }
}

/// Compares the rows of a code: each with the next row of the same scope.
fn rows(old: Code<'_>, new: Code<'_>, catalogs: Catalogs<'_>, add: &mut Add<'_>) {
    let (base, head) = catalogs;
    let old_rows: Vec<Row> = old.rows().collect();
    let mut left: Vec<usize> = (0..old_rows.len()).collect();
    let mut pairs: Vec<usize> = Vec::new();
    for row in new.rows() {
        let same = (left.iter()).position(|at| old_rows[*at].scope() == row.scope());
        match same.map(|at| left.remove(at)) {
            Some(place) => {
                pairs.push(place);
                messages(old_rows[place], row, catalogs, add);
            }
            None => add(Kind::RowAdded, None, Some(summary(row, head))),
        }
    }
    for at in left {
        add(Kind::RowRemoved, Some(summary(old_rows[at], base)), None);
    }
    if !pairs.is_sorted() {
        let list = |pairs: &[usize]| {
            let scopes = pairs.iter().filter_map(|at| old_rows[*at].scope());
            Some(scopes.collect::<Vec<_>>().join(", "))
        };
        let is = list(&pairs);
        pairs.sort_unstable();
        add(Kind::RowsReordered, list(&pairs), is);
    }
}

/// Returns a short text for a row: its scope, and its message in the language of `Display`.
fn summary(row: Row<'_>, catalog: &Catalog) -> String {
    let message = row.message(catalog.display_language()).unwrap_or_default();
    match row.scope() {
        Some(scope) => format!("{scope}: {message}"),
        None => message.to_owned(),
    }
}

/// Compares the messages, their placeholders and the printed texts.
fn messages(old: Row<'_>, new: Row<'_>, (base, head): Catalogs<'_>, add: &mut Add<'_>) {
    let names = |row: Row<'_>| -> BTreeSet<String> {
        let names = row.placeholders().into_iter();
        names.map(str::to_owned).collect()
    };
    let (was, is) = (names(old), names(new));
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
    for tag in head.languages() {
        let text = |row: Row<'_>| row.message(tag).map(str::to_owned);
        let (was, is) = (text(old), text(new));
        if was.is_some() && was != is {
            add(Kind::Reworded(tag.to_owned()), was, is);
        }
    }
    let columns: BTreeSet<String> = (old.printed_cells().chain(new.printed_cells()))
        .map(|(column, _)| column.to_owned())
        .collect();
    // The column of an added or removed language or attribute is not a change of its own.
    let has_column = |catalog: &Catalog, column: &str| {
        catalog.languages().any(|tag| tag == column) || catalog.attribute(column).is_some()
    };
    for column in columns {
        let text = |row: Row<'_>| row.printed(&column).map(str::to_owned);
        let (was, is) = (text(old), text(new));
        if was != is && has_column(base, &column) == has_column(head, &column) {
            add(Kind::PrintedChanged(column.clone()), was, is);
        }
    }
}
