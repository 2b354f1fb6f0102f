//! CSV and TSV.

use super::text::normalize_whitespace;
use super::{Budget, Grid, LimitExceeded};

/// Reads the text as one table. Returns `None` if its first line has no delimiter.
pub(crate) fn grid(text: &str, budget: &mut Budget) -> Result<Option<Grid>, LimitExceeded> {
    let Some(first) = text.lines().find(|line| !line.trim().is_empty()) else {
        return Ok(None);
    };
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    let delimiter = [b'\t', b';', b',']
        .into_iter()
        .max_by_key(count)
        .filter(|delimiter| count(delimiter) > 0);
    let Some(delimiter) = delimiter else {
        return Ok(None);
    };
    let place = "line 1".to_owned();
    let rows = rows(text, delimiter, &place, budget)?;
    Grid::new("", place, rows, budget)
}

/// Returns the rows of the table at a place.
pub(crate) fn rows(
    text: &str,
    delimiter: u8,
    place: &str,
    budget: &Budget,
) -> Result<Vec<Vec<String>>, LimitExceeded> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut rows, mut width) = (Vec::new(), 0);
    for row in reader.byte_records().map_while(Result::ok) {
        if row.iter().all(<[u8]>::is_empty) {
            continue;
        }
        width = width.max(row.len());
        budget.check_cells(rows.len() + 1, width, place)?;
        let cells = row.iter().map(String::from_utf8_lossy);
        rows.push(cells.map(|cell| normalize_whitespace(&cell)).collect());
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_decides_the_delimiter() {
        for text in [
            "code,text\r\n\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,d",
            "code\ttext\n1\ta, \"b\" c\n2\td\n",
            "code;text\n1;a, \"b\" c\n2;d\n",
        ] {
            let grid = grid(text, &mut Budget::new()).unwrap().unwrap();
            let rows = [["code", "text"], ["1", "a, \"b\" c"], ["2", "d"]];
            assert_eq!(grid.rows, rows);
        }
        let none = grid("no table at all\n", &mut Budget::new());
        assert!(none.unwrap().is_none());
    }
}
