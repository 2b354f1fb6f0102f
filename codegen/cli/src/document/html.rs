//! HTML tables, in a page or inside Markdown.

use scraper::{ElementRef, Html, Node, Selector};

use super::html_text::content;
use super::text::{line, mask, normalize_whitespace};
use super::titles::{Titles, is_no_title};
use super::{Budget, Grid, LimitExceeded, html_tree};

/// The maximum of `colspan`, as in browsers.
const MAX_SPAN: usize = 1000;

/// Returns the tables, each with the line (from 0) at which it begins, and the text without them.
pub(crate) fn grids(
    text: &str,
    titles: &Titles,
    budget: &mut Budget,
) -> Result<(Vec<(usize, Grid)>, String), LimitExceeded> {
    let text = mask(text, &comments(text));
    let places = places(&text);
    let mut grids = Vec::new();
    let (mut at, mut counted, mut above) = (0, 0, 0);
    for place in &places {
        at += line(&text[counted..], place.start - counted);
        counted = place.start;
        let name = format!("line {}", at + 1);
        let fragment = html_tree::parse(&text[place.clone()])
            .map_err(|limit| LimitExceeded::new(limit, name.clone()))?;
        let title = titles.above(place.start, &last_line(&text[above..place.start]));
        above = place.end;
        for table in fragment.select(&selector("table")) {
            let caption = (table.child_elements())
                .find(|child| child.value().name() == "caption")
                .map(|caption| content(&caption));
            let title = caption.as_ref().unwrap_or(&title);
            let rows = rows(&table, &name, budget)?;
            let grid = Grid::new(title, name.clone(), rows, budget)?;
            grids.extend(grid.map(|grid| (at, grid)));
        }
    }
    Ok((grids, mask(&text, &places)))
}

fn selector(name: &str) -> Selector {
    Selector::parse(name).expect("the selector is the name of an element")
}

fn comments(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("<!--").map(|start| at + start) {
        let end = text[start..]
            .find("-->")
            .map_or(text.len(), |end| start + end + 3);
        comments.push(start..end);
        at = end;
    }
    comments
}

/// Returns the outermost tables: from each `<table` to the `</table>` that closes it, or to the end of the text.
fn places(text: &str) -> Vec<std::ops::Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let (mut places, mut depth, mut start, mut at) = (Vec::new(), 0, 0, 0);
    while let Some(found) = lower[at..].find('<').map(|found| at + found) {
        at = found + 1;
        if is_tag(&lower[found..], "<table") {
            if depth == 0 {
                start = found;
            }
            depth += 1;
        } else if is_tag(&lower[found..], "</table") && depth > 0 {
            depth -= 1;
            if depth == 0 {
                let end = lower[found..]
                    .find('>')
                    .map_or(text.len(), |end| found + end + 1);
                places.push(start..end);
                at = end;
            }
        }
    }
    if depth > 0 {
        places.push(start..text.len());
    }
    places
}

fn is_tag(text: &str, tag: &str) -> bool {
    text.strip_prefix(tag)
        .is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
}

/// Returns the last line of the text between two tables.
fn last_line(before: &str) -> String {
    // A page may have no line breaks, and text that is far away is not a title.
    let near = before
        .char_indices()
        .rev()
        .nth(2000)
        .map_or(0, |(at, _)| at);
    let fragment = Html::parse_fragment(&before[near..]);
    let texts = fragment
        .tree
        .root()
        .descendants()
        .filter_map(|node| match node.value() {
            Node::Text(text) => Some(
                text.lines()
                    .map(|line| normalize_whitespace(line.trim_matches(['#', ' ']))),
            ),
            _ => None,
        });
    let lines = texts
        .flatten()
        .filter(|line| !line.is_empty() && !is_no_title(line));
    lines.last().unwrap_or_default()
}

/// Returns the cells of a table. A cell that spans rows or columns is repeated in each of them.
fn rows(
    table: &ElementRef<'_>,
    place: &str,
    budget: &mut Budget,
) -> Result<Vec<Vec<String>>, LimitExceeded> {
    let is_own = |row: &ElementRef<'_>| {
        let elements = row.ancestors().filter_map(ElementRef::wrap);
        elements
            .into_iter()
            .find(|element| element.value().name() == "table")
            == Some(*table)
    };
    let rows: Vec<ElementRef<'_>> = table.select(&selector("tr")).filter(is_own).collect();
    let mut grid: Vec<Vec<Option<String>>> = vec![Vec::new(); rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let mut column = 0;
        let cells = row
            .child_elements()
            .filter(|cell| matches!(cell.value().name(), "td" | "th"));
        for cell in cells {
            while grid[at].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let span = |name| {
                cell.attr(name)
                    .and_then(|span| span.trim().parse::<usize>().ok())
            };
            let columns = span("colspan").unwrap_or(1).clamp(1, MAX_SPAN);
            // 0 means all remaining rows.
            let height = match span("rowspan").unwrap_or(1) {
                0 => rows.len() - at,
                height => height.min(rows.len() - at),
            };
            let text = content(&cell);
            budget.check_cells(height, column + columns, place)?;
            for spanned in &mut grid[at..at + height] {
                budget.spend_text((text.len() + 1) * columns, place)?;
                let width = spanned.len().max(column + columns);
                spanned.resize(width, None);
                spanned[column..column + columns].fill(Some(text.clone()));
            }
            column += columns;
        }
    }
    let texts = |row: Vec<Option<String>>| row.into_iter().map(Option::unwrap_or_default).collect();
    Ok(grid.into_iter().map(texts).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let row = |row: &Vec<String>| row.join("~");
        let shown = |(_, grid): &(usize, Grid)| {
            let rows: Vec<_> = grid.rows.iter().map(row).collect();
            format!("{}: {}", grid.title, rows.join(" "))
        };
        let grids = grids(text, &Titles::of(text), &mut Budget::new())
            .unwrap()
            .0;
        grids.iter().map(shown).collect()
    }

    #[test]
    fn spans_entities_and_nested_tags_are_read() {
        let text = "# Codes\n\n<table><tr><th>kind<th>code<th colspan=2>text</tr>\n\n<tr><td rowspan=0>a<td><b>1</b>0\
                    <td>x&amp;y<td>p<br/>q<tr><td>11<td colspan='2'>z</table>\n<!-- <table><tr><td>1<td>2 -->";
        assert_eq!(
            shown(text),
            ["Codes: kind~code~text~text a~10~x&y~p q a~11~z~z"]
        );
    }

    #[test]
    fn nested_tables_are_separate_tables() {
        let text = "<TABLE><tr><td>menu</td><td><table><caption>Inner</caption><tr><td>1</td><td>2</td></tr></table></td></tr>\
                    <tr><td>a</td><td>b</td></tr></TABLE>";
        assert_eq!(shown(text), [": menu~ a~b", "Inner: 1~2"]);
    }

    #[test]
    fn the_text_around_tables_is_kept() {
        let text = "before\n<table>\n<tr><td>1<td>2\n</table> after";
        let (grids, rest) = grids(text, &Titles::of(text), &mut Budget::new()).unwrap();
        assert_eq!(grids.len(), 1);
        assert_eq!(rest, "before\n       \n              \n         after");
    }
}
