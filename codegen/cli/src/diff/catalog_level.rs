//! Changes that concern all tables: languages, attributes, the HTTP status.

use std::collections::{BTreeMap, BTreeSet};

use super::caution::{self, OF_QUERY};
use super::change::{Change, Kind, Subject};
use codegen::Catalog;
use codegen::catalog::{self, Attribute, EnumValue};

/// Adds the changes of the catalog itself.
pub(crate) fn compare(base: &Catalog, head: &Catalog, changes: &mut Vec<Change>) {
    let mut add = |kind: Kind, old: Option<&str>, new: Option<&str>| {
        changes.push(Change::new(
            Subject::default(),
            kind,
            old.map(str::to_owned),
            new.map(str::to_owned),
        ));
    };
    languages(base, head, &mut add);
    for tag in head.languages() {
        let (old, new) = (base.unknown_code(tag), head.unknown_code(tag));
        if old.is_some() && old != new {
            add(
                Kind::Reworded(format!("text of undocumented codes, {tag}")),
                old,
                new,
            );
        }
    }
    http(base, head, &mut add);
    for (old, new) in [
        (base.serde_feature(), head.serde_feature()),
        (base.http_feature(), head.http_feature()),
        (base.sqlx_feature(), head.sqlx_feature()),
    ] {
        let name = |feature: &str| format!("feature `{feature}`");
        if old != new {
            old.iter()
                .for_each(|old| add(Kind::AttributeRemoved(name(old)), None, None));
            new.iter()
                .for_each(|new| add(Kind::AttributeAdded(name(new)), None, None));
        }
    }
    let errors = "constructors of errors".to_owned();
    match (base.has_errors(), head.has_errors()) {
        (false, true) => add(Kind::AttributeAdded(errors), None, None),
        (true, false) => add(Kind::AttributeRemoved(errors), None, None),
        _ => {}
    }
    module_docs(base, head, &mut add);
    for new in head.attributes() {
        match base.attribute(new.name()) {
            None => {
                let name = format!("attribute {}", new.name());
                add(Kind::AttributeAdded(name), None, None);
            }
            Some(old) => attribute(old, new, &mut add),
        }
    }
    let is_gone = |old: &Attribute<'_>| head.attribute(old.name()).is_none();
    for old in base.attributes().filter(is_gone) {
        let name = format!("attribute {}", old.name());
        add(Kind::AttributeRemoved(name), None, None);
    }
}

fn languages(
    base: &Catalog,
    head: &Catalog,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let has = |catalog: &Catalog, tag: &str| catalog.languages().any(|known| known == tag);
    for tag in head.languages().filter(|tag| !has(base, tag)) {
        add(Kind::LanguageAdded, None, Some(tag));
    }
    for tag in base.languages().filter(|tag| !has(head, tag)) {
        add(Kind::LanguageRemoved, Some(tag), None);
    }
    let changed = Kind::OrderChanged("languages".to_owned());
    order(base.languages(), head.languages(), changed, add);
    let (old, new) = (base.display_language(), head.display_language());
    if old != new {
        add(Kind::DisplayChanged, Some(old), Some(new));
    }
    fallbacks(base, head, add);
}

/// Compares the languages that serve other tags. What follows from an added or removed language is not reported separately.
fn fallbacks(
    base: &Catalog,
    head: &Catalog,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let (old, new): (BTreeMap<_, _>, BTreeMap<_, _>) =
        (base.fallbacks().collect(), head.fallbacks().collect());
    let tags: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let has = |catalog: &Catalog, tag: &str| catalog.languages().any(|known| known == tag);
    let is_in_both = |tag: &str| has(base, tag) && has(head, tag);
    for tag in tags {
        let (old, new) = (old.get(tag).copied(), new.get(tag).copied());
        let is_language = has(base, tag) || has(head, tag);
        if old != new && !is_language && old.into_iter().chain(new).all(is_in_both) {
            add(Kind::FallbackChanged(tag.to_owned()), old, new);
        }
    }
}

fn http(base: &Catalog, head: &Catalog, add: &mut impl FnMut(Kind, Option<&str>, Option<&str>)) {
    let type_of = |catalog: &Catalog| {
        let http = catalog.http();
        http.map(|http| {
            if http.is_optional() {
                "Option<u16>"
            } else {
                "u16"
            }
        })
    };
    let name = || "HTTP status".to_owned();
    match (type_of(base), type_of(head)) {
        (old, new) if old == new => {}
        (None, _) => add(Kind::AttributeAdded(name()), None, None),
        (_, None) => add(Kind::AttributeRemoved(name()), None, None),
        (old, new) => add(Kind::AttributeRetyped(name()), old, new),
    }
    if let (Some(old), Some(new)) = (base.http(), head.http()) {
        if old.doc() != new.doc() {
            add(Kind::DocChanged(name()), Some(old.doc()), Some(new.doc()));
        }
        let text = |status: Option<u16>| status.map(|status| status.to_string());
        let (was, is) = (text(old.undocumented()), text(new.undocumented()));
        undocumented(name(), was, is, &Kind::DecisionChanged, add);
    }
}

/// Compares the descriptions of the modules that both catalogs have.
fn module_docs(
    base: &Catalog,
    head: &Catalog,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let has = |catalog: &Catalog, path: &str| {
        let mut tables = catalog.tables().map(|table| table.module());
        tables.any(|module| module == path || module.starts_with(&format!("{path}::")))
    };
    let described = base.described_modules().chain(head.described_modules());
    let paths: BTreeSet<&str> = described.collect();
    for path in paths {
        let (old, new) = (base.module_doc(path), head.module_doc(path));
        if old != new && has(base, path) && has(head, path) {
            add(Kind::DocChanged(format!("module {path}")), old, new);
        }
    }
}

fn attribute(
    old: Attribute<'_>,
    new: Attribute<'_>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let name = || new.name().to_owned();
    let (old_type, new_type) = (type_of(old), type_of(new));
    if old_type != new_type {
        add(
            Kind::AttributeRetyped(name()),
            Some(&old_type),
            Some(&new_type),
        );
    }
    if old.doc() != new.doc() {
        add(Kind::DocChanged(name()), Some(old.doc()), Some(new.doc()));
    }
    if old.kind() == new.kind() {
        enum_values(
            old.values(),
            new.values(),
            [
                Kind::ValueAdded(name()),
                Kind::ValueRemoved(name()),
                Kind::OrderChanged(name()),
            ],
            add,
        );
    }
    let value = |attribute: Attribute<'_>| Some(attribute.undocumented()?.to_string());
    if old_type == new_type {
        let (was, is) = (value(old), value(new));
        let values = [was.as_deref(), is.as_deref()];
        let decision = |name| caution::decision(name, old, new, values);
        undocumented(name(), was.clone(), is.clone(), &decision, add);
    }
    caution::compare(old, new, add);
    value_statuses(old, new, add);
    compare_predicates(old, new, add);
}

/// Compares the values of undocumented codes. Without such a value the methods return an `Option`, which is another type.
fn undocumented(
    name: String,
    old: Option<String>,
    new: Option<String>,
    decision: &dyn Fn(String) -> Kind,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let name = format!("{name} of undocumented codes");
    let (old, new) = (old.as_deref(), new.as_deref());
    match (old, new) {
        (old, new) if old == new => {}
        (Some(_), Some(_)) => add(decision(name), old, new),
        _ => add(Kind::AttributeRetyped(name), old, new),
    }
}

/// Compares the HTTP statuses of the values that both sides have.
fn value_statuses(
    old: Attribute<'_>,
    new: Attribute<'_>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let statuses = |attribute: Attribute<'_>| -> BTreeMap<String, String> {
        (attribute.values())
            .filter_map(|value| {
                let status = attribute.http_status(value)?.to_string();
                Some((value.name().to_owned(), status))
            })
            .collect()
    };
    let (before, after) = (statuses(old), statuses(new));
    let method = || format!("method {}.http_status", new.name());
    match (before.is_empty(), after.is_empty()) {
        (true, false) => add(Kind::AttributeAdded(method()), None, None),
        (false, true) => add(Kind::AttributeRemoved(method()), None, None),
        _ => {}
    }
    for (value, status) in &after {
        if let Some(was) = before.get(value).filter(|was| *was != status) {
            let kind = Kind::DecisionChanged(format!("HTTP status of {} {value}", new.name()));
            add(kind, Some(was), Some(status));
        }
    }
}

/// Compares the predicates of an attribute, the values that count as a success, and those that a query establishes.
fn compare_predicates(
    old: Attribute<'_>,
    new: Attribute<'_>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let (before, after) = (predicates(old), predicates(new));
    for (name, (doc, values)) in &after {
        match before.get(name) {
            None => add(Kind::AttributeAdded(format!("method {name}")), None, None),
            Some((old_doc, old_values)) => {
                if old_values != values {
                    let kind = caution::method(name.clone(), old, new, [old_values, values]);
                    add(kind, Some(&list(old_values)), Some(&list(values)));
                }
                if old_doc != doc {
                    add(Kind::DocChanged(name.clone()), Some(old_doc), Some(doc));
                }
            }
        }
    }
    for name in before.keys().filter(|name| !after.contains_key(*name)) {
        add(Kind::AttributeRemoved(format!("method {name}")), None, None);
    }
}

/// Returns the methods that decide by the value of an attribute, each with its description and the values for which it is true.
fn predicates(attribute: Attribute<'_>) -> BTreeMap<String, (&str, BTreeSet<String>)> {
    let names = |values: &mut dyn Iterator<Item = EnumValue<'_>>| -> BTreeSet<String> {
        values.map(|value| value.name().to_owned()).collect()
    };
    let methods = [
        ("into_result", names(&mut attribute.success())),
        (OF_QUERY, names(&mut attribute.query())),
    ];
    let methods = (methods.into_iter())
        .filter(|(_, values)| !values.is_empty())
        .map(|(name, values)| (name.to_owned(), ("", values)));
    let predicates = attribute.predicates().map(|predicate| {
        let name = format!("{}.{}", attribute.name(), predicate.name);
        let values = names(&mut predicate.values.into_iter());
        (name, (predicate.doc, values))
    });
    methods.chain(predicates).collect()
}

fn list(names: &BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.join(", ")
}

fn type_of(attribute: Attribute<'_>) -> String {
    let kind = match attribute.kind() {
        catalog::Kind::Enum => "enum",
        // The methods of both return a text.
        catalog::Kind::Text | catalog::Kind::Url => "text",
        catalog::Kind::Integer => attribute.integer_type().unwrap_or_default(),
        _ => "flag",
    };
    let optional = if attribute.is_optional() {
        "optional "
    } else {
        ""
    };
    format!("{optional}{kind}")
}

/// Compares the order of the names that both sides have, which is the order of `ALL` and `Ord`.
fn order<'a>(
    old: impl Iterator<Item = &'a str>,
    new: impl Iterator<Item = &'a str>,
    changed: Kind,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let (mut old, mut new): (Vec<_>, Vec<_>) = (old.collect(), new.collect());
    let known: BTreeSet<&str> = new.iter().copied().collect();
    old.retain(|name| known.contains(name));
    let known: BTreeSet<&str> = old.iter().copied().collect();
    new.retain(|name| known.contains(name));
    if old != new {
        add(changed, Some(&old.join(", ")), Some(&new.join(", ")));
    }
}

/// Compares listed values: which were added and removed, their order and their descriptions.
pub(crate) fn enum_values<'a>(
    old: impl Iterator<Item = EnumValue<'a>>,
    new: impl Iterator<Item = EnumValue<'a>>,
    [added, removed, reordered]: [Kind; 3],
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let (old, new): (Vec<EnumValue>, Vec<EnumValue>) = (old.collect(), new.collect());
    order(
        old.iter().map(|value| value.name()),
        new.iter().map(|value| value.name()),
        reordered,
        add,
    );
    for value in &new {
        match old.iter().find(|old| old.name() == value.name()) {
            None => add(added.clone(), None, Some(value.name())),
            Some(old) if old.doc() != value.doc() => {
                let name = value.name().to_owned();
                add(Kind::DocChanged(name), Some(old.doc()), Some(value.doc()));
            }
            Some(_) => {}
        }
    }
    let is_gone = |value: &&EnumValue<'_>| new.iter().all(|new| new.name() != value.name());
    for value in old.iter().filter(is_gone) {
        add(removed.clone(), Some(value.name()), None);
    }
}
