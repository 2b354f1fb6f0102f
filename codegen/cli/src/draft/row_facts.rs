//! Facts about all rows of a document.

use std::collections::{BTreeMap, HashMap};

use crate::document::Row;

/// Returns `true` if all codes look like HTTP statuses.
pub(crate) fn are_statuses(rows: &[Row]) -> bool {
    rows.iter()
        .all(|row| row.code.len() == 3 && matches!(row.code.as_bytes()[0], b'1'..=b'5'))
}

/// Returns the codes that occur more than once in one scope.
pub(crate) fn repeated(rows: &[Row]) -> Vec<&str> {
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let mut repeated = Vec::new();
    for row in rows {
        let count = counts.entry((&row.code, row.printed("scope"))).or_default();
        *count += 1;
        if *count == 2 {
            repeated.push(row.code.as_str());
        }
    }
    repeated
}

/// Returns the scopes by their plain names, each with the name in the document.
pub(crate) fn scopes(rows: &[Row]) -> BTreeMap<String, &str> {
    let printed = rows
        .iter()
        .map(|row| row.printed("scope"))
        .filter(|scope| !scope.is_empty());
    printed.map(|scope| (plain_scope(scope), scope)).collect()
}

/// Returns the name of a scope in kebab case.
pub(crate) fn plain_scope(printed: &str) -> String {
    if printed.is_empty()
        || ["通用", "全部", "所有", "公共", "all", "ALL", "All"].contains(&printed)
    {
        return "any".to_owned();
    }
    let plain = heck::ToKebabCase::to_kebab_case(printed);
    let is_word = plain.starts_with(|c: char| c.is_ascii_lowercase()) && plain.is_ascii();
    // A scope without an ASCII name has to be renamed by hand; until then the new table has an error.
    if is_word { plain } else { printed.to_owned() }
}
