//! Tables of reStructuredText: grid tables, which databases print too, simple tables, and the directives `list-table` and
//! `csv-table`.

use super::text::{line_starts, mask};
use super::titles::Titles;
use super::{Budget, Grid, LimitExceeded, delimited};

/// A table, and the number of its lines.
struct Found {
    lines: usize,
    title: String,
    rows: Vec<Vec<String>>,
}

/// Returns the tables, each with the line (from 0) at which it begins, and the text without them.
pub(crate) fn grids(
    text: &str,
    titles: &Titles,
    budget: &mut Budget,
) -> Result<(Vec<(usize, Grid)>, String), LimitExceeded> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = line_starts(text);
    let (mut grids, mut places, mut at) = (Vec::new(), Vec::new(), 0);
    while at < lines.len() {
        let place = format!("line {}", at + 1);
        let Some(found) = table(&lines[at..], &place, budget)? else {
            at += 1;
            continue;
        };
        let title = match found.title.as_str() {
            "" => titles.above(starts[at], ""),
            title => title.to_owned(),
        };
        let rows = found.rows.into_iter();
        let rows = rows.map(|row| row.iter().map(|cell| inline(cell)).collect());
        let grid = Grid::new(&title, place, rows.collect(), budget)?;
        grids.extend(grid.map(|grid| (at, grid)));
        let end = starts.get(at + found.lines).copied();
        places.push(starts[at]..end.unwrap_or(text.len()));
        at += found.lines;
    }
    Ok((grids, mask(text, &places)))
}

/// Reads the table that begins at the first line, if one does.
fn table(lines: &[&str], place: &str, budget: &mut Budget) -> Result<Option<Found>, LimitExceeded> {
    let first = lines[0].trim();
    match first.as_bytes() {
        [b'+', ..] if is_grid_border(first) => grid_table(lines, place, budget).map(Some),
        [b'=', ..] if is_simple_border(first) => simple_table(lines, place, budget),
        [b'.', b'.', ..] => {
            if let Some(directive) = directive(lines, "list-table") {
                return list_table(directive, place, budget).map(Some);
            }
            directive(lines, "csv-table")
                .map(|directive| csv_table(directive, place, budget))
                .transpose()
        }
        _ => Ok(None),
    }
}

fn is_grid_border(line: &str) -> bool {
    let is_part = |c| matches!(c, '+' | '-' | '=');
    line.len() > 2 && line.starts_with('+') && line.ends_with('+') && line.chars().all(is_part)
}

/// Reads a grid table. Only a line between its rows separates them; a table of a database has one line below the header.
fn grid_table(lines: &[&str], place: &str, budget: &mut Budget) -> Result<Found, LimitExceeded> {
    let lines = lines.iter().map(|line| line.trim());
    let lines: Vec<&str> = lines
        .take_while(|line| line.starts_with(['+', '|']))
        .collect();
    let width = lines[0].matches('+').count() - 1;
    budget.check_cells(lines.len(), width, place)?;
    // A border may leave out the cells that span rows.
    let blocks = lines.split(|line| is_grid_border(line) || line.contains("+--"));
    let blocks: Vec<&[&str]> = blocks.filter(|block| !block.is_empty()).collect();
    let is_of_a_database = blocks.len() < 3 && !lines.iter().any(|line| line.contains("+="));
    let mut joined = |block: &[&str]| joined(block, width, place, budget);
    let rows: Result<_, LimitExceeded> = if is_of_a_database {
        let rows = blocks.iter().flat_map(|block| block.iter());
        rows.map(|line| joined(&[line])).collect()
    } else {
        blocks.iter().map(|block| joined(block)).collect()
    };
    Ok(Found {
        lines: lines.len(),
        title: String::new(),
        rows: rows?,
    })
}

/// Returns the cells of a row that has several lines. A cell that spans all columns is repeated.
fn joined(
    lines: &[&str],
    width: usize,
    place: &str,
    budget: &mut Budget,
) -> Result<Vec<String>, LimitExceeded> {
    let mut cells = vec![String::new(); width];
    for line in lines {
        let line = line.trim().trim_start_matches('|').trim_end_matches('|');
        let parts: Vec<&str> = line.splitn(width, '|').map(str::trim).collect();
        for (cell, part) in cells.iter_mut().zip(&parts) {
            append(cell, part);
        }
        if parts.len() == 1 && !parts[0].is_empty() {
            budget.spend_text(parts[0].len().saturating_mul(width), place)?;
            for cell in &mut cells[1..] {
                append(cell, parts[0]);
            }
        }
    }
    Ok(cells)
}

/// Appends a line to a cell.
fn append(cell: &mut String, line: &str) {
    if !cell.is_empty() && !line.is_empty() {
        cell.push('\n');
    }
    cell.push_str(line);
}

fn is_simple_border(line: &str) -> bool {
    line.starts_with('=') && line.contains(' ') && line.chars().all(|c| matches!(c, '=' | ' '))
}

/// Reads a simple table: its columns are under the parts of the line above and below it. It ends at such a line above an empty
/// one, after at most two others.
fn simple_table(
    lines: &[&str],
    place: &str,
    budget: &Budget,
) -> Result<Option<Found>, LimitExceeded> {
    let border = lines[0];
    let begins = |at: &usize| border[*at..].starts_with('=') && !border[..*at].ends_with('=');
    let starts: Vec<usize> = (0..border.len()).filter(begins).collect();
    let is_blank = |line: &&str| line.trim().is_empty();
    let borders = lines
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| is_simple_border(line.trim()));
    let end = { borders }
        .take(2)
        .find(|(at, _)| lines.get(at + 1).is_none_or(is_blank));
    let Some((end, _)) = end else {
        return Ok(None);
    };
    budget.check_cells(end, starts.len(), place)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in &lines[1..end] {
        // Borders, and the lines below cells that span columns.
        if line.chars().all(|c| matches!(c, '=' | '-' | ' ')) {
            continue;
        }
        let cells = sliced(line, &starts);
        match rows.last_mut() {
            Some(above) if cells[0].is_empty() => {
                for (above, cell) in above.iter_mut().zip(&cells) {
                    append(above, cell);
                }
            }
            _ => rows.push(cells),
        }
    }
    Ok(Some(Found {
        lines: end + 1,
        title: String::new(),
        rows,
    }))
}

/// Returns the parts of a line at these columns of a terminal, where a Chinese character has two.
fn sliced(line: &str, starts: &[usize]) -> Vec<String> {
    let mut cells = vec![String::new(); starts.len()];
    let mut column = 0;
    for c in line.chars() {
        let index = starts.partition_point(|start| *start <= column);
        cells[index.saturating_sub(1)].push(c);
        column += if c.is_ascii() { 1 } else { 2 };
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// A directive: `.. list-table:: Title`, its options and its indented content.
struct Directive<'a> {
    lines: usize,
    title: &'a str,
    options: Vec<(&'a str, &'a str)>,
    content: Vec<&'a str>,
}

fn directive<'a>(lines: &[&'a str], name: &str) -> Option<Directive<'a>> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first = lines[0].trim_start().strip_prefix("..")?.trim_start();
    let title = first.strip_prefix(name)?.strip_prefix("::")?.trim();
    let own = indent(lines[0]);
    let is_content = |line: &&&str| line.trim().is_empty() || indent(line) > own;
    let block: Vec<&str> = lines[1..].iter().take_while(is_content).copied().collect();
    let options: Vec<_> = block.iter().map_while(|line| option(line)).collect();
    let content = block[options.len()..].to_vec();
    Some(Directive {
        lines: block.len() + 1,
        title,
        options,
        content,
    })
}

/// Splits `:name: value`.
fn option(line: &str) -> Option<(&str, &str)> {
    line.trim().strip_prefix(':')?.split_once(':')
}

fn list_table(
    directive: Directive<'_>,
    place: &str,
    budget: &Budget,
) -> Result<Found, LimitExceeded> {
    let (mut rows, mut count): (Vec<Vec<String>>, _) = (Vec::new(), 0);
    // The place of the dash before each cell.
    let mut dash = None;
    for line in directive.content {
        let text = line.trim_start();
        let at = line.len() - text.len();
        let first = text
            .strip_prefix('*')
            .map(str::trim_start)
            .filter(|rest| rest.starts_with('-'));
        if let Some(first) = first {
            dash = Some(line.len() - first.len());
            rows.push(vec![first[1..].trim().to_owned()]);
            count += 1;
        } else if let Some(row) = rows.last_mut()
            && let (Some(text), true) = (text.strip_prefix('-'), dash == Some(at))
        {
            row.push(text.trim().to_owned());
            count += 1;
        } else if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
            append(cell, text.trim());
        }
        budget.check_cells(count, 1, place)?;
    }
    Ok(Found {
        lines: directive.lines,
        title: directive.title.to_owned(),
        rows,
    })
}

fn csv_table(
    directive: Directive<'_>,
    place: &str,
    budget: &Budget,
) -> Result<Found, LimitExceeded> {
    let option = |name: &str| {
        let found = directive.options.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.trim())
    };
    let delimiter = match option("delim") {
        Some("tab") => b'\t',
        Some(delimiter) => delimiter.bytes().next().unwrap_or(b','),
        None => b',',
    };
    let content = directive.content.iter().map(|line| line.trim());
    let csv: Vec<&str> = option("header").into_iter().chain(content).collect();
    let rows = delimited::rows(
        &without_indents(&csv.join("\n"), delimiter),
        delimiter,
        place,
        budget,
    )?;
    Ok(Found {
        lines: directive.lines,
        title: directive.title.to_owned(),
        rows,
    })
}

/// Returns the rows without the spaces before cells, which would turn quotes into text.
fn without_indents(rows: &str, delimiter: u8) -> String {
    let (mut text, mut is_quoted, mut is_begin) = (String::new(), false, true);
    for c in rows.chars() {
        if is_begin && c == ' ' {
            continue;
        }
        is_quoted ^= c == '"';
        is_begin = !is_quoted && (c == char::from(delimiter) || c == '\n');
        text.push(c);
    }
    text
}

/// Returns a text without its markup: ``` ``code`` ```, `**bold**`, `` :role:`text` ``, `` `text <target>`_ ``.
fn inline(text: &str) -> String {
    let text = text.replace("``", "").replace("**", "");
    let mut plain = String::new();
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 0 {
            // Outside of backticks: a role before them, and underscores after them.
            let part = if index > 0 {
                part.trim_start_matches('_')
            } else {
                part
            };
            let role = part.strip_suffix(':').and_then(|part| part.rfind(':'));
            plain.push_str(role.map_or(part, |role| &part[..role]));
        } else {
            let target = part.find('<').filter(|_| part.ends_with('>'));
            plain.push_str(target.map_or(part, |target| part[..target].trim_end()));
        }
    }
    super::text::normalize_whitespace(&plain.replace('\\', ""))
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
        let (grids, rest) = grids(text, &Titles::of(text), &mut Budget::new()).unwrap();
        assert_eq!(rest.len(), text.len());
        grids.iter().map(shown).collect()
    }

    #[test]
    fn grid_tables_have_rows_of_several_lines() {
        let text = "+------+------+\n| Code | Text |\n+======+======+\n| 1    | two  |\n|      | 行   |\n+------+------+\n| Group       |\n\
                    +------+------+\n| ``2``| x    |\n+------+------+\n";
        assert_eq!(shown(text), [": Code~Text 1~two 行 Group~Group 2~x"]);
        let text = "+---+---+\n| a | b |\n+---+---+\n| 1 | x |\n| 2 | y |\n+---+---+\n";
        assert_eq!(shown(text), [": a~b 1~x 2~y"]);
    }

    #[test]
    fn simple_tables_have_columns_at_fixed_places() {
        let text = "Codes\n=====\n\n====  ======  ====\nCode  文字    More\n====  ======  ====\n1     文      a b\n      字\n2             c\n\
                    ====  ======  ====\n\nrest\n";
        assert_eq!(shown(text), ["Codes: Code~文字~More 1~文字~a b 2~~c"]);
    }

    #[test]
    fn directives_have_titles() {
        let text = ".. list-table:: All codes\n   :header-rows: 1\n\n   * - Code\n     - Text\n   * - ``1``\n     - one\n\n       - more\n\
                    \nrest\n";
        assert_eq!(shown(text), ["All codes: Code~Text 1~one - more"]);
        let text = ".. csv-table:: All codes\n   :header: \"Code\", \"Text\"\n\n   1, \"a, b\"\n   2, :ref:`see <x>`\n";
        assert_eq!(shown(text), ["All codes: Code~Text 1~a, b 2~see"]);
    }
}
