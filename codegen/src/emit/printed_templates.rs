//! Printed texts as templates: their variable parts get the names of the message's placeholders.

use std::collections::BTreeSet;

use crate::lower::{Catalog, Table};
use crate::model::{self, Piece, Row, pieces};

/// Returns the names of the placeholders of a row's messages, in alphabetical order. They are the same in each language.
pub(super) fn placeholders(row: &Row) -> BTreeSet<&str> {
    model::placeholders(&row.messages[0].text).unwrap_or_default()
}

/// Returns the printed messages of a row with placeholders, as templates.
///
/// If a printed text has as many marks of variable parts as the message in the same language has placeholders, they
/// become these placeholders, in their order. Otherwise the marks are ambiguous, and the text stays as it is printed.
pub(super) fn of(catalog: &Catalog<'_>, table: &Table<'_>, row: &Row) -> Vec<String> {
    let mut templates = Vec::new();
    if placeholders(row).is_empty() {
        return templates;
    }
    for (tag, message) in catalog.model.tags().zip(&row.messages) {
        let column = table.model.printed.iter().position(|column| column == tag);
        let printed = column.map_or("", |column| &row.printed[column]);
        let template = template(printed, &message.text, &table.model.printed_placeholders);
        let template = template.unwrap_or_else(|| doubled(printed));
        if !template.is_empty() && template != message.text {
            templates.push(template);
        }
    }
    templates
}

/// Returns the text with doubled braces, which are literal in a template.
fn doubled(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// Returns a printed text with the placeholders of a message; `None` if their places are ambiguous.
fn template(printed: &str, message: &str, marks: &[String]) -> Option<String> {
    let name = |piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Text(_) => None,
    };
    let names: Vec<&str> = (pieces(message).ok()?.into_iter())
        .filter_map(name)
        .collect();
    let mut left = names.iter();
    let (mut template, mut at) = (String::new(), 0);
    while let Some(c) = printed[at..].chars().next() {
        if let Some(length) = mark(printed, at, marks) {
            template.push_str(&format!("{{{}}}", left.next()?));
            at += length;
        } else {
            template.push_str(&doubled(c.encode_utf8(&mut [0; 4])));
            at += c.len_utf8();
        }
    }
    left.next().is_none().then_some(template)
}

/// Returns the length of the mark of a variable part that starts at a place: a text in braces, or one of the table's
/// `printed_placeholders` that is not part of a word.
fn mark(printed: &str, at: usize, marks: &[String]) -> Option<usize> {
    let (before, rest) = printed.split_at(at);
    if let Some(inside) = rest.strip_prefix('{') {
        let end = inside.find(['{', '}'])?;
        return inside[end..].starts_with('}').then_some(end + 2);
    }
    let joins = |a: Option<char>, b: Option<char>| {
        a.is_some_and(|c| c.is_ascii_alphanumeric()) && b.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    (marks.iter())
        .filter(|mark| rest.starts_with(mark.as_str()))
        .find(|mark| {
            let after = rest[mark.len()..].chars().next();
            !joins(before.chars().next_back(), mark.chars().next())
                && !joins(mark.chars().next_back(), after)
        })
        .map(String::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_placeholders_unless_they_are_ambiguous() {
        let marks = ["X".to_owned(), "具体参数名".to_owned()];
        let template = |printed, message| template(printed, message, &marks);
        for (printed, message, expected) in [
            (
                "参数{参数名变量}为空，",
                "参数{param}为空",
                Some("参数{param}为空，"),
            ),
            (
                "ICCID {}不属于",
                "ICCID {iccid}不属于",
                Some("ICCID {iccid}不属于"),
            ),
            (
                "1 or X ( X is)",
                "1 or {n} ({n} is)",
                Some("1 or {n} ( {n} is)"),
            ),
            ("错误（具体参数名）", "{param}错误", Some("错误（{param}）")),
            ("{a} in {b}", "{to} from {from}", Some("{to} in {from}")),
            ("XML at X", "XML at {place}", Some("XML at {place}")),
            ("} at X", "at {place}", Some("}} at {place}")),
            // No variable part, or an ambiguous one.
            ("缺少X-WSSE请求头", "缺少X-WSSE请求头", None),
            ("Fine", "Well done", Some("Fine")),
            (
                "Incorrect parameter",
                "Verification of {param} failed",
                None,
            ),
            ("X or X", "{n}", None),
            ("{}", "{a} and {b}", None),
        ] {
            assert_eq!(template(printed, message).as_deref(), expected, "{printed}");
        }
    }
}
