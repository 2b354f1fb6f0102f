//! Messages of one row, in all languages.

use std::collections::BTreeSet;

use crate::model::{Catalog, Table, placeholders};
use crate::report::Report;

/// Checks that each language has the same placeholders.
pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    for row in &table.rows {
        let mut messages = row.own_messages();
        let Some((first_language, first)) = messages.next() else {
            continue;
        };
        let Some(expected) = placeholders(&first.text).filter(|_| !first.text.is_empty()) else {
            continue;
        };
        for (index, message) in messages {
            let language = &catalog.languages[index];
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
            let first_tag = &catalog.languages[first_language].tag;
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
