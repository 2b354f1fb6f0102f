//! What the catalog declares for run time: which codes are a success, and features.

use crate::model::{Catalog, Value};
use crate::report::Report;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    check_success(catalog, report);
    if let (Some(feature), None) = (&catalog.rust.http, &catalog.http) {
        report
            .error(feature.span, "the catalog has no `[http]` section")
            .label("needs `[http]`")
            .help("add `[http]`, or remove this key");
    }
}

/// Checks that one attribute decides about success, and that every code has a value of it.
fn check_success(catalog: &Catalog, report: &mut Report) {
    for attribute in &catalog.attributes {
        if attribute.optional && !attribute.success.is_empty() {
            report
                .error(
                    attribute.name.span,
                    "`success` requires an attribute that is not optional",
                )
                .help("remove `optional`, or remove `success`");
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
                "`undocumented` cannot be a value of `success`",
            )
            .help("choose another value for `undocumented`");
    }
    for second in deciding {
        report
            .error(
                second.name.span,
                format!(
                    "both `{}` and `{}` set `success`",
                    first.name.text, second.name.text
                ),
            )
            .related(first.name.span, "first set here")
            .note("one attribute decides whether `into_result()` returns `Ok`")
            .help("remove `success` from one of them");
    }
}
