//! Cells with a text in Chinese and in another language.

use super::table::Table;
use codegen::text::is_han;

/// Splits each column whose cells have a Chinese text beside a text in another language into two columns.
pub(crate) fn split_columns(table: &mut Table) {
    let columns = 0..table.header.len();
    let are_split: Vec<bool> = columns.map(|index| is_bilingual(table, index)).collect();
    if !are_split.contains(&true) {
        return;
    }
    let split = |row: &mut Vec<String>, halves: fn(String) -> [String; 2]| {
        let cells = std::mem::take(row).into_iter().zip(&are_split);
        for (cell, is_split) in cells {
            if *is_split {
                row.extend(halves(cell));
            } else {
                row.push(cell);
            }
        }
    };
    split(&mut table.header, |header| match header.as_str() {
        "" => [String::new(), String::new()],
        _ => ["Chinese", "other"].map(|language| format!("{header} ({language})")),
    });
    for row in &mut table.rows {
        split(row, |cell| match texts(&cell) {
            Some((chinese, other)) => [chinese.to_owned(), other.to_owned()],
            None if cell.contains(is_han) => [cell, String::new()],
            None => [String::new(), cell],
        });
    }
}

/// Returns `true` if nearly all cells of a column can be split, most of them with several words beside the Chinese text: a single
/// word (`token 无效`) belongs to it.
fn is_bilingual(table: &Table, index: usize) -> bool {
    let (mut all, mut split, mut with_words) = (0, 0, 0);
    for cell in table.column(index) {
        all += 1;
        if let Some((_, other)) = texts(cell) {
            split += 1;
            with_words += usize::from(other.contains(' '));
        }
    }
    split > 0 && split * 10 >= all * 9 && with_words * 2 > all
}

/// Returns the Chinese text of a cell, and the text before or after it.
fn texts(cell: &str) -> Option<(&str, &str)> {
    let first = cell.find(is_han)?;
    let (last, han) = cell.char_indices().rfind(|(_, c)| is_han(*c))?;
    let before = &cell[..first];
    // Chinese punctuation belongs to the Chinese text.
    let after =
        cell[last + han.len_utf8()..].trim_start_matches(['。', '！', '？', '”', '》', '】']);
    let end = cell.len() - after.len();
    let is_separator = |c: char| {
        matches!(
            c,
            ' ' | '/' | '|' | '-' | '—' | ':' | '：' | ';' | '；' | ',' | '，'
        )
    };
    let is_open = |c: char| is_separator(c) || matches!(c, '(' | '（' | '[' | '【');
    let is_close = |c: char| matches!(c, ')' | '）' | ']' | '】');
    let has_words = |text: &str| text.contains(|c: char| c.is_alphabetic());
    let (chinese, other) = if has_words(before) && !has_words(after) {
        let other = before.trim_matches(is_separator).trim_end_matches(is_open);
        let chinese = if before.trim_end_matches(is_separator).ends_with(is_open) {
            cell[first..].trim_end_matches(is_close)
        } else {
            &cell[first..]
        };
        (chinese, other)
    } else if has_words(after) && !has_words(before) {
        let other = after.trim_matches(is_separator);
        let is_enclosed = other.starts_with(is_open);
        let other = if is_enclosed {
            other.trim_matches(|c| is_open(c) || is_close(c))
        } else {
            other
        };
        (&cell[..end], other)
    } else {
        return None;
    };
    // A letter beside a Chinese one is part of the Chinese text: `SDK未初始化`.
    let beside = if before.is_empty() {
        cell[last + han.len_utf8()..].chars().next()
    } else {
        before.chars().next_back()
    };
    let touches = beside.is_some_and(char::is_alphanumeric);
    (!touches).then_some((chinese, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_have_two_texts() {
        for (cell, expected) in [
            (
                "The parcel is late 包裹晚到",
                Some(("包裹晚到", "The parcel is late")),
            ),
            (
                "包裹晚到。The parcel is late.",
                Some(("包裹晚到。", "The parcel is late.")),
            ),
            (
                "包裹晚到 / The parcel is late",
                Some(("包裹晚到", "The parcel is late")),
            ),
            (
                "包裹晚到（The parcel is late）",
                Some(("包裹晚到", "The parcel is late")),
            ),
            (
                "The parcel is late (包裹晚到)",
                Some(("包裹晚到", "The parcel is late")),
            ),
            ("The parcel is late", None),
            ("包裹晚到", None),
            ("SDK未初始化", None),
            ("请检查API", None),
            ("token 无效 and more", None),
        ] {
            assert_eq!(texts(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_column_is_split_if_most_of_its_cells_are() {
        for (cells, columns) in [
            (&["It is late 晚到", "It is lost 丢失"][..], 3),
            (&["Token 无效", "Token 过期"], 2),
            (&["It is late 晚到", "丢失", "破损"], 2),
        ] {
            let mut table = Table {
                title: String::new(),
                place: String::new(),
                header: vec!["code".to_owned(), "text".to_owned()],
                rows: cells
                    .iter()
                    .map(|cell| vec!["1".to_owned(), (*cell).to_owned()])
                    .collect(),
                warning: None,
            };
            split_columns(&mut table);
            assert_eq!(table.header.len(), columns, "{cells:?}");
            assert!(table.rows.iter().all(|row| row.len() == columns));
        }
    }
}
