//! Tables that a page break splits.

use super::Table;

/// The maximum number of lines between two pages: the footer of one and the header of the next.
const MAX_FOOTER_LINES: usize = 100;

/// Joins each table to the table before it if they have the same header and only a page footer between them. Each table comes
/// with the line (from 0) at which it begins.
pub(crate) fn join(tables: Vec<(usize, Table)>, text: &str) -> Vec<Table> {
    let lines: Vec<&str> = text.lines().collect();
    let mut joined: Vec<Table> = Vec::new();
    for (at, table) in tables {
        let above = lines[..at]
            .iter()
            .rev()
            .take(MAX_FOOTER_LINES)
            .take_while(|line| is_footer(line))
            .count();
        let touches = at
            .checked_sub(above + 1)
            .is_some_and(|last| ends_table(lines[last]));
        match joined.last_mut() {
            Some(first) if first.header == table.header && touches => first.rows.extend(table.rows),
            _ => joined.push(table),
        }
    }
    joined
}

/// Returns `true` for a page number, a rule or an empty line: `- 12 -`, `Page 3 of 40`, `第 3 页`.
fn is_footer(line: &str) -> bool {
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
