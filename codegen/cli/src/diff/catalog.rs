//! What two catalogs differ in, table by table.

use std::collections::BTreeSet;

use super::change::{Change, Kind, Subject};
use super::codes;
use super::shared::{self, words};
use codegen::lower::{Catalog, Table};

/// All that differs, in the order of the catalog after the change; what is gone comes last.
pub(super) fn compare(base: &Catalog<'_>, head: &Catalog<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    shared::compare(base.model, head.model, &mut changes);
    for table in &head.tables {
        match before(table, base) {
            Some(old) => compare_tables(base, old, head, table, &mut changes),
            None => changes.push(change(subject(table), Kind::TableAdded, None, None)),
        }
    }
    let is_gone = |old: &&Table| {
        !head
            .tables
            .iter()
            .any(|table| before(table, base).is_some_and(|before| std::ptr::eq(before, *old)))
    };
    for old in base.tables.iter().filter(is_gone) {
        let gone = Subject {
            at: None,
            ..subject(old)
        };
        changes.push(change(gone, Kind::TableRemoved, None, None));
    }
    changes
}

/// The same table before: that of its name, or else the one that made the same enum.
fn before<'a>(table: &Table<'_>, base: &'a Catalog<'a>) -> Option<&'a Table<'a>> {
    let by_name = base
        .tables
        .iter()
        .find(|old| old.model.name.text == table.model.name.text);
    by_name.or_else(|| base.tables.iter().find(|old| old.path() == table.path()))
}

pub(super) fn change(
    subject: Subject,
    kind: Kind,
    old: Option<String>,
    new: Option<String>,
) -> Change {
    Change {
        subject,
        kind,
        old,
        new,
    }
}

pub(super) fn subject(table: &Table<'_>) -> Subject {
    Subject {
        table: Some(table.model.name.text.clone()),
        path: Some(table.path()),
        at: Some(table.model.type_name.span),
        ..Subject::default()
    }
}

fn compare_tables(
    base: &Catalog<'_>,
    old: &Table<'_>,
    head: &Catalog<'_>,
    new: &Table<'_>,
    changes: &mut Vec<Change>,
) {
    let mut add = |kind: Kind, from: Option<&str>, to: Option<&str>| {
        changes.push(change(
            subject(new),
            kind,
            from.map(str::to_owned),
            to.map(str::to_owned),
        ));
    };
    if old.path() != new.path() {
        add(Kind::TableRenamed, Some(&old.path()), Some(&new.path()));
    }
    match (old.has_numbers(), new.has_numbers()) {
        (true, false) => add(Kind::NumbersRemoved, None, None),
        (false, true) => add(Kind::NumbersAdded, None, None),
        _ => {}
    }
    words(
        &old.model.scopes,
        &new.model.scopes,
        [
            Kind::ScopeAdded,
            Kind::ScopeRemoved,
            Kind::OrderChanged("scopes".to_owned()),
        ],
        &mut add,
    );
    methods(base, old, head, new, &mut add);
    let marks = |table: &Table<'_>| {
        let marks: BTreeSet<&str> = (table.model.printed_placeholders.iter())
            .map(String::as_str)
            .collect();
        let list = marks.into_iter().collect::<Vec<_>>().join(", ");
        Some(list).filter(|list| !list.is_empty())
    };
    let (was, is) = (marks(old), marks(new));
    if was != is {
        let kind = Kind::PrintedPlaceholdersChanged;
        add(kind, was.as_deref(), is.as_deref());
    }
    let (old_doc, new_doc) = (documentation(base, old), documentation(head, new));
    if old_doc != new_doc {
        add(Kind::DocChanged, Some(&old_doc), Some(&new_doc));
    }
    codes::compare(base, old, head, new, changes);
}

/// The enum has a method for each attribute that its table has a column for, be the column empty.
fn methods(
    base: &Catalog<'_>,
    old: &Table<'_>,
    head: &Catalog<'_>,
    new: &Table<'_>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let names = |catalog: &Catalog<'_>, table: &Table<'_>| -> BTreeSet<String> {
        let attributes = table.model.attributes.iter();
        attributes
            .map(|index| catalog.model.attributes[*index].name.text.clone())
            .collect()
    };
    // What came or went for all tables has been said.
    let is_shared = |name: &&String| {
        let knows = |catalog: &Catalog<'_>| {
            (catalog.model.attributes.iter()).any(|attribute| attribute.name.text == **name)
        };
        knows(base) && knows(head)
    };
    let (before, after) = (names(base, old), names(head, new));
    for name in after.difference(&before).filter(is_shared) {
        add(Kind::AttributeAdded(name.clone()), None, None);
    }
    for name in before.difference(&after).filter(is_shared) {
        add(Kind::AttributeRemoved(name.clone()), None, None);
    }
}

/// What is said of a table as a whole.
fn documentation(catalog: &Catalog<'_>, table: &Table<'_>) -> String {
    let source = &table.model.provenance;
    let titles = catalog.model.tags().zip(&table.model.title);
    let titles = titles.filter_map(|(tag, title)| Some(format!("{tag}: {}", title.as_ref()?)));
    let source = [&source.publisher, &source.document, &source.version]
        .into_iter()
        .flatten()
        .cloned();
    titles.chain(source).collect::<Vec<_>>().join("; ")
}
