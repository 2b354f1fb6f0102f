//! Pipe tables of Markdown.
//!
//! pulldown-cmark finds code blocks and the text of cells. The rows are split here, because its tables drop the extra cells of a
//! stray pipe, take each line for a row, and end at a page break.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::markdown_cells::{inline, is_rule};
use super::text::{line_starts, mask};
use super::titles::{Titles, is_no_title};
use super::{Budget, Grid, LimitExceeded, markdown_loose};

/// Returns the text without its fenced code blocks: a table in one of them is an example.
pub(crate) fn without_code(text: &str) -> String {
    let fences = |(event, place)| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => Some(place),
        _ => None,
    };
    let places: Vec<_> = Parser::new(text)
        .into_offset_iter()
        .filter_map(fences)
        .collect();
    mask(text, &places)
}

/// Returns the pipe tables, each with the line (from 0) at which it begins.
pub(crate) fn grids(
    text: &str,
    titles: &Titles,
    budget: &mut Budget,
) -> Result<Vec<(usize, Grid)>, LimitExceeded> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let starts = line_starts(text);
    let (mut grids, mut at, mut last_line) = (Vec::new(), 0, "");
    while at < lines.len() {
        let place = format!("line {}", at + 1);
        let mut end = at + 1;
        let rows = if let Some(table) = markdown_loose::table(&lines, at) {
            end = table.0;
            table.1
        } else if end < lines.len() && begins(lines[at], lines[end]) {
            end = self::end(&lines, at);
            rows(&lines[at..end], &place, budget)?
        } else {
            Vec::new()
        };
        if !rows.is_empty() {
            let title = titles.above(starts[at], &inline(last_line));
            let grid = Grid::new(&title, place, rows, budget)?;
            grids.extend(grid.map(|grid| (at, grid)));
            last_line = "";
        } else if !is_no_title(lines[at]) {
            last_line = lines[at];
        }
        at = end;
    }
    Ok(grids)
}

/// Returns `true` at two consecutive rows, or at a row with a delimiter row below it.
fn begins(line: &str, next: &str) -> bool {
    !is_rule(line)
        && !is_heading(line)
        && (line.starts_with('|') && next.starts_with('|') || line.contains('|') && is_rule(next))
}

/// Returns `true` for a heading, even if it has a pipe.
fn is_heading(line: &str) -> bool {
    line.starts_with('#')
}

/// Returns the line at which the table ends: an empty line, or text that does not continue a row.
fn end(lines: &[&str], start: usize) -> usize {
    let begins_with_pipe = lines[start].starts_with('|');
    let mut open = false;
    for (at, line) in lines.iter().enumerate().skip(start) {
        let is_row = if begins_with_pipe {
            line.starts_with('|')
        } else {
            line.contains('|')
        };
        if line.is_empty() || is_heading(line) || !is_row && !open {
            return at;
        }
        open = !line.ends_with('|');
    }
    lines.len()
}

/// Returns the rows of a table. A line that does not begin like a row continues the row above.
fn rows(lines: &[&str], place: &str, budget: &Budget) -> Result<Vec<Vec<String>>, LimitExceeded> {
    let begins_with_pipe = lines[0].starts_with('|');
    let mut joined: Vec<String> = Vec::new();
    for line in lines.iter().filter(|line| !is_rule(line)) {
        let is_row = if begins_with_pipe {
            line.starts_with('|')
        } else {
            line.contains('|')
        };
        match joined.last_mut() {
            Some(row) if !is_row => {
                row.push(' ');
                row.push_str(line);
            }
            _ => joined.push((*line).to_owned()),
        }
    }
    let width = split(&joined[0]).len();
    budget.check_cells(joined.len(), width, place)?;
    let mut rows: Vec<Vec<String>> = joined.iter().map(|row| split(row)).collect();
    for row in rows.iter_mut().filter(|row| row.len() > width) {
        // An unescaped pipe usually belongs to the text of the last cell.
        let last = row.split_off(width - 1).join(" | ");
        row.push(last);
    }
    let text = |row: Vec<String>| row.iter().map(|cell| inline(cell)).collect();
    Ok(rows.into_iter().map(text).collect())
}

/// Returns the cells of a row. The outer pipes may be missing; `\|` is a pipe in the text.
fn split(row: &str) -> Vec<String> {
    let mut row = row.strip_prefix('|').unwrap_or(row);
    if row.ends_with('|') && !row.ends_with("\\|") {
        row = &row[..row.len() - 1];
    }
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.chars() {
        if c == '|' && !escaped {
            cells.push(String::new());
        } else {
            let cell = cells.last_mut().expect("the vector starts with one cell");
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{HeaderRow, Table};

    fn only(text: &str) -> Table {
        let text = without_code(text);
        let mut grids = grids(&text, &Titles::of(&text), &mut Budget::new()).unwrap();
        assert_eq!(grids.len(), 1, "{grids:?}");
        Table::new(grids.remove(0).1, HeaderRow::Detected)
    }

    #[test]
    fn damaged_rows_are_repaired() {
        let table = only(
            "## Codes\n| code | text |\n| --- | --- |\n| 1 | not closed\n| 2 | wrapped at\nthe line's end |\n| 3 | a \\| b |\n\
             | 4 | a | b |\n| code | text |\n| 5 | tab\there |\n| | |\n",
        );
        assert_eq!((&*table.title, &*table.place), ("Codes", "line 2"));
        let rows: Vec<_> = table.rows.iter().map(|row| row.join("~")).collect();
        assert_eq!(
            rows,
            [
                "1~not closed",
                "2~wrapped at the line's end",
                "3~a | b",
                "4~a | b",
                "5~tab here"
            ]
        );
    }

    #[test]
    fn text_after_a_table_is_not_a_row() {
        let text =
            "code | text\n--- | ---\n1 | one\n\nThat | was it.\n```\n| a | b |\n| - | - |\n```\n";
        assert_eq!(only(text).rows, [["1", "one"]]);
    }
}
