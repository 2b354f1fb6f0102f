//! What the catalog declares for run time: which codes are a success, and features.

use crate::model::{Attribute, Catalog, Value};
use crate::report::Report;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    check_success(catalog, report);
    check_query(catalog, report);
    for attribute in &catalog.attributes {
        check_disjoint(attribute, report);
    }
    if let (Some(feature), None) = (&catalog.rust.http, &catalog.http) {
        report
            .error(feature.span, "`http` requires `[http]` in the catalog")
            .help("add `[http]`, or remove this key");
    }
}

/// Checks that one attribute decides about success, and that every code has a value of it.
fn check_success(catalog: &Catalog, report: &mut Report) {
    let note = "one attribute decides whether `into_result()` returns `Ok`";
    let Some(first) = single(
        catalog,
        "success",
        |each| &each.success.values,
        note,
        report,
    ) else {
        return;
    };
    if let Some(Value::Enum(undocumented)) = first.undocumented
        && first.success.values.contains(&undocumented)
    {
        report
            .error(
                first.undocumented_span.unwrap_or(first.name.span),
                "undocumented codes cannot count as a success",
            )
            .help("choose another value for `undocumented`");
    }
}

/// Checks that one attribute has `query`, and that it has a value for all other replies to queries (`undocumented`).
fn check_query(catalog: &Catalog, report: &mut Report) {
    let note = "one attribute decides what `of_query()` returns";
    let Some(first) = single(catalog, "query", |each| &each.query.values, note, report) else {
        return;
    };
    if first.undocumented.is_none() {
        report
            .error(first.name.span, "`query` requires `undocumented`")
            .note(
                "`of_query()` returns the `undocumented` value if a reply says nothing about the operation",
            )
            .help("add `undocumented`, or remove `query`");
    }
}

/// Reports optional attributes with this key, and all attributes with it but the first. Returns the first.
fn single<'a>(
    catalog: &'a Catalog,
    key: &str,
    values: impl Fn(&Attribute) -> &[usize],
    note: &str,
    report: &mut Report,
) -> Option<&'a Attribute> {
    let mut attributes = (catalog.attributes.iter()).filter(|each| !values(each).is_empty());
    let optional = attributes.clone().filter(|attribute| attribute.optional);
    for attribute in optional {
        report
            .error(
                attribute.name.span,
                format!("`{key}` requires an attribute that is not optional"),
            )
            .help(format!("remove `optional`, or remove `{key}`"));
    }
    let first = attributes.next()?;
    for second in attributes {
        report
            .error(
                second.name.span,
                format!(
                    "both `{}` and `{}` set `{key}`",
                    first.name.text, second.name.text
                ),
            )
            .related(first.name.span, "first set here")
            .note(note)
            .help(format!("remove `{key}` from one of them"));
    }
    Some(first)
}

/// Checks that no value is both in `success` and in `cautious` or `query`.
fn check_disjoint(attribute: &Attribute, report: &mut Report) {
    for (key, values, note) in [
        (
            "cautious",
            &attribute.cautious,
            "a cautious value requires a query, but a success needs none",
        ),
        (
            "query",
            &attribute.query,
            "the success of a query is not the success of the operation that it asks about",
        ),
    ] {
        let success = &attribute.success;
        for (index, span) in values.values.iter().zip(&values.spans) {
            let Some(first) = success.values.iter().position(|other| other == index) else {
                continue;
            };
            let value = &attribute.values()[*index].name.text;
            report
                .error(
                    *span,
                    format!("value `{value}` is listed in both `success` and `{key}`"),
                )
                .related(success.spans[first], "listed in `success` here")
                .note(note)
                .help("remove the value from one of them");
        }
    }
}
