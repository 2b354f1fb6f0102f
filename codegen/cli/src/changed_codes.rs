//! Which codes differ between two versions of a generated file.
//!
//! Each row of a generated array ends with a remark, `// CODE Variant`: that is what tells whose row it is.

use std::collections::BTreeMap;

/// In words: how many codes of the enum came, went and changed, and which.
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
        .filter(|(code, rows)| old.get(*code).is_some_and(|old| old != *rows))
        .map(|(code, _)| *code)
        .collect();
    let parts: Vec<String> = [("added", added), ("removed", removed), ("changed", changed)]
        .into_iter()
        .filter(|(_, codes)| !codes.is_empty())
        .map(|(verb, codes)| format!("{} {verb}{}", codes.len(), list(&codes)))
        .collect();
    if parts.is_empty() {
        "no code changed".to_owned()
    } else {
        parts.join(", ")
    }
}

/// The first few of them.
fn list(codes: &[&str]) -> String {
    const SHOWN: usize = 5;
    if codes.len() > 4 * SHOWN {
        return String::new();
    }
    let more = if codes.len() > SHOWN { ", …" } else { "" };
    format!(" ({}{more})", codes[..codes.len().min(SHOWN)].join(", "))
}

/// The rows of an enum's arrays, by code.
fn rows<'a>(text: &'a str, type_name: &str) -> BTreeMap<&'a str, Vec<&'a str>> {
    let start = format!("pub enum {type_name} {{");
    let mut rows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let lines = text.lines().skip_while(|line| *line != start).skip(1);
    for line in lines.take_while(|line| !line.starts_with("pub enum ")) {
        let remark = line
            .rsplit_once(" // ")
            .filter(|(row, _)| row.ends_with(','));
        if let Some((row, remark)) = remark
            && let Some((code, _)) = remark.split_once(' ')
        {
            rows.entry(code).or_default().push(row);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::describe;

    const OLD: &str = "pub enum A {\n}\nstatic X: [u16; 2] = [\n    200, // 1 One\n    \"a, // b\", // 2 Two\n];\npub enum B {\n    1, // 9 Nine\n";

    #[test]
    fn changed_codes_are_named() {
        let new = OLD.replace("200", "202").replace("// 2 Two", "// 3 Two");
        assert_eq!(
            describe(OLD, &new, "A"),
            "1 added (3), 1 removed (2), 1 changed (1)"
        );
        assert_eq!(describe(OLD, &new, "B"), "no code changed");
        assert_eq!(describe("", OLD, "A"), "2 added (1, 2)");
    }
}
