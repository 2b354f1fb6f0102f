//! Lists of codes, and headings of codes, in Markdown documents without tables.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::plain_code::{is_word, plain_code, shape};
use super::text::{line, normalize_whitespace};
use super::titles::Titles;
use super::{Budget, Grid, LimitExceeded};

/// What a code and its texts are part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Item,
    Heading(HeadingLevel),
}

/// A list item, or a heading with the text below it.
struct Entry {
    kind: Kind,
    /// The byte at which it begins.
    at: usize,
    /// The first line.
    head: String,
    /// The bold text or code at the beginning of the first line.
    marked: String,
    /// The paragraphs below the first line.
    text: String,
}

/// Returns the lists of codes as one table, and the headings of codes as tables by their level.
pub(crate) fn grids(
    text: &str,
    titles: &Titles,
    budget: &mut Budget,
) -> Result<Vec<Grid>, LimitExceeded> {
    let entries = entries(text, budget)?;
    let mut kinds: Vec<Kind> = Vec::new();
    for entry in &entries {
        if !kinds.contains(&entry.kind) {
            kinds.push(entry.kind);
        }
    }
    let mut grids = Vec::new();
    for kind in kinds {
        let own: Vec<&Entry> = entries.iter().filter(|entry| entry.kind == kind).collect();
        let cells: Vec<_> = own.iter().map(|entry| entry.cells()).collect();
        let codes: Vec<&str> = cells
            .iter()
            .flatten()
            .map(|cells| cells[0].as_str())
            .collect();
        // A list, or a section, of something else may mention a code.
        let Some(first) = cells.iter().position(Option::is_some) else {
            continue;
        };
        if codes.len() < 2 || codes.len() * 2 < own.len() || are_counted(&codes) {
            continue;
        }
        let header = ["code", "message", "details"].map(str::to_owned);
        let others = own
            .iter()
            .map(|entry| [entry.head.clone(), String::new(), String::new()]);
        let rows = cells.into_iter().zip(others);
        let rows = rows.map(|(cells, other)| cells.unwrap_or(other));
        let mut rows: Vec<Vec<String>> = { [header] }
            .into_iter()
            .chain(rows)
            .map(Vec::from)
            .collect();
        if rows[1..].iter().all(|row| row[2].is_empty()) {
            for row in &mut rows {
                row.truncate(2);
            }
        }
        let at = own[first].at;
        let place = format!("line {}", line(text, at) + 1);
        grids.extend(Grid::new(&titles.above(at, ""), place, rows, budget)?);
    }
    Ok(grids)
}

/// Returns `true` for the numbers of chapters: 1, 2, 3.
fn are_counted(codes: &[&str]) -> bool {
    let mut numbers = codes.iter().zip(1..);
    numbers.all(|(code, number)| code.parse() == Ok(number))
}

impl Entry {
    /// Returns the code, the message and the details.
    fn cells(&self) -> Option<[String; 3]> {
        let (code, rest) = self.code()?;
        let rest = rest.trim_start_matches([' ', ':', '：', '-', '–', '—', '=', '.', ',', '，']);
        let (rest, text) = (normalize_whitespace(rest), normalize_whitespace(&self.text));
        Some(match rest.as_str() {
            "" => [code, text, String::new()],
            _ => [code, rest, text],
        })
    }

    /// Returns the code, and the text after it. The code is marked, or has a digit and stands behind at most two words.
    fn code(&self) -> Option<(String, &str)> {
        let marked = plain_code(self.marked.trim().trim_end_matches([':', '：']));
        if is_word(&marked) {
            return Some((marked, &self.head[self.marked.len()..]));
        }
        let is_end = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | ',' | '，' | '=');
        let (mut at, mut words) = (0, 0);
        for word in self.head.split_inclusive(is_end) {
            let end = at + word.len();
            let code = plain_code(word.trim_end_matches(is_end));
            words += usize::from(!code.is_empty());
            if words > 3 {
                break;
            }
            let is_chapter = code.ends_with('.')
                || code.contains('.')
                    && code
                        .bytes()
                        .all(|byte| byte == b'.' || byte.is_ascii_digit());
            if shape(&code).is_some() && !is_chapter {
                return Some((code, &self.head[end..]));
            }
            at = end;
        }
        None
    }
}

/// Returns the outer list items, and the headings. Each of them may become a row of two cells.
fn entries(document: &str, budget: &Budget) -> Result<Vec<Entry>, LimitExceeded> {
    let mut entries: Vec<Entry> = Vec::new();
    // The depth of lists, and whether the text belongs to the first line or to its marked beginning.
    let (mut depth, mut is_head, mut is_marked) = (0_usize, false, false);
    for (event, place) in Parser::new(document).into_offset_iter() {
        let kind = match &event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => Some(Kind::Heading(*level)),
            Event::Start(Tag::Item) if depth == 1 => Some(Kind::Item),
            _ => None,
        };
        if let Some(kind) = kind {
            let (head, marked, text) = (String::new(), String::new(), String::new());
            entries.push(Entry {
                kind,
                at: place.start,
                head,
                marked,
                text,
            });
            is_head = true;
            let checked = budget.check_cells(entries.len(), 2, "");
            checked.map_err(|exceeded| LimitExceeded {
                place: format!("line {}", line(document, place.start) + 1),
                ..exceeded
            })?;
            continue;
        }
        match event {
            Event::Start(Tag::List(_)) => {
                depth += 1;
                is_head = false;
            }
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let Some(entry) = entries.last_mut() else {
            continue;
        };
        match event {
            Event::Start(Tag::Strong) => is_marked = entry.head.is_empty(),
            Event::End(TagEnd::Strong) => is_marked = false,
            Event::Code(part) if is_head && entry.head.is_empty() => {
                entry.head.push_str(&part);
                entry.marked.push_str(&part);
            }
            Event::Text(part) | Event::Code(part) if is_head => {
                if is_marked {
                    entry.marked.push_str(&part);
                }
                entry.head.push_str(&part);
            }
            Event::Text(part) | Event::Code(part) => entry.text.push_str(&part),
            Event::SoftBreak | Event::HardBreak if is_head && entry.kind == Kind::Item => {
                is_head = false;
            }
            Event::SoftBreak | Event::HardBreak => entry.text.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {
                is_head = false;
                entry.text.push(' ');
            }
            _ => {}
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let row = |row: &Vec<String>| row.join("~");
        let grids = grids(text, &Titles::of(text), &mut Budget::new()).unwrap();
        let shown = |grid: &Grid| {
            let rows: Vec<_> = grid.rows[1..].iter().map(row).collect();
            format!("{}: {}", grid.title, rows.join(" "))
        };
        grids.iter().map(shown).collect()
    }

    #[test]
    fn items_and_headings_have_a_code_and_texts() {
        for (text, expected) in [
            (
                "# Codes\n- **1001** late\n- **1002**: lost\n",
                &["Codes: 1001~late 1002~lost"][..],
            ),
            (
                "- `E_LATE` - late\n- `E_LOST` - lost,\n  forever\n",
                &[": E_LATE~late~ E_LOST~lost,~forever"],
            ),
            (
                "* Error Number: 7001\n\n    late\n\n* Error Number: 7002\n\n    lost\n",
                &[": 7001~late 7002~lost"],
            ),
            ("- 7001：晚到\n- 7002：丢失\n", &[": 7001~晚到 7002~丢失"]),
            (
                "# Codes\n## 1001 Late\n\nThe parcel\nis late.\n\n## 1002 Lost\n\nGone.\n",
                &["Codes: 1001~Late~The parcel is late. 1002~Lost~Gone."],
            ),
            ("# 1 Overview\n\nText.\n\n# 2 Codes\n\nText.\n", &[]),
            ("# 1.1 Overview\n\nText.\n\n# 1.2 Codes\n\nText.\n", &[]),
            ("- apples\n- 7 pears\n- plums\n- figs\n", &[]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
