//! What two catalogs differ in, table by table.

use super::change::{Change, Kind, Subject};
use super::codes;
use crate::lower::{Catalog, Table};
use crate::model::{self, Attribute, Word};

/// All that differs, in the order of the catalog after the change; what is gone comes last.
pub(super) fn compare(base: &Catalog<'_>, head: &Catalog<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    shared(base.model, head.model, &mut changes);
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

/// Languages, attributes, the HTTP status: what all tables share.
fn shared(base: &model::Catalog, head: &model::Catalog, changes: &mut Vec<Change>) {
    let mut add = |kind: Kind, old: Option<&str>, new: Option<&str>| {
        changes.push(change(
            Subject::default(),
            kind,
            old.map(str::to_owned),
            new.map(str::to_owned),
        ));
    };
    for tag in head.tags().filter(|tag| base.tags().all(|old| old != *tag)) {
        add(Kind::LanguageAdded, None, Some(tag));
    }
    for tag in base.tags().filter(|tag| head.tags().all(|new| new != *tag)) {
        add(Kind::LanguageRemoved, Some(tag), None);
    }
    let display = |catalog: &model::Catalog| catalog.languages[catalog.display].tag.clone();
    if display(base) != display(head) {
        add(
            Kind::DisplayChanged,
            Some(&display(base)),
            Some(&display(head)),
        );
    }
    let http = |catalog: &model::Catalog| {
        catalog
            .http
            .as_ref()
            .map(|http| if http.optional { "Option<u16>" } else { "u16" })
    };
    let name = || "HTTP status".to_owned();
    match (http(base), http(head)) {
        (old, new) if old == new => {}
        (None, _) => add(Kind::AttributeAdded(name()), None, None),
        (_, None) => add(Kind::AttributeRemoved(name()), None, None),
        (old, new) => add(Kind::AttributeRetyped(name()), old, new),
    }
    if let (Some(old), Some(new)) = (&base.http, &head.http)
        && old.doc != new.doc
    {
        add(Kind::DocChanged, Some(&old.doc), Some(&new.doc));
    }
    let find = |catalog: &'_ model::Catalog, name: &str| {
        catalog
            .attributes
            .iter()
            .position(|attribute| attribute.name.text == name)
    };
    for new in &head.attributes {
        match find(base, &new.name.text) {
            None => add(Kind::AttributeAdded(new.name.text.clone()), None, None),
            Some(old) => attribute(&base.attributes[old], new, &mut add),
        }
    }
    for old in base
        .attributes
        .iter()
        .filter(|old| find(head, &old.name.text).is_none())
    {
        add(Kind::AttributeRemoved(old.name.text.clone()), None, None);
    }
}

fn attribute(
    old: &Attribute,
    new: &Attribute,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let name = || new.name.text.clone();
    let (old_type, new_type) = (type_of(old), type_of(new));
    if old_type != new_type {
        add(
            Kind::AttributeRetyped(name()),
            Some(&old_type),
            Some(&new_type),
        );
    }
    if old.doc != new.doc {
        add(Kind::DocChanged, Some(&old.doc), Some(&new.doc));
    }
    if let (model::Kind::Enum(old), model::Kind::Enum(new)) = (&old.kind, &new.kind) {
        words(
            old,
            new,
            Kind::ValueAdded(name()),
            Kind::ValueRemoved(name()),
            add,
        );
    }
}

fn type_of(attribute: &Attribute) -> String {
    let kind = match attribute.kind {
        model::Kind::Enum(_) => "a value of its vocabulary",
        model::Kind::Text => "text",
        model::Kind::Integer => "integer",
        model::Kind::Flag => "flag",
    };
    format!(
        "{}{kind}",
        if attribute.optional { "optional, " } else { "" }
    )
}

/// The words of a vocabulary that came and went, and what they are said to mean.
fn words(
    old: &[Word],
    new: &[Word],
    added: Kind,
    removed: Kind,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    for word in new {
        match old.iter().find(|old| old.name.text == word.name.text) {
            None => add(added.clone(), None, Some(&word.name.text)),
            Some(old) if old.doc != word.doc => {
                add(Kind::DocChanged, Some(&old.doc), Some(&word.doc))
            }
            Some(_) => {}
        }
    }
    for word in old
        .iter()
        .filter(|old| new.iter().all(|new| new.name.text != old.name.text))
    {
        add(removed.clone(), Some(&word.name.text), None);
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
        Kind::ScopeAdded,
        Kind::ScopeRemoved,
        &mut add,
    );
    let (old_doc, new_doc) = (documentation(base, old), documentation(head, new));
    if old_doc != new_doc {
        add(Kind::DocChanged, Some(&old_doc), Some(&new_doc));
    }
    codes::compare(base, old, head, new, changes);
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
