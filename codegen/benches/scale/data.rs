//! Tables of any size: codes of eight digits, with messages in Chinese and English.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// A row of the table.
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) variant: String,
    pub(crate) zh: String,
    pub(crate) en: String,
}

/// Returns `count` rows in code order.
pub(crate) fn rows(count: usize) -> Vec<Row> {
    let mut codes: Vec<usize> = (0..count).map(|n| n * 7919 % 100_000_000).collect();
    codes.sort_unstable();
    let row = |code| Row {
        code: format!("{code:08}"),
        variant: format!("OperationRefused{code}"),
        zh: format!("系统繁忙，编号{code}的操作被拒绝，请稍后再试"),
        en: format!("The system is busy and refused operation {code}; try again later"),
    };
    codes.into_iter().map(row).collect()
}

/// Returns the table as CSV.
pub(crate) fn csv(rows: &[Row]) -> String {
    let mut text = "code,name,zh,en\n".to_owned();
    for row in rows {
        let _ = writeln!(text, "{},{},{},{}", row.code, row.variant, row.zh, row.en);
    }
    text
}

/// Returns the files of a catalog with only this table.
pub(crate) fn catalog(csv: String) -> BTreeMap<PathBuf, Vec<u8>> {
    let catalog = "languages = [\"zh\", \"en\"]\ntables = [\"table\"]\n";
    let table =
        "module = \"table\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 8 }\n";
    [
        ("catalog.toml", catalog.to_owned()),
        ("table.toml", table.to_owned()),
        ("table.csv", csv),
    ]
    .into_iter()
    .map(|(path, text)| (PathBuf::from(path), text.into_bytes()))
    .collect()
}
