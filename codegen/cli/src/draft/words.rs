//! The words of a text or of a symbol, as names of variants have them.

use heck::ToSnakeCase;

/// Returns the words in lower case: `doesn't` is `does not`, `URLs` is `urls`, `orderMissing` is `order missing`. Words that are
/// not ASCII are left out.
pub(super) fn words(text: &str) -> Vec<String> {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    let parts = text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c));
    let parts = parts.filter(|part| part.is_ascii() || part.contains('’'));
    parts
        .flat_map(|part| word(&part.replace('’', "'")))
        .collect()
}

fn word(part: &str) -> Vec<String> {
    let lower = part.to_lowercase();
    match lower.as_str() {
        "can't" => return vec!["cannot".to_owned()],
        "won't" => return vec!["will".to_owned(), "not".to_owned()],
        _ => {}
    }
    if let Some(verb) = lower.strip_suffix("n't").filter(|verb| !verb.is_empty()) {
        return vec![verb.to_owned(), "not".to_owned()];
    }
    // What follows another apostrophe is the rest of a word: `user's`, `we're`.
    let part = part.split('\'').find(|part| !part.is_empty());
    let part = part.unwrap_or_default();
    let is_plural =
        |acronym: &str| acronym.len() > 1 && acronym.bytes().all(|byte| byte.is_ascii_uppercase());
    if part.strip_suffix('s').is_some_and(is_plural) {
        return vec![part.to_lowercase()];
    }
    let snake = part.to_snake_case();
    let words = snake.split('_').filter(|word| word.is_ascii());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
