//! A row whose result must be queried cannot become a failure by an edit of the row alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use codegen::Catalog;

const TABLES: [&str; 3] = ["cmi/http-status", "cmi/return-code", "lianlian/return-code"];

/// Edits every row of a table that must be queried first. Returns the text of the table, and the codes of these rows.
fn edited(table: &Path, cells: &[(&str, &str)]) -> (String, BTreeSet<String>) {
    let mut reader = csv::Reader::from_path(table).unwrap();
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|known| known == name);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    let mut codes = BTreeSet::new();
    for record in reader.records().map(Result::unwrap) {
        let mut record: Vec<String> = record.iter().map(str::to_owned).collect();
        let outcome = record[column("outcome").unwrap()].as_str();
        if ["pending", "unknown"].contains(&outcome) {
            codes.insert(record[column("code").unwrap()].clone());
            for (name, value) in cells {
                // The HTTP table has no column of statuses.
                if let Some(column) = column(name) {
                    record[column] = (*value).to_owned();
                }
            }
        }
        writer.write_record(&record).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    (text, codes)
}

/// Returns the files of a directory and its subdirectories.
fn files(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            self::files(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

/// Returns the number of codes that an error refuses because they are listed as cautious. Many of a table are one error.
fn refused(error: &str) -> usize {
    if error.starts_with("code `") && error.contains("` is listed in `cautious`") {
        return 1;
    }
    let count = error.split_once(" codes are listed in `cautious`");
    count.map_or(0, |(count, _)| count.parse().unwrap())
}

#[test]
fn no_edit_of_a_row_alone_drops_caution() {
    let catalog = Path::new(codes_data::CATALOG);
    let folder = catalog.parent().unwrap();
    let mut data = BTreeMap::new();
    files(folder, &mut data);
    assert!(Catalog::load_from(catalog, data.clone()).is_ok());
    let retries = ["never", "after-change", "later"];
    let failures = retries.map(|retry| ("failure", retry, ["400", "422", "500", "503"]));
    let success = [("success", "never", ["200"; 4])];
    for (outcome, retry, statuses) in failures.into_iter().chain(success) {
        for status in statuses {
            let mut data = data.clone();
            let mut count = 0;
            for table in TABLES {
                let table = folder.join(format!("{table}.csv"));
                let cells = [("outcome", outcome), ("retry", retry), ("http", status)];
                let (text, codes) = edited(&table, &cells);
                data.insert(table, text.into_bytes());
                count += codes.len();
            }
            assert!(count > 50, "{count}");
            let errors = Catalog::load_from(catalog, data).unwrap_err();
            let refused: usize = errors.iter().map(|error| refused(error.message())).sum();
            assert_eq!(refused, count, "{outcome}, {retry}, {status}");
        }
    }
}
