//! `cargo bench -p codes`: how fast codes are found, beside what one would use instead.
//!
//! strum's enum, a `match` and phf's map are compile-time things. So the benchmark writes a program for each table, with the
//! generated code and its rivals, builds it in release, and runs it. All of a table is measured in one run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::Builder;
use codes::{Code, cmi, lianlian};

/// A table: its title, what generates it, the path of its enum, and its codes with their variants.
struct Table {
    title: &'static str,
    builder: Builder,
    path: &'static str,
    codes: Vec<(String, String)>,
    /// Whether it is small enough for what takes rustc a time that grows faster than the table.
    is_small: bool,
    has_http: bool,
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    for table in tables() {
        if arguments.is_empty() || arguments.iter().any(|wanted| table.title.contains(wanted)) {
            println!("\n## {}\n", table.title);
            run(&table);
        }
    }
}

fn tables() -> Vec<Table> {
    let real = |title, path, codes| Table {
        title,
        builder: Builder::new(codes_data::CATALOG),
        path,
        codes,
        is_small: true,
        has_http: true,
    };
    vec![
        real(
            "CMI, 172 codes of 7 digits",
            "cmi::ReturnCode",
            pairs::<cmi::ReturnCode>(),
        ),
        real(
            "LianLian Pay, 135 codes of 4 digits",
            "lianlian::ReturnCode",
            pairs::<lianlian::ReturnCode>(),
        ),
        synthetic("10,000 codes of 8 digits", 10_000, |number| {
            format!("{:08}", number * 7919 % 100_000_000)
        }),
        synthetic("100,000 codes of 8 digits", 100_000, |number| {
            format!("{:08}", number * 7919 % 100_000_000)
        }),
        synthetic("10,000 codes of 1 to 40 characters", 10_000, |number| {
            let filling = "SDK.INVALID_ARGUMENT.OF_SOME_KIND.";
            let digits = number.to_string();
            let length = (number * 31 % 40).min(40 - digits.len());
            format!("{}{digits}", &filling.repeat(2)[..length])
        }),
    ]
}

fn pairs<C: Code>() -> Vec<(String, String)> {
    C::ALL
        .iter()
        .map(|code| (code.code().to_owned(), code.name().to_owned()))
        .collect()
}

/// A table that nobody published, with codes that look like somebody's.
fn synthetic(title: &'static str, count: usize, code: impl Fn(usize) -> String) -> Table {
    let codes: BTreeMap<String, String> = (0..count)
        .map(|number| (code(number), format!("Code{number}")))
        .collect();
    let is_digits = codes
        .keys()
        .all(|code| code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()));
    let charset = if is_digits {
        "\"digits\", width = 8"
    } else {
        "\"ascii\""
    };
    let mut rows = "code,name,en\n".to_owned();
    for (code, variant) in &codes {
        let _ = writeln!(rows, "{code},{variant},The message of code {code}");
    }
    let files = [
        (
            "catalog.toml",
            "languages = [\"en\"]\ntables = [\"table\"]\n[lints]\nname = \"allow\"\n".to_owned(),
        ),
        (
            "table.toml",
            format!(
                "module = \"table\"\ntype = \"ReturnCode\"\ncode = {{ charset = {charset} }}\n"
            ),
        ),
        ("table.csv", rows),
    ];
    let files = files
        .into_iter()
        .map(|(path, text)| (PathBuf::from(path), text.into_bytes()))
        .collect();
    Table {
        title,
        builder: Builder::new("catalog.toml").files(files),
        path: "table::ReturnCode",
        codes: codes.into_iter().collect(),
        is_small: false,
        has_http: false,
    }
}

/// Writes the program, builds it and runs it; it prints.
fn run(table: &Table) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lookup");
    let source = folder.join("src");
    let _ = fs::remove_dir_all(&source);
    fs::create_dir_all(&source).unwrap();
    table
        .builder
        .generate()
        .unwrap()
        .write_to(source.join("ours"))
        .unwrap();
    fs::write(source.join("rivals.rs"), rivals(table)).unwrap();
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(
        package.join("benches/lookup/measure.rs"),
        source.join("main.rs"),
    )
    .unwrap();
    fs::copy(package.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let manifest = "[package]\nname = \"lookup\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
        phf = \"0.14\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let status = Command::new(env!("CARGO"))
        .args(["run", "--release", "--offline", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .status()
        .unwrap();
    assert!(status.success(), "{}", table.title);
}

/// What one would write instead.
fn rivals(table: &Table) -> String {
    let mut map = phf_codegen::Map::new();
    for (code, variant) in &table.codes {
        map.entry(code.as_str(), format!("Code::{variant}"));
    }
    let mut text = format!(
        "pub use crate::ours::{} as Code;\n\nstatic PHF: phf::Map<&'static str, Code> = {};\n\n\
         #[inline(never)]\npub fn by_phf(text: &str) -> Option<Code> {{\n    PHF.get(text).copied()\n}}\n\n",
        table.path,
        map.build()
    );
    let mut more = String::new();
    if table.is_small {
        text.push_str("#[derive(Clone, Copy, strum::EnumString)]\npub enum Strum {\n");
        for (code, variant) in &table.codes {
            let _ = writeln!(text, "    #[strum(serialize = {code:?})]\n    {variant},");
        }
        text.push_str(
            "}\n\n#[inline(never)]\npub fn by_strum(text: &str) -> Option<Strum> {\n    text.parse().ok()\n}\n\n\
             #[inline(never)]\npub fn by_number(number: u64) -> Option<Code> {\n    Code::from_number(number)\n}\n\n",
        );
        for (name, argument, prefix) in [("by_str", "&str", ""), ("by_bytes", "&[u8]", "b")] {
            let _ = writeln!(
                text,
                "#[inline(never)]\npub fn {name}(text: {argument}) -> Option<Code> {{\n    Some(match text {{"
            );
            for (code, variant) in &table.codes {
                let _ = writeln!(text, "        {prefix}{code:?} => Code::{variant},");
            }
            text.push_str("        _ => return None,\n    })\n}\n\n");
        }
        more.push_str(
            "    print(\"strum\", crate::time(texts, |text| by_strum(text)));\n\
             \x20   print(\"`match` on text\", crate::time(texts, |text| by_str(text)));\n\
             \x20   print(\"`match` on bytes\", crate::time(texts, |text| by_bytes(text.as_bytes())));\n\
             \x20   let numbers: Vec<u64> = texts.iter().map(|text| text.parse().unwrap_or(7)).collect();\n\
             \x20   print(\"`from_number`, ours\", crate::time(&numbers, |number| by_number(*number)));\n",
        );
    }
    let _ = writeln!(
        text,
        "pub fn more(texts: &[&str], print: impl Fn(&str, f64)) {{\n    let _ = (texts, &print);\n{more}}}\n"
    );
    let access = if table.has_http {
        "    print(\"`http_status`\", crate::time(variants, |code| code.http_status()));\n\
         \x20   print(\"`outcome`\", crate::time(variants, |code| code.outcome()));\n"
    } else {
        ""
    };
    let _ = writeln!(
        text,
        "pub fn access(variants: &[Code], print: impl Fn(&str, f64)) {{\n    let _ = (variants, &print);\n{access}}}"
    );
    text
}
