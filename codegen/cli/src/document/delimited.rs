//! CSV and TSV.

use super::table::Grid;
use super::text::normalize_whitespace;

/// Reads the text as one table. Returns `None` if its first line has no delimiter.
pub(crate) fn grid(text: &str) -> Option<Grid> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    let delimiter = [b'\t', b';', b',']
        .into_iter()
        .max_by_key(count)
        .filter(|delimiter| count(delimiter) > 0)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.byte_records().map_while(Result::ok);
    let cells = |row: csv::ByteRecord| {
        let cells = row.iter().map(String::from_utf8_lossy);
        cells.map(|cell| normalize_whitespace(&cell)).collect()
    };
    Some(Grid::new("", "line 1", rows.map(cells).collect()))
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
            let rows = grid(text).unwrap().rows;
            assert_eq!(rows, [["code", "text"], ["1", "a, \"b\" c"], ["2", "d"]]);
        }
        assert!(grid("no table at all\n").is_none());
    }
}
