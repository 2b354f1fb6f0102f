//! CSV and TSV.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::text::fold;
use super::{Passed, Table};

/// The text as one table; `None` where its first line has no delimiter in it.
pub(super) fn table(text: &str) -> Result<Option<Table>, Passed> {
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
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    // The buffers are as large as the text, and its last line is ended: each record comes whole.
    let text = format!("{text}\n");
    let (mut buffer, mut ends) = (vec![0; text.len()], vec![0; text.len()]);
    let (mut rows, mut rest) = (Vec::new(), text.as_bytes());
    loop {
        let (result, read, _, fields) = reader.read_record(rest, &mut buffer, &mut ends);
        rest = &rest[read..];
        match result {
            ReadRecordResult::Record => {
                let starts = std::iter::once(&0).chain(&ends[..fields]);
                let cells = starts
                    .zip(&ends[..fields])
                    .map(|(start, end)| &buffer[*start..*end]);
                rows.push(
                    cells
                        .map(|cell| fold(&String::from_utf8_lossy(cell)))
                        .collect(),
                );
            }
            ReadRecordResult::InputEmpty if !rest.is_empty() => {}
            _ => return Table::new("", "line 1".to_owned(), rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_told_by_the_first_line() {
        for text in [
            "code,text\r\n\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,d",
            "code\ttext\n1\ta, \"b\" c\n2\td\n",
            "code;text\n1;a, \"b\" c\n2;d\n",
        ] {
            let table = table(text).unwrap().unwrap();
            assert_eq!(table.header, ["code", "text"]);
            assert_eq!(table.rows, [["1", "a, \"b\" c"], ["2", "d"]]);
        }
        assert!(table("no table at all\n").unwrap().is_none());
    }
}
