//! Changes of the tables.

use std::collections::BTreeSet;

use super::catalog_level::{self, enum_values};
use super::change::{Change, Kind, Subject};
use super::codes;
use crate::reference::table_info;
use codegen::catalog::Table;
use codegen::{Catalog, Charset};

/// Returns all changes in the order of the new catalog; removed tables come last.
pub(crate) fn compare(base: &Catalog, head: &Catalog) -> Vec<Change> {
    let mut changes = Vec::new();
    catalog_level::compare(base, head, &mut changes);
    for table in head.tables() {
        match before(table, base) {
            Some(old) => compare_tables(old, table, (base, head), &mut changes),
            None => {
                let subject = Subject::of_table(table);
                changes.push(Change::new(subject, Kind::TableAdded, None, None));
            }
        }
    }
    let is_gone = |old: &Table<'_>| {
        let mut olds = head.tables().filter_map(|table| before(table, base));
        olds.all(|known| known != *old)
    };
    for old in base.tables().filter(is_gone) {
        let gone = Subject {
            at: None,
            ..Subject::of_table(old)
        };
        changes.push(Change::new(gone, Kind::TableRemoved, None, None));
    }
    changes
}

/// Returns the old version of a table: the table of the same name, or else of the same enum.
fn before<'a>(table: Table<'_>, base: &'a Catalog) -> Option<Table<'a>> {
    let by_path = || base.tables().find(|old| old.path() == table.path());
    base.table(table.name()).or_else(by_path)
}

fn compare_tables(
    old: Table<'_>,
    new: Table<'_>,
    (base, head): (&Catalog, &Catalog),
    changes: &mut Vec<Change>,
) {
    let mut add = |kind: Kind, from: Option<&str>, to: Option<&str>| {
        changes.push(Change::new(
            Subject::of_table(new),
            kind,
            from.map(str::to_owned),
            to.map(str::to_owned),
        ));
    };
    if old.path() != new.path() {
        add(Kind::TableRenamed, Some(&old.path()), Some(&new.path()));
    }
    match (number_type(old), number_type(new)) {
        (Some(_), None) => add(Kind::NumbersRemoved, None, None),
        (None, Some(_)) => add(Kind::NumbersAdded, None, None),
        (was, is) if was != is => add(Kind::NumbersRetyped, was, is),
        _ => {}
    }
    enum_values(
        old.scopes(),
        new.scopes(),
        [
            Kind::ScopeAdded,
            Kind::ScopeRemoved,
            Kind::OrderChanged("scopes".to_owned()),
        ],
        &mut add,
    );
    methods(old, new, (base, head), &mut add);
    enum_options(old, new, &mut add);
    let placeholders = |table: Table<'_>| {
        let texts: BTreeSet<String> = table.printed_placeholders().map(str::to_owned).collect();
        let list = texts.into_iter().collect::<Vec<_>>().join(", ");
        Some(list).filter(|list| !list.is_empty())
    };
    let (was, is) = (placeholders(old), placeholders(new));
    if was != is {
        let kind = Kind::PrintedPlaceholdersChanged;
        add(kind, was.as_deref(), is.as_deref());
    }
    let (old_doc, new_doc) = (documentation(base, old), documentation(head, new));
    if old_doc != new_doc {
        add(
            Kind::DocChanged(String::new()),
            Some(&old_doc),
            Some(&new_doc),
        );
    }
    codes::compare(old, new, (base, head), changes);
}

/// Returns the type of the numbers that the codes are; `None` if they are only texts.
fn number_type(table: Table<'_>) -> Option<&'static str> {
    match table.charset() {
        Charset::Digits | Charset::Hex => Some("u64"),
        Charset::Integer => Some("i64"),
        Charset::Alphanumeric | Charset::Ascii => None,
    }
}

/// Compares the methods of the enum: it has one for each attribute with a column in the table, and one for printed texts.
fn methods(
    old: Table<'_>,
    new: Table<'_>,
    (base, head): (&Catalog, &Catalog),
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let names = |table: Table<'_>| -> BTreeSet<String> {
        let attributes = table.attributes();
        attributes
            .map(|attribute| attribute.name().to_owned())
            .collect()
    };
    match (old.printed_columns().len(), new.printed_columns().len()) {
        (0, 1..) => add(
            Kind::AttributeAdded("method printed".to_owned()),
            None,
            None,
        ),
        (1.., 0) => add(
            Kind::AttributeRemoved("method printed".to_owned()),
            None,
            None,
        ),
        _ => {}
    }
    // Attributes that the whole catalog gained or lost are already reported.
    let is_in_both = |name: &&String| [base, head].iter().all(|c| c.attribute(name).is_some());
    let (before, after) = (names(old), names(new));
    for name in after.difference(&before).filter(is_in_both) {
        add(
            Kind::AttributeAdded(format!("attribute {name}")),
            None,
            None,
        );
    }
    for name in before.difference(&after).filter(is_in_both) {
        add(
            Kind::AttributeRemoved(format!("attribute {name}")),
            None,
            None,
        );
    }
}

/// Compares the derives and the Rust attributes of the enum, and whether it is non-exhaustive.
fn enum_options(
    old: Table<'_>,
    new: Table<'_>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let names = |table: Table<'_>| -> BTreeSet<String> {
        let derives = table.derives().map(|derive| format!("derive `{derive}`"));
        let attributes = table.enum_attributes();
        let attributes = attributes.map(|attribute| format!("Rust attribute `{attribute}`"));
        derives.chain(attributes).collect()
    };
    let (before, after) = (names(old), names(new));
    for name in after.difference(&before) {
        add(Kind::AttributeAdded(name.clone()), None, None);
    }
    for name in before.difference(&after) {
        add(Kind::AttributeRemoved(name.clone()), None, None);
    }
    match (old.is_non_exhaustive(), new.is_non_exhaustive()) {
        (false, true) => add(Kind::NonExhaustiveAdded, None, None),
        (true, false) => add(Kind::NonExhaustiveRemoved, None, None),
        _ => {}
    }
}

/// Returns the documentation of a table: its titles, its docs and the facts about its source.
fn documentation(catalog: &Catalog, table: Table<'_>) -> String {
    let texts = catalog.languages().flat_map(|tag| {
        let texts = [table.title(tag), table.doc(tag)].into_iter().flatten();
        texts.map(move |text| format!("{tag}: {text}"))
    });
    let mut facts: Vec<(&str, &str)> = Vec::new();
    for fact in catalog
        .languages()
        .flat_map(|tag| table_info::source_facts(table, tag))
    {
        // Most facts are the same in every language.
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    let facts = facts.into_iter().map(|(_, fact)| fact.to_owned());
    texts.chain(facts).collect::<Vec<_>>().join("; ")
}
