//! Tables that a page break splits.

use super::Table;

/// The maximum number of lines between two pages: the footer of one and the header of the next.
const MAX_FOOTER_LINES: usize = 100;

/// The maximum length of a line of a footer.
const MAX_FOOTER_BYTES: usize = 1000;

/// Joins each table to the table before it if they have the same header and only a page footer between them. Each table comes
/// with the line (from 0) at which it begins.
pub(crate) fn join(tables: impl Iterator<Item = (usize, Table)>, text: &str) -> Vec<Table> {
    let lines: Vec<&str> = text.lines().collect();
    let mut joined: Vec<Table> = Vec::new();
    // A line may have many tables, and the lines above it may be long.
    let mut previous = None;
    for (at, table) in tables {
        let touches = match previous {
            Some((line, touches)) if line == at => touches,
            _ => touches(&lines[..at]),
        };
        previous = Some((at, touches));
        match joined.last_mut() {
            Some(first) if first.header == table.header && touches => first.rows.extend(table.rows),
            _ => joined.push(table),
        }
    }
    joined
}

/// Returns whether only a page footer is between these lines and a table below them.
fn touches(lines: &[&str]) -> bool {
    let footer = lines
        .iter()
        .rev()
        .take(MAX_FOOTER_LINES)
        .take_while(|line| is_footer(line))
        .count();
    lines.len() > footer && ends_table(lines[lines.len() - footer - 1])
}

/// Returns `true` for a page number, a rule or an empty line: `- 12 -`, `Page 3 of 40`, `第 3 页`.
fn is_footer(line: &str) -> bool {
    if line.len() > MAX_FOOTER_BYTES {
        return false;
    }
    let mut line = line.trim().to_lowercase();
    for word in ["page", "of", "第", "页", "共"] {
        line = line.replace(word, "");
    }
    line.chars().all(|c| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '—' | '*' | '/' | '.')
    })
}

fn ends_table(line: &str) -> bool {
    let line = line.trim().to_ascii_lowercase();
    line.contains('|') || line.ends_with("</table>")
}
