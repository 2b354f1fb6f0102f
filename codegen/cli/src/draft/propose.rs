//! Proposals for new rows, and the tasks that are left to people.

use std::collections::HashSet;

use heck::ToSnakeCase;

use crate::catalog_columns::CatalogColumns;
use crate::document::{Row, is_chinese};
use codegen::message::placeholders;
use codegen::text;

/// The maximum length of a proposed name, in characters of the variant.
const MAX_NAME_LEN: usize = 40;

/// Words that names leave out.
const FILLERS: [&str; 14] = [
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "please", "your",
    "of",
];

/// The proposed name of a new row, and the tasks that are left.
#[derive(Debug)]
pub(crate) struct Proposal {
    /// Empty if no name can be proposed.
    pub(crate) name: String,
    /// The text of the `review` cell: what a person has to do before the row can be used.
    pub(crate) review: String,
}

/// Proposes a name for a row and lists the tasks that are left. `why` is the reason that the row is new. A row that repeats a
/// code gets no name: the first row of the code has it.
pub(crate) fn propose(
    why: &str,
    row: &Row,
    repeats: bool,
    taken: &mut HashSet<String>,
    catalog_columns: &CatalogColumns,
) -> Proposal {
    let printed = |tag: &String| row.printed(tag);
    let texts =
        std::iter::once(row.printed("name")).chain(catalog_columns.languages.iter().map(printed));
    let english = { texts }
        .find(|text| !text.is_empty() && !is_chinese(text))
        .filter(|_| !repeats);
    let name = english.and_then(|text| name(text, taken));
    let task = match (repeats, &name) {
        (true, _) => "check that the meaning matches the first row for this code",
        (false, Some(_)) => "check the name",
        (false, None) => "choose a name",
    };
    let mut tasks = vec![task.to_owned()];
    let languages = || catalog_columns.languages.iter().map(String::as_str);
    let missing: Vec<&str> = languages()
        .filter(|tag| row.printed(tag).is_empty())
        .collect();
    if !missing.is_empty() {
        tasks.push(format!("translate to {}", missing.join(", ")));
    }
    if languages().any(|tag| placeholders(row.printed(tag)).is_none()) {
        tasks.push("name the placeholders".to_owned());
    }
    let decisions = catalog_columns.decisions();
    if !decisions.is_empty() && !repeats {
        tasks.push(format!("choose {}", decisions.join(", ")));
    }
    Proposal {
        name: name.unwrap_or_default(),
        review: format!("{why}: {}", tasks.join("; ")),
    }
}

/// Returns a name from an English text: its first clause, without filler words. Returns `None` if no valid name results, or if
/// the table already has the name.
fn name(english: &str, taken: &mut HashSet<String>) -> Option<String> {
    if is_chinese(english) {
        return None;
    }
    let clause = english
        .split([',', ';', '.', ':', '(', '!', '?', '，', '（'])
        .find(|clause| !clause.trim().is_empty())?;
    let mut name = String::new();
    for word in clause.to_snake_case().split('_') {
        let is_ascii = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_ascii || FILLERS.contains(&word) {
            continue;
        }
        if text::upper_camel(&name).len() + word.len() > MAX_NAME_LEN {
            break;
        }
        name = format!("{name} {word}").trim_start().to_owned();
    }
    let variant = text::upper_camel(&name);
    let is_valid = text::is_identifier(&variant) && variant != "ALL" && taken.insert(variant);
    is_valid.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_first_clause_in_plain_words() {
        let mut taken = HashSet::new();
        for (english, proposed) in [
            ("The order does not exist.", Some("order does not exist")),
            ("Order does not exist", None),
            (
                "Failed to resolve the request message, try later",
                Some("failed to resolve request message"),
            ),
            (
                "For a variety of reasons the payment failed at the bank of the user once",
                Some("for variety reasons payment failed at bank user"),
            ),
            ("ICCID {} isn't ready", Some("iccid isn t ready")),
            ("404", None),
            ("成功", None),
            ("", None),
        ] {
            assert_eq!(name(english, &mut taken).as_deref(), proposed, "{english}");
        }
    }
}
