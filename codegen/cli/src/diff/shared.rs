//! What two catalogs differ in that all their tables share: languages, attributes, the HTTP status.

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::change;
use super::change::{Change, Kind, Subject};
use super::codes::text;
use codegen::model::{self, Attribute, EnumValue};
use codegen::source::Cell;

/// All that differs.
pub(super) fn compare(base: &model::Catalog, head: &model::Catalog, changes: &mut Vec<Change>) {
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
    order(
        base.tags(),
        head.tags(),
        Kind::OrderChanged("languages".to_owned()),
        &mut add,
    );
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
    if let (Some(old), Some(new)) = (&base.http, &head.http) {
        if old.doc != new.doc {
            add(Kind::DocChanged, Some(&old.doc), Some(&new.doc));
        }
        let text = |status: Option<model::HttpStatus>| status.map(|status| status.to_string());
        undocumented(
            name(),
            text(old.undocumented),
            text(new.undocumented),
            &mut add,
        );
    }
    for (old, new) in [
        (&base.rust.serde, &head.rust.serde),
        (&base.rust.http, &head.rust.http),
    ] {
        let name = |feature: &Cell| format!("the feature {}", feature.text);
        match (old, new) {
            (Some(old), Some(new)) if old.text == new.text => {}
            (old, new) => {
                old.iter()
                    .for_each(|old| add(Kind::AttributeRemoved(name(old)), None, None));
                new.iter()
                    .for_each(|new| add(Kind::AttributeAdded(name(new)), None, None));
            }
        }
    }
    module_docs(base, head, &mut add);
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

/// What the modules that are on both sides are said to be about.
fn module_docs(
    base: &model::Catalog,
    head: &model::Catalog,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let has = |catalog: &model::Catalog, path: &str| {
        let within = |table: &model::Table| {
            let module = table.module.join("::");
            module == path || module.starts_with(&format!("{path}::"))
        };
        catalog.tables.iter().any(within)
    };
    let doc = |catalog: &model::Catalog, path: &str| {
        let module = (catalog.modules.iter()).find(|module| module.path.text == path)?;
        Some(module.doc.clone())
    };
    let paths: BTreeSet<&str> = (base.modules.iter().chain(&head.modules))
        .map(|module| module.path.text.as_str())
        .collect();
    for path in paths {
        let (old, new) = (doc(base, path), doc(head, path));
        if old != new && has(base, path) && has(head, path) {
            add(Kind::DocChanged, old.as_deref(), new.as_deref());
        }
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
            [
                Kind::ValueAdded(name()),
                Kind::ValueRemoved(name()),
                Kind::OrderChanged(name()),
            ],
            add,
        );
    }
    let value = |attribute: &Attribute| {
        let value = attribute.undocumented.as_ref();
        value.map(|value| text(attribute, value))
    };
    if old_type == new_type {
        undocumented(name(), value(old), value(new), add);
    }
    answers(old, new, add);
}

/// What is said of a code that nobody documented. Where nothing is, the methods give an `Option`: another type.
fn undocumented(
    name: String,
    old: Option<String>,
    new: Option<String>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let name = format!("{name} of an undocumented code");
    let (old, new) = (old.as_deref(), new.as_deref());
    match (old, new) {
        (old, new) if old == new => {}
        (Some(_), Some(_)) => add(Kind::DecisionChanged(name), old, new),
        _ => add(Kind::AttributeRetyped(name), old, new),
    }
}

/// What may be asked of an attribute's values: whether they are a success, and its predicates.
fn answers(
    old: &Attribute,
    new: &Attribute,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let (before, after) = (questions(old), questions(new));
    for (name, (doc, values)) in &after {
        match before.get(name) {
            None => add(Kind::AttributeAdded(name.clone()), None, None),
            Some((old_doc, old_values)) => {
                if old_values != values {
                    add(
                        Kind::DecisionChanged(name.clone()),
                        Some(old_values),
                        Some(values),
                    );
                }
                if old_doc != doc {
                    add(Kind::DocChanged, Some(old_doc), Some(doc));
                }
            }
        }
    }
    for name in before.keys().filter(|name| !after.contains_key(*name)) {
        add(Kind::AttributeRemoved(name.clone()), None, None);
    }
}

/// The methods that decide by an attribute's value: for each, what it means, and the values that it says yes to.
fn questions(attribute: &Attribute) -> BTreeMap<String, (&str, String)> {
    let model::Kind::Enum(words) = &attribute.kind else {
        return BTreeMap::new();
    };
    let list = |values: &[usize]| {
        let names: BTreeSet<&str> = values
            .iter()
            .map(|at| words[*at].name.text.as_str())
            .collect();
        names.into_iter().collect::<Vec<_>>().join(", ")
    };
    let success = (!attribute.success.is_empty())
        .then(|| ("into_result".to_owned(), ("", list(&attribute.success))));
    let predicates = attribute.predicates.iter().map(|predicate| {
        let name = format!("{}.{}", attribute.name.text, predicate.name.text);
        (name, (predicate.doc.as_str(), list(&predicate.values)))
    });
    success.into_iter().chain(predicates).collect()
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

/// That what is on both sides stands in another order: it is that of `ALL` and of `Ord`.
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

/// The words of a vocabulary that came and went, their order, and what they are said to mean.
pub(super) fn words(
    old: &[EnumValue],
    new: &[EnumValue],
    [added, removed, reordered]: [Kind; 3],
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    order(
        old.iter().map(|word| word.name.text.as_str()),
        new.iter().map(|word| word.name.text.as_str()),
        reordered,
        add,
    );
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
