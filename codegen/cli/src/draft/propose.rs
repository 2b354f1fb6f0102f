//! Proposals for new rows, and the tasks that are left to people.

use super::names::Names;
use crate::catalog_columns::CatalogColumns;
use crate::document::Row;
use codegen::message::placeholders;

/// The task of a row without a name.
pub(crate) const CHOOSE_NAME: &str = "choose a name";

/// The task of a row whose name is a guess.
pub(crate) const CHECK_NAME: &str = "check the name";

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
    names: &mut Names,
    catalog_columns: &CatalogColumns,
) -> Proposal {
    let languages = &catalog_columns.languages;
    let name = Some(row)
        .filter(|_| !repeats)
        .and_then(|row| names.take(row, languages));
    let mut tasks = Vec::new();
    match &name {
        _ if repeats => {
            tasks.push("check that the meaning matches the first row for this code".to_owned());
        }
        Some(name) if name.is_guess => tasks.push(CHECK_NAME.to_owned()),
        Some(_) => {}
        None => tasks.push(CHOOSE_NAME.to_owned()),
    }
    let missing: Vec<&str> = (languages.iter().map(String::as_str))
        .filter(|tag| row.printed(tag).is_empty())
        .collect();
    if !missing.is_empty() {
        tasks.push(format!("translate to {}", missing.join(", ")));
    }
    if (languages.iter()).any(|tag| placeholders(row.printed(tag)).is_none()) {
        tasks.push("name the placeholders".to_owned());
    }
    let decisions = catalog_columns.decisions();
    let decisions: Vec<&str> = (decisions.into_iter())
        .filter(|column| row.printed(column).is_empty())
        .collect();
    if !decisions.is_empty() && !repeats {
        tasks.push(format!("choose {}", decisions.join(", ")));
    }
    if tasks.is_empty() {
        tasks.push("check the row".to_owned());
    }
    Proposal {
        name: name.map(|name| name.text).unwrap_or_default(),
        review: format!("{why}: {}", tasks.join("; ")),
    }
}
