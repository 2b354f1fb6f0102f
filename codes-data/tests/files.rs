//! Checks of the data that apply only to this repository or to one document. The files are read with the `csv` crate instead of the
//! generator. Rules for all rows are in `catalog.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A row, by column.
type Row = BTreeMap<String, String>;

fn folder() -> &'static Path {
    Path::new(codes_data::CATALOG).parent().unwrap()
}

/// Returns the paths of the CSV files in a directory and its subdirectories.
fn csv_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let is_csv = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "csv");
    (files.into_iter().filter(is_csv))
        .chain(folders.iter().flat_map(|folder| csv_files(folder)))
        .collect()
}

fn rows(path: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// A spreadsheet may add unneeded quotes or Windows line endings, which would change every line. `UPDATE_FIXTURES=1 cargo test -p
/// codes-data` rewrites the files in the canonical format.
#[test]
fn csv_files_have_the_canonical_format() {
    let files = csv_files(folder());
    assert!(files.len() > 1, "the tables and the glossary");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let mut reader = (csv::ReaderBuilder::new().has_headers(false).flexible(true))
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let mut writer = (csv::WriterBuilder::new().flexible(true)).from_writer(Vec::new());
        for record in reader.records() {
            writer.write_record(&record.unwrap()).unwrap();
        }
        let canonical = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(&path, &canonical).unwrap();
            continue;
        }
        let mut lines = (text.split('\n').zip(canonical.split('\n'))).zip(1..);
        let differs = lines.find(|((line, wanted), _)| line != wanted);
        assert!(
            text == canonical,
            "{}: {differs:?}\nto rewrite the file: UPDATE_FIXTURES=1 cargo test -p codes-data",
            path.display()
        );
    }
}

#[test]
fn cmi_descriptions_are_in_the_column_of_their_language() {
    for row in rows(&folder().join("cmi/return-code.csv")) {
        let (zh, en) = (&row["printed.zh"], &row["printed.en"]);
        assert_eq!(
            zh.is_empty(),
            !zh.contains(codegen::text::is_han),
            "{}",
            row["code"]
        );
        assert_eq!(en.is_empty(), !zh.is_empty(), "{}", row["code"]);
    }
}

#[test]
fn codes_without_a_description_are_named_undocumented() {
    for path in csv_files(folder()) {
        for row in rows(&path) {
            let is_printed = |(column, cell): (&String, &String)| {
                matches!(column.as_str(), "printed.zh" | "printed.en") && !cell.is_empty()
            };
            if row.contains_key("code") && !row.iter().any(is_printed) {
                assert_eq!(row["name"], format!("undocumented {}", row["code"]));
            }
        }
    }
}

#[test]
fn glossary_has_the_terms_of_both_domains() {
    let terms = rows(&folder().join("glossary.csv"));
    let known: BTreeSet<&str> = terms.iter().map(|term| term["zh"].as_str()).collect();
    let mobile = ["主卡", "套餐", "加油包", "渠道商", "流量池", "卡池"];
    let orders = ["退订", "充值", "控速", "实名认证", "出库", "销户"];
    let payments = ["签约", "解约", "扣款", "分账", "幂等", "免密限额"];
    let banks = ["对公账户", "大额行号", "日切"];
    for term in [&mobile[..], &orders, &payments, &banks].concat() {
        assert!(known.contains(term), "{term} is missing");
    }
}
