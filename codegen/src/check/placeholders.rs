//! Messages of one row, in all languages.

use crate::model::{Catalog, Table, placeholders};
use crate::report::Report;

/// The placeholders are the same set in each language.
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
            let list = |names: Vec<&&str>| {
                names
                    .iter()
                    .map(|name| format!("`{{{name}}}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let missing = list(expected.difference(&found).collect());
            let surplus = list(found.difference(&expected).collect());
            let what = match (missing.as_str(), surplus.as_str()) {
                (missing, "") => format!("lacks {missing}"),
                ("", surplus) => format!("has {surplus}"),
                (missing, surplus) => format!("lacks {missing} and has {surplus}"),
            };
            let other = &catalog.languages[0].tag;
            report
                .error(
                    message.span,
                    format!("the placeholders differ: `{}` {what}", language.tag),
                )
                .related(first.span, format!("those of `{other}` are here"))
                .help("the same placeholders stand in every language");
        }
    }
}
