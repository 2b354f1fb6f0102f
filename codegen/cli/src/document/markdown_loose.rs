//! Pipe tables with each pipe on a line of its own, as converters of web pages write them.

use super::markdown_cells::{inline, is_rule};

/// The maximum number of lines of a header.
const MAX_HEADER: usize = 30;

/// Returns the line at which the table ends that begins at a line, and its rows; `None` if no such table begins there.
pub(crate) fn table(lines: &[&str], start: usize) -> Option<(usize, Vec<Vec<String>>)> {
    if lines[start] != "|" {
        return None;
    }
    let header = lines[start..].iter().take(MAX_HEADER);
    let rule = start + header.clone().position(|line| is_rule(line))?;
    let width = lines[rule].matches('|').count().checked_sub(1)?;
    let (end, header) = row(lines, start, width).filter(|(end, _)| *end == rule)?;
    let (mut rows, mut at) = (vec![header], end + 1);
    while let Some((end, row)) = row(lines, at, width) {
        rows.push(row);
        at = end;
    }
    Some((at, rows))
}

/// Returns the line below a row, and its cells.
fn row(lines: &[&str], start: usize, width: usize) -> Option<(usize, Vec<String>)> {
    let mut cells: Vec<Vec<&str>> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(start) {
        if *line == "|" {
            if cells.len() == width {
                // A cell ends where the next one begins.
                let text = |parts: Vec<&str>| inline(&parts.join("<br>"));
                return Some((at + 1, cells.into_iter().map(text).collect()));
            }
            cells.push(Vec::new());
        } else if !line.is_empty() {
            cells.last_mut()?.push(line);
        }
    }
    None
}
