use std::fmt::Write as _;
use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=errors.csv");
    let table = fs::read_to_string("errors.csv").unwrap();
    let rows = table.lines().skip(1);
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(',').collect()).collect();
    let variant = |row: &[&str]| row[1].split(' ').map(capitalized).collect::<String>();
    let variants: Vec<String> = rows.iter().map(|row| variant(row)).collect();

    let mut out = String::from("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum ErrorCode {\n");
    for (row, variant) in rows.iter().zip(&variants) {
        let _ = writeln!(out, "/// {}\n{variant},", row[2]);
    }
    out += "}\nimpl ErrorCode {\npub fn from_code(code: &str) -> Option<Self> { match code {\n";
    for (row, variant) in rows.iter().zip(&variants) {
        let _ = writeln!(out, "{:?} => Some(Self::{variant}),", row[0]);
    }
    out += "_ => None } }\n";
    let columns = [("code", 0, "&'static str"), ("http_status", 5, "u16"), ("severity", 6, "&'static str"), ("retry", 7, "&'static str"), ("docs", 8, "&'static str")];
    for (method, column, kind) in columns {
        let _ = writeln!(out, "pub fn {method}(self) -> {kind} {{ match self {{");
        for (row, variant) in rows.iter().zip(&variants) {
            let text = format!("{:?}", row[column]);
            let value = if kind == "u16" { row[column] } else { &text };
            let _ = writeln!(out, "Self::{variant} => {value},");
        }
        out += "} }\n";
    }
    out += "}\n#[derive(Clone, Debug)]\npub enum PlatformError {\n";
    for (row, variant) in rows.iter().zip(&variants) {
        let fields: String = names(row[2]).iter().map(|name| format!("{name}: String,")).collect();
        let _ = writeln!(out, "{variant} {{ {fields} }},");
    }
    out += "}\nimpl PlatformError {\npub fn code(&self) -> ErrorCode { match self {\n";
    for variant in &variants {
        let _ = writeln!(out, "Self::{variant} {{ .. }} => ErrorCode::{variant},");
    }
    out += "} }\npub fn message(&self, lang: Lang) -> String { match (self, lang) {\n";
    for (row, variant) in rows.iter().zip(&variants) {
        for (column, lang) in [(2, "En"), (3, "De"), (4, "Ja")] {
            let fields: String = names(row[column]).iter().map(|name| format!("{name}, ")).collect();
            let _ = writeln!(out, "(Self::{variant} {{ {fields}.. }}, Lang::{lang}) => format!({:?}),", row[column]);
        }
    }
    out += "} }\n";
    for (row, variant) in rows.iter().zip(&variants) {
        let names = names(row[2]);
        let parameters: Vec<String> = names.iter().map(|name| format!("{name}: impl ToString")).collect();
        let fields: Vec<String> = names.iter().map(|name| format!("{name}: {name}.to_string()")).collect();
        let (method, parameters, fields) = (row[1].replace(' ', "_"), parameters.join(", "), fields.join(", "));
        let _ = writeln!(out, "pub fn {method}({parameters}) -> Self {{ Self::{variant} {{ {fields} }} }}");
    }
    out += "}\n";
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("errors.rs"), out).unwrap();
}

fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn names(message: &str) -> Vec<&str> {
    let parts = message.split('{').skip(1);
    let mut names: Vec<&str> = parts.map(|part| part.split('}').next().unwrap()).collect();
    names.sort();
    names.dedup();
    names
}
