//! Cells that list several codes.

use super::plain_code::{is_word, plain_code, shape};
use codegen::Charset;

/// The maximum number of codes that a cell lists. A range counts as all of its codes if the charset has no ranges.
pub(crate) const MAX_CODES: usize = 1000;

/// Returns the codes of a cell in plain form: `7002` and `7003` for `7002、7003`.
pub(crate) fn several(cell: &str) -> Vec<String> {
    let plain = plain_code(cell);
    let parts = |is_separator: fn(char) -> bool| -> Vec<String> {
        let parts = plain
            .split(is_separator)
            .map(|part| plain_code(part.trim()));
        parts.filter(|part| !part.is_empty()).collect()
    };
    // These are not part of codes.
    let listed = parts(|c| matches!(c, '、' | ',' | ';' | '和' | '或' | '及'));
    if listed.len() > 1 && listed.iter().all(|code| is_word(code)) {
        return listed;
    }
    // These may be, unless the codes beside them have the same form.
    let alike = parts(|c| c == '/' || c == '|' || c.is_whitespace());
    let first = alike.first().and_then(|code| shape(code));
    if alike.len() > 1 && first.is_some() && alike.iter().all(|code| shape(code) == first) {
        return alike;
    }
    vec![plain]
}

/// Returns the codes with each range as its codes, if the charset has no ranges. A hyphen is part of a code if the charset has it.
pub(crate) fn expanded(codes: Vec<String>, printed: &str, charset: Charset) -> Vec<String> {
    let is_hyphen =
        charset == Charset::Ascii && !printed.contains(['~', '～', '〜', '至', '到', '–', '—']);
    if is_hyphen || matches!(charset, Charset::Digits | Charset::Integer) {
        return codes;
    }
    let mut all = Vec::new();
    for code in codes {
        let number = |code| Charset::Digits.number(code);
        let ends = Charset::Digits.split_range(&code);
        let ends =
            ends.and_then(|(first, last)| Some((number(first)?, number(last)?, first.len())));
        match ends {
            Some((first, last, width)) if first < last => {
                // One more than a cell may list is enough to refuse the cell.
                let codes = (first..=last).take(MAX_CODES + 1 - all.len().min(MAX_CODES));
                all.extend(codes.map(|number| format!("{number:0>width$}")));
            }
            _ => all.push(code),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_list_several_codes() {
        for (cell, codes) in [
            ("7002、7003", &["7002", "7003"][..]),
            ("7004/7005", &["7004", "7005"]),
            ("7006，7007；7008", &["7006", "7007", "7008"]),
            ("[7001], `7003-7005`", &["7001", "7003-7005"]),
            ("E01 E02", &["E01", "E02"]),
            ("MC、MI", &["MC", "MI"]),
            ("GET/POST", &["GET/POST"]),
            ("A1/B1", &["A1/B1"]),
            ("601 err", &["601 err"]),
            ("7002、其他", &["7002、其他"]),
        ] {
            assert_eq!(several(cell), codes, "{cell}");
        }
    }
}
