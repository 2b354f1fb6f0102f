//! Facts about all rows of a document.

use std::collections::{BTreeMap, HashMap};

use crate::document::Row;

/// Returns `true` if all codes look like HTTP statuses.
pub(crate) fn are_statuses(rows: &[Row]) -> bool {
    rows.iter()
        .all(|row| row.code.len() == 3 && matches!(row.code.as_bytes()[0], b'1'..=b'5'))
}

/// Returns the codes that occur more than once in one scope.
pub(super) fn repeated<'a>(rows: &'a [Row], scopes: &Scopes) -> Vec<&'a str> {
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let mut repeated = Vec::new();
    for row in rows {
        let scope = scopes.plain(row.printed("scope"));
        let count = counts.entry((&row.code, scope)).or_default();
        *count += 1;
        if *count == 2 {
            repeated.push(row.code.as_str());
        }
    }
    repeated
}

/// The scopes of a document.
pub(super) struct Scopes {
    /// By the texts of the document, in its order: the plain names.
    names: Vec<(String, String)>,
    indices: HashMap<String, usize>,
}

impl Scopes {
    /// Names the scopes in kebab case. A scope without an ASCII name gets a number.
    pub(super) fn new(rows: &[Row]) -> Self {
        let mut scopes = Scopes {
            names: Vec::new(),
            indices: HashMap::new(),
        };
        if rows.iter().all(|row| row.printed("scope").is_empty()) {
            return scopes;
        }
        for row in rows {
            let printed = row.printed("scope");
            if !scopes.indices.contains_key(printed) {
                let number = scopes.names.len();
                let plain = plain(printed).unwrap_or_else(|| format!("scope-{}", number + 1));
                scopes.indices.insert(printed.to_owned(), number);
                scopes.names.push((printed.to_owned(), plain));
            }
        }
        scopes
    }

    /// Returns the plain name of a scope, or an empty text if the document has no scopes.
    pub(super) fn plain(&self, printed: &str) -> &str {
        let index = self.indices.get(printed);
        index.map_or("", |index| &self.names[*index].1)
    }

    /// Returns the plain names, each with its first name in the document.
    pub(super) fn names(&self) -> BTreeMap<&str, &str> {
        let names = self.names.iter().rev();
        names
            .map(|(printed, plain)| (plain.as_str(), printed.as_str()))
            .collect()
    }
}

/// Returns the name of a scope in kebab case; `None` if it is not in ASCII.
fn plain(printed: &str) -> Option<String> {
    if printed.is_empty()
        || ["通用", "全部", "所有", "公共", "all", "ALL", "All"].contains(&printed)
    {
        return Some("any".to_owned());
    }
    let plain = heck::ToKebabCase::to_kebab_case(printed);
    let is_word = plain.starts_with(|c: char| c.is_ascii_lowercase()) && plain.is_ascii();
    is_word.then_some(plain)
}
