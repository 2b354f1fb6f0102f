//! Work on two branches meets in git: edits of different rows merge, and the merged copy is current.

use std::fs;
use std::path::Path;

use crate::support::{Folder, repository};

const LIANLIAN: &str = "codes-data/lianlian/return-code.csv";
const CMI: &str = "codes-data/cmi/return-code.csv";

/// A repository with our tables and their generated copy.
fn tables() -> Folder {
    let folder = Folder::new();
    copy(&repository().join("codes-data"), "codes-data", &folder);
    folder.init();
    generate(&folder);
    folder.commit("Generate the tables");
    folder
}

fn copy(from: &Path, to: &str, folder: &Folder) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{to}/{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            copy(&path, &name, folder);
        } else {
            folder.write(&name, fs::read(&path).unwrap());
        }
    }
}

fn generate(folder: &Folder) {
    let run = folder.codegen(&["--catalog", "codes-data/catalog.toml"]);
    run.assert(0, &[], &[]);
}

/// Adds a word to the English message of a code.
fn reword(folder: &Folder, file: &str, code: &str) {
    let text = folder.read(file);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headers = reader.headers().unwrap().clone();
    let column = headers.iter().position(|header| header == "en").unwrap();
    writer.write_record(&headers).unwrap();
    for record in reader.records() {
        let mut cells: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        if cells[0] == code {
            cells[column].push_str(" now");
        }
        writer.write_record(&cells).unwrap();
    }
    folder.write(file, writer.into_inner().unwrap());
    generate(folder);
    folder.commit(&format!("Reword {code} of {file}"));
}

#[test]
fn edits_of_different_rows_merge_into_a_copy_that_is_current() {
    let folder = tables();
    folder.git(&["switch", "-qc", "theirs"]);
    reword(&folder, LIANLIAN, "0000");
    reword(&folder, CMI, "1000001");

    folder.git(&["switch", "-qc", "ours", "main"]);
    reword(&folder, LIANLIAN, "2008");
    reword(&folder, CMI, "1000012");

    folder.git(&["merge", "-q", "theirs", "-m", "Merge theirs"]);
    let run = folder.codegen(&["--catalog", "codes-data/catalog.toml", "--check"]);
    run.assert(0, &[], &[]);
}

#[test]
fn a_new_table_touches_mod_rs_and_its_own_file() {
    let folder = tables();
    let old = rust(&folder);
    let [toml, csv] =
        ["toml", "csv"].map(|kind| folder.read(&format!("codes-data/cmi/http-status.{kind}")));
    folder.write(
        "codes-data/bank.toml",
        toml.replace("module = \"cmi\"", "module = \"bank\""),
    );
    folder.write("codes-data/bank.csv", csv);
    folder.edit(
        "codes-data/catalog.toml",
        "\"lianlian/return-code\"]",
        "\"lianlian/return-code\", \"bank\"]",
    );
    generate(&folder);
    let new = rust(&folder);
    let touched: Vec<&str> = (new.iter())
        .filter(|file| !old.contains(file))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        touched,
        ["codes/src/generated/bank.rs", "codes/src/generated/mod.rs"]
    );
}

/// The generated Rust files and their texts.
fn rust(folder: &Folder) -> Vec<(String, String)> {
    let files = folder.files().into_iter();
    files
        .filter(|name| name.starts_with("codes/src/generated"))
        .map(|name| (name.clone(), folder.read(&name)))
        .collect()
}
