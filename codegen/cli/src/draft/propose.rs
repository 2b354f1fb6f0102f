//! What a machine can propose for a row, and what it leaves to people.

use std::collections::HashSet;

use heck::ToSnakeCase;

use crate::catalog_columns::CatalogColumns;
use crate::document::{Row, is_chinese};
use codegen::message::placeholders;
use codegen::text;

/// The longest name that is proposed, in characters once joined.
const LONGEST: usize = 40;

/// Words that say nothing in a name.
const FILLERS: [&str; 14] = [
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "please", "your",
    "of",
];

/// A new row's name, and what is left to do.
#[derive(Debug)]
pub(crate) struct Proposal {
    /// Empty where none can be proposed.
    pub(crate) name: String,
    /// What somebody has to do about the row before it may be used.
    pub(crate) review: String,
}

/// Proposes what it can for a row, and says why the row is new. One that repeats a code has that code's name.
pub(crate) fn propose(
    why: &str,
    row: &Row,
    repeats: bool,
    taken: &mut HashSet<String>,
    shared: &CatalogColumns,
) -> Proposal {
    let printed = |tag: &String| row.printed(tag);
    let english = (shared.languages.iter().map(printed))
        .find(|text| !text.is_empty() && !is_chinese(text))
        .filter(|_| !repeats);
    let name = english.and_then(|text| name(text, taken));
    let task = match (repeats, &name) {
        (true, _) => "check that it means the same as the code's first row",
        (false, Some(_)) => "check the name",
        (false, None) => "name it",
    };
    let mut tasks = vec![task.to_owned()];
    let languages = || shared.languages.iter().map(String::as_str);
    let missing: Vec<&str> = languages()
        .filter(|tag| row.printed(tag).is_empty())
        .collect();
    if !missing.is_empty() {
        tasks.push(format!("translate it ({})", missing.join(", ")));
    }
    if languages().any(|tag| placeholders(row.printed(tag)).is_none()) {
        tasks.push("name the placeholders".to_owned());
    }
    let decisions = shared.decisions();
    if !decisions.is_empty() && !repeats {
        tasks.push(format!("decide {}", decisions.join(", ")));
    }
    Proposal {
        name: name.unwrap_or_default(),
        review: format!("{why}: {}", tasks.join("; ")),
    }
}

/// A name from an English text: its first clause, without filler words. `None` where there is nothing to go by, or where
/// the table has the name already.
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
        if text::upper_camel(&name).len() + word.len() > LONGEST {
            break;
        }
        name = format!("{name} {word}").trim_start().to_owned();
    }
    let variant = text::upper_camel(&name);
    let is_good = text::is_identifier(&variant) && variant != "ALL" && taken.insert(variant);
    is_good.then_some(name)
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
