use std::fmt::Write as _;
use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=errors.csv");
    let table = fs::read_to_string("errors.csv").unwrap();
    let rows = table.lines().skip(1);
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(',').collect()).collect();
    let mut out = String::from("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum ErrorCode {\n");
    let mut map = phf_codegen::Map::new();
    let mut data = String::new();
    for row in &rows {
        let variant: String = row[1].split(' ').map(capitalized).collect();
        let _ = writeln!(out, "/// {}\n{variant},", row[2]);
        map.entry(row[0], format!("ErrorCode::{variant}"));
        let (code, messages, attributes) = (row[0], &row[2..5], &row[6..9]);
        let _ = writeln!(data, "Data {{ code: {code:?}, messages: {messages:?}, http_status: {}, severity: {:?}, retry: {:?}, docs: {:?} }},", row[5], attributes[0], attributes[1], attributes[2]);
    }
    let _ = writeln!(out, "}}\npub static CODES: phf::Map<&str, ErrorCode> = {};", map.build());
    let _ = writeln!(out, "static DATA: [Data; {}] = [{data}];", rows.len());
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("errors.rs"), out).unwrap();
}

fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
