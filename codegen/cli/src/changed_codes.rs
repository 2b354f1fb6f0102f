//! The codes that differ between two versions of a generated file.
//!
//! Each code is one line of the file, after its enum: `Variant { code: "CODE", … },`. Only the enum says that a code is retired.

use std::collections::{BTreeMap, HashMap};

/// Returns how many codes of the enum were added, removed and changed, and which.
pub(crate) fn describe(old: &str, new: &str, type_name: &str) -> String {
    let (old, new) = (rows(old, type_name), rows(new, type_name));
    let added: Vec<&str> = new
        .keys()
        .filter(|code| !old.contains_key(*code))
        .copied()
        .collect();
    let removed: Vec<&str> = old
        .keys()
        .filter(|code| !new.contains_key(*code))
        .copied()
        .collect();
    let changed: Vec<&str> = (new.iter())
        .filter(|(code, row)| old.get(*code).is_some_and(|old| old != *row))
        .map(|(code, _)| *code)
        .collect();
    let parts: Vec<String> = [("added", added), ("removed", removed), ("changed", changed)]
        .into_iter()
        .filter(|(_, codes)| !codes.is_empty())
        .map(|(verb, codes)| format!("{} {verb}{}", codes.len(), list(&codes)))
        .collect();
    if parts.is_empty() {
        "codes unchanged".to_owned()
    } else {
        parts.join(", ")
    }
}

/// Returns the first few codes in parentheses, or nothing if there are many.
fn list(codes: &[&str]) -> String {
    const SHOWN: usize = 5;
    if codes.len() > 4 * SHOWN {
        return String::new();
    }
    let more = if codes.len() > SHOWN { ", …" } else { "" };
    format!(" ({}{more})", codes[..codes.len().min(SHOWN)].join(", "))
}

/// Returns what the file says of each code of an enum, by code: the row, and the attribute of a retired variant.
fn rows<'a>(text: &'a str, type_name: &str) -> BTreeMap<&'a str, (&'a str, Option<&'a str>)> {
    let start = format!("pub enum {type_name} {{");
    let lines = text.lines().skip_while(|line| *line != start).skip(1);
    let lines = lines.take_while(|line| !line.starts_with("pub enum "));
    let mut rows = BTreeMap::new();
    let (mut retired, mut attribute) = (HashMap::new(), None);
    for line in lines.map(str::trim_start) {
        if let Some((variant, code)) = variant_and_code(line) {
            rows.insert(code, (line, retired.get(variant).copied()));
        } else if line.starts_with("#[deprecated = ") {
            attribute = Some(line);
        } else if let Some(attribute) = attribute.take() {
            retired.insert(line.trim_end_matches(','), attribute);
        }
    }
    rows
}

/// Returns the variant and the code of a row. A quote in a code is escaped, so the first bare quote ends it.
fn variant_and_code(line: &str) -> Option<(&str, &str)> {
    let (variant, rest) = line.split_once(" { code: \"")?;
    let end = rest.find("\", ")?;
    Some((variant, &rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::describe;

    const OLD: &str = "pub enum A {\n}\n    One { code: \"1\", http: 200 },\n    Two { code: \"2\", en: \"a, { code: \" },\npub enum B {\n    Nine { code: \"9\", http: 1 },\n";

    #[test]
    fn changed_codes_are_listed() {
        let new = OLD
            .replace("200", "202")
            .replace("Two { code: \"2\"", "Two { code: \"3\"");
        assert_eq!(
            describe(OLD, &new, "A"),
            "1 added (3), 1 removed (2), 1 changed (1)"
        );
        assert_eq!(describe(OLD, &new, "B"), "codes unchanged");
        assert_eq!(describe("", OLD, "A"), "2 added (1, 2)");
        let retired = OLD.replacen(
            "A {\n",
            "A {\n    #[deprecated = \"since V2\"]\n    Two,\n",
            1,
        );
        assert_eq!(describe(OLD, &retired, "A"), "1 changed (2)");
        assert_eq!(describe(&retired, OLD, "A"), "1 changed (2)");
    }
}
