//! What the catalog declares for run time: predicates, success, features.

use crate::diagnostic::Report;
use crate::model::{Attribute, Catalog, Value};
use crate::names;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    for attribute in &catalog.attributes {
        predicates(attribute, report);
    }
    success(catalog, report);
    if let (Some(feature), None) = (&catalog.rust.http, &catalog.http) {
        report
            .error(
                feature.span,
                "the codes of this catalog have no HTTP status",
            )
            .help("add `[http]` to the catalog, or take this key out");
    }
}

/// A predicate is a method of the attribute's enum.
fn predicates(attribute: &Attribute, report: &mut Report) {
    for predicate in &attribute.predicates {
        let name = &predicate.name;
        if names::snake(&name.text) != name.text || !names::is_method(&name.text) {
            report
                .error(
                    name.span,
                    format!("`{}` is no name of a predicate", name.text),
                )
                .help("it becomes a method: write it in snake_case, `is_final`");
        } else if name.text == "as_str" || names::TRAIT_METHODS.contains(&name.text.as_str()) {
            report
                .error(
                    name.span,
                    format!("every value has a `{}` of its own", name.text),
                )
                .help("call the predicate something else");
        }
    }
}

/// One attribute decides about success, and every code has a value for it.
fn success(catalog: &Catalog, report: &mut Report) {
    for attribute in &catalog.attributes {
        if attribute.optional && !attribute.success.is_empty() {
            report
                .error(
                    attribute.name.span,
                    "an optional attribute cannot tell success from the rest",
                )
                .help("give every code a value and take out `optional`, or take out `success`");
        }
    }
    let mut deciding =
        (catalog.attributes.iter()).filter(|attribute| !attribute.success.is_empty());
    let Some(first) = deciding.next() else { return };
    if let Some(Value::Word(undocumented)) = first.undocumented
        && first.success.contains(&undocumented)
    {
        report
            .error(
                first.name.span,
                "a code that nobody documented cannot be a success",
            )
            .help("choose another value for `undocumented`");
    }
    for second in deciding {
        report
            .error(
                second.name.span,
                format!("both `{}` and `{}` say what is a success", first.name.text, second.name.text),
            )
            .related(first.name.span, "first here")
            .help("one attribute decides whether `into_result()` is `Ok`: take `success` out of the other");
    }
}
