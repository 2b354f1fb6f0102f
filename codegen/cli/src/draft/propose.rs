//! Proposals for new rows, and the tasks that are left to people.

use super::names::Names;
use super::placeholders::named;
use super::words::words;
use crate::catalog_columns::CatalogColumns;
use crate::document::Row;

/// The task of a row without a name.
pub(crate) const CHOOSE_NAME: &str = "choose a name";

/// The task of a row whose name is a guess.
pub(crate) const CHECK_NAME: &str = "check the name";

/// The proposed name of a new row, and the tasks that are left.
#[derive(Debug)]
pub(crate) struct Proposal {
    /// Empty if no name can be proposed.
    pub(crate) name: String,
    /// The messages that differ from the printed texts, by language.
    pub(crate) messages: Vec<(String, String)>,
    /// The placeholders of the printed texts that have other names in the messages.
    pub(crate) replaced: Vec<(String, String)>,
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
    let (mut messages, mut replaced) = (Vec::new(), Vec::new());
    for tag in languages {
        if let Some(message) = named(row.printed(tag)) {
            messages.push((tag.clone(), message.text));
            replaced.extend(message.replaced);
        }
    }
    if !messages.is_empty() {
        tasks.push("check the placeholders".to_owned());
    }
    // Without any text, the name or the symbol says what the code means.
    let is_silent = languages.iter().all(|tag| row.printed(tag).is_empty());
    let english = languages.iter().find(|tag| !tag.starts_with("zh"));
    let symbol = words(row.printed("name")).join(" ");
    let meaning = match &name {
        _ if !symbol.is_empty() => symbol,
        Some(name) => name.text.clone(),
        None => String::new(),
    };
    if let (Some(tag), true, false) = (english, is_silent, meaning.is_empty()) {
        messages.push((tag.clone(), sentence(&meaning)));
        tasks.push("check the message".to_owned());
    }
    let has_message =
        |tag: &&str| !row.printed(tag).is_empty() || messages.iter().any(|(known, _)| known == tag);
    let missing: Vec<&str> = (languages.iter().map(String::as_str))
        .filter(|tag| !has_message(tag))
        .collect();
    if !missing.is_empty() {
        tasks.push(format!("translate to {}", missing.join(", ")));
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
        messages,
        replaced,
        review: format!("{why}: {}", tasks.join("; ")),
    }
}

impl Proposal {
    /// Returns the message in a language, or an empty text if the printed text is the message.
    pub(crate) fn message(&self, tag: &str) -> &str {
        let found = self.messages.iter().find(|(known, _)| known == tag);
        found.map_or("", |(_, text)| text)
    }
}

/// Returns a name with a capital: `Order lost`.
fn sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
