//! Messages of one row, in all languages.

use std::collections::BTreeSet;

use crate::model::{Catalog, Table, placeholders};
use crate::report::Report;

/// Checks that each language has the same placeholders.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for row in &table.rows {
        let Some((first, others)) = row.messages.split_first() else {
            continue;
        };
        let Some(expected) = placeholders(&first.text).filter(|_| !first.text.is_empty()) else {
            continue;
        };
        for (message, language) in others.iter().zip(&catalog.languages[1..]) {
            let found = placeholders(&message.text).filter(|_| !message.text.is_empty());
            let Some(found) = found.filter(|found| *found != expected) else {
                continue;
            };
            let missing = difference(&expected, &found);
            let surplus = difference(&found, &expected);
            let what = match (missing.as_str(), surplus.as_str()) {
                (missing, "") => format!("is missing {missing}"),
                ("", surplus) => format!("has an extra {surplus}"),
                (missing, surplus) => format!("is missing {missing} and has an extra {surplus}"),
            };
            let first_tag = &catalog.languages[0].tag;
            report
                .error(
                    message.span,
                    format!("placeholders differ: `{}` {what}", language.tag),
                )
                .related(first.span, format!("placeholders of `{first_tag}`"))
                .help("use the same placeholders in every language");
        }
    }
}

/// Returns the placeholders of one message that another does not have: `` `{id}`, `{name}` ``.
fn difference(of: &BTreeSet<&str>, other: &BTreeSet<&str>) -> String {
    let names: Vec<String> = (of.difference(other))
        .map(|name| format!("`{{{name}}}`"))
        .collect();
    names.join(", ")
}
