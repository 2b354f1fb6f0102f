//! Tables that a page break cut in two.

use super::Table;

/// The most lines of a page's foot and the next one's head.
const FOOT: usize = 100;

/// Joins each table to the one before it where it has the same header, and nothing but a page's foot stands between.
/// Both with the line (from 0) at which they begin.
pub(crate) fn join(tables: Vec<(usize, Table)>, text: &str) -> Vec<Table> {
    let lines: Vec<&str> = text.lines().collect();
    let mut joined: Vec<Table> = Vec::new();
    for (at, table) in tables {
        let above = lines[..at]
            .iter()
            .rev()
            .take(FOOT)
            .take_while(|line| is_foot(line))
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

/// A page's number, a rule, or nothing: `- 12 -`, `Page 3 of 40`, `第 3 页`.
fn is_foot(line: &str) -> bool {
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
