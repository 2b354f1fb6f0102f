//! Messages keep to the glossary.
//!
//! Where a message has a term in one language, its counterparts have one of the term's renderings in theirs.

use std::collections::HashMap;

use crate::model::{Catalog, Row, Term};
use crate::report::Report;
use crate::source::Cell;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    repeated(catalog, report);
    let languages = 0..catalog.languages.len();
    for from in languages.clone() {
        let index = Index::new(&catalog.glossary, from);
        for row in catalog.tables.iter().flat_map(|table| &table.rows) {
            for to in languages.clone().filter(|to| *to != from) {
                compare(row, from, to, &index, catalog, report);
            }
        }
    }
}

/// A term has one row: what one row says of it, the other may not.
fn repeated(catalog: &Catalog, report: &mut Report) {
    let mut first_rows: HashMap<String, &Cell> = HashMap::new();
    for head in catalog.glossary.iter().map(|term| &term.head) {
        if head.text.is_empty() {
            continue;
        }
        let first = *(first_rows.entry(head.text.to_lowercase())).or_insert(head);
        if first.span == head.span {
            continue;
        }
        let message = format!("the term `{}` appears twice in the glossary", head.text);
        if let Some(finding) = report.lint(catalog.lints.glossary, "glossary", head.span, message) {
            finding
                .related(first.span, "first here")
                .help("make one row of them, with `|` between the renderings");
        }
    }
}

fn compare(
    row: &Row,
    from: usize,
    to: usize,
    index: &Index,
    catalog: &Catalog,
    report: &mut Report,
) {
    let (message, counterpart) = (&row.messages[from], &row.messages[to]);
    for rendering in index.find(&message.text) {
        // A rendering may belong to several terms; one of them must be rendered.
        let wanted: Vec<&str> = catalog
            .glossary
            .iter()
            .filter(|term| {
                term.renderings[from]
                    .iter()
                    .any(|other| other.eq_ignore_ascii_case(rendering))
            })
            .flat_map(|term| term.renderings[to].iter().map(String::as_str))
            .collect();
        if wanted.is_empty()
            || wanted
                .iter()
                .any(|wanted| contains(&counterpart.text, wanted))
        {
            continue;
        }
        let list = wanted
            .iter()
            .map(|wanted| format!("`{wanted}`"))
            .collect::<Vec<_>>()
            .join(" or ");
        let text = format!("the glossary renders `{rendering}` as {list}");
        if let Some(finding) =
            report.lint(catalog.lints.glossary, "glossary", counterpart.span, text)
        {
            finding
                .related(message.span, format!("`{rendering}` stands here"))
                .help("use the glossary's term, or add this rendering to the glossary");
        }
    }
}

/// The renderings of one language, the longest first, so that `套餐组` is found before `套餐`.
struct Index<'a>(Vec<&'a str>);

impl<'a> Index<'a> {
    fn new(glossary: &'a [Term], language: usize) -> Self {
        let mut renderings: Vec<&str> = glossary
            .iter()
            .flat_map(|term| term.renderings[language].iter().map(String::as_str))
            .collect();
        renderings.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        renderings.dedup();
        Index(renderings)
    }

    /// The renderings that stand in the text, none of them within another.
    fn find(&self, text: &str) -> Vec<&'a str> {
        let mut rest = text.to_lowercase();
        let mut found = Vec::new();
        for rendering in &self.0 {
            let wanted = rendering.to_lowercase();
            let mut seen = false;
            while let Some((start, end)) = position(&rest, &wanted) {
                // Taken out of the text, with what keeps the words on both sides apart.
                rest.replace_range(start..end, "\u{0}");
                seen = true;
            }
            if seen {
                found.push(*rendering);
            }
        }
        found
    }
}

fn contains(text: &str, rendering: &str) -> bool {
    position(&text.to_lowercase(), &rendering.to_lowercase()).is_some()
}

/// The place of the rendering in the text. In scripts with spaces, it stands there as whole words; a plural's `s`
/// may follow.
fn position(text: &str, rendering: &str) -> Option<(usize, usize)> {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    text.match_indices(rendering).find_map(|(start, found)| {
        let mut end = start + found.len();
        let starts_inside =
            is_word(rendering.chars().next()) && is_word(text[..start].chars().next_back());
        if is_word(rendering.chars().next_back()) {
            if text[end..].starts_with('s') {
                end += 1;
            }
            if is_word(text[end..].chars().next()) {
                return None;
            }
        }
        (!starts_inside).then_some((start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_or_in_the_plural() {
        assert_eq!(position("the packages", "package"), Some((4, 12)));
        assert_eq!(position("add-on pack", "package"), None);
        assert_eq!(position("unpackaged", "package"), None);
        assert_eq!(position("repackage", "package"), None);
        assert_eq!(position("packaged", "package"), None);
        assert_eq!(position("package_id", "package"), None);
        assert_eq!(position("repackage a package", "package"), Some((12, 19)));
        assert_eq!(position("SIM卡1", "卡"), Some((3, 6)));
        assert_eq!(position("主卡已出库", "出库"), Some((9, 15)));
    }

    #[test]
    fn a_longer_term_hides_the_shorter_one_in_it() {
        let index = Index(vec!["套餐组", "套餐"]);
        assert_eq!(index.find("套餐组不存在"), ["套餐组"]);
        assert_eq!(index.find("套餐组与套餐"), ["套餐组", "套餐"]);
    }
}
