//! What the catalog declares for run time: which codes are a success, and features.

use crate::model::{Catalog, Value};
use crate::report::Report;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
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
    let mut deciding = catalog
        .attributes
        .iter()
        .filter(|attribute| !attribute.success.is_empty());
    let Some(first) = deciding.next() else { return };
    if let Some(Value::Enum(undocumented)) = first.undocumented
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
