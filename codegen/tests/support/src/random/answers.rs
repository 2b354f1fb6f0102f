//! Fifty random tables in one crate, compiled by rustc: what their codes answer, known and unknown, is what the data say.
//! Beside them, one of random messages, which are read as regular expressions read them.
//! `lookup` has the crate and its tests.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use codegen::Builder;
use proptest::strategy::{Strategy, ValueTree};

use test_support::random::catalog::{Attribute, Catalog, Charset, Code, Kind, Row, Table, camel};
use test_support::random::{Size, catalogs};
use crate::properties::templates;
use test_support::random::{Layout, files};

/// How many tables there are at least, and how many codes the larger ones have at least.
const TABLES: usize = 50;

#[test]
fn fifty_tables_answer_what_the_data_say() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fifty-tables");
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/properties/lookup");
    let expected = folder.join("tests/expected");
    fs::create_dir_all(&expected).unwrap();
    fs::create_dir_all(folder.join("tests/oracle")).unwrap();
    fs::create_dir_all(folder.join("src")).unwrap();
    let (mut library, mut tests, mut count, mut sizes) = (library(), String::new(), 0, Vec::new());
    let mut add = |name: &str, files| {
        let rust = folder.join(name);
        let output = Builder::new("catalog.toml").files(files).generate();
        output.unwrap().write_to(&rust).unwrap();
        let root = rust.join("mod.rs");
        let _ = writeln!(
            library,
            "/// A random catalog.\npub mod {name} {{\n    include!({root:?});\n}}"
        );
    };
    add("templates", templates::files());
    for (number, catalog) in several().into_iter().enumerate() {
        let name = format!("catalog_{number}");
        add(&name, files(&catalog, "", Layout::default()));
        for table in &catalog.tables {
            let test = format!("table_{count}");
            count += 1;
            let codes = in_code_order(table);
            sizes.push(codes.len());
            let path = format!("lookup::{name}::{}", table.path());
            tests.push_str(&entry(&test, &name, &path, table, &catalog));
            let json: Vec<_> = codes
                .iter()
                .map(|code| answers(code, table, &catalog))
                .collect();
            write(
                &expected.join(format!("{test}.json")),
                &serde_json::to_string(&json).unwrap(),
            );
            write(&expected.join(format!("{test}.phf")), &phf(&codes));
        }
    }
    // What is generated has another form for more than 256 codes, and for codes of more than 8 characters.
    assert!(
        count >= TABLES && sizes.iter().filter(|size| **size > 256).count() >= 5,
        "{sizes:?}"
    );
    write(&folder.join("src/lib.rs"), &library);
    write(&expected.join("tables.rs"), &tests);
    for file in [
        "Cargo.toml",
        "tests/extract.rs",
        "tests/lookup.rs",
        "tests/oracle/mod.rs",
    ] {
        write(
            &folder.join(file),
            &fs::read_to_string(template.join(file)).unwrap(),
        );
    }
    run(&folder);
}

/// Catalogs with so many tables together, of all sizes.
fn several() -> Vec<Catalog> {
    let mut runner = crate::properties::runner(1, None);
    let mut catalogs_of = |tables, rows| {
        let size = Size { tables, rows };
        catalogs(size).new_tree(&mut runner).unwrap().current()
    };
    let mut several: Vec<Catalog> = Vec::new();
    while several
        .iter()
        .map(|catalog| catalog.tables.len())
        .sum::<usize>()
        < TABLES
    {
        let (tables, rows) = match several.len() % 4 {
            0 => (5..=6, 1..=3),
            1 => (5..=6, 4..=60),
            2 => (3..=4, 100..=256),
            _ => (5..=5, 400..=600),
        };
        several.push(catalogs_of(tables, rows));
    }
    several
}

fn library() -> String {
    "//! Random tables.\n#![no_std]\n#![forbid(unsafe_code)]\n#![deny(warnings, missing_docs)]\n"
        .to_owned()
}

/// Where the text is there already, cargo need not build anything again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap();
}

fn run(folder: &Path) {
    // The versions that this workspace uses: they are on this machine already.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{stdout}\n{stderr}");
    for passed in ["test result: ok. 1 passed", "test result: ok. 5"] {
        assert!(
            stdout.contains(passed),
            "it has run one test of messages, and more than 50 of tables: {stdout}"
        );
    }
}

/// The codes in the order of `ALL`: by number, or by their bytes.
fn in_code_order(table: &Table) -> Vec<Code<'_>> {
    let mut codes = table.codes();
    codes.sort_by(|a, b| {
        match table.charset {
            Charset::Digits => number(&a.code).cmp(&number(&b.code)),
            Charset::Alphanumeric | Charset::Ascii => Ordering::Equal,
        }
        .then_with(|| a.code.cmp(&b.code))
    });
    codes
}

fn number(code: &str) -> u64 {
    code.parse().unwrap()
}

/// The map that phf makes of the codes.
fn phf(codes: &[Code<'_>]) -> String {
    let mut map = phf_codegen::Map::new();
    for (at, code) in codes.iter().enumerate() {
        map.entry(code.code.as_str(), at.to_string());
    }
    map.build().to_string()
}

/// The line of a table in the tests.
fn entry(test: &str, catalog_name: &str, path: &str, table: &Table, catalog: &Catalog) -> String {
    let numbers = if table.charset == Charset::Digits {
        "numbers"
    } else {
        ""
    };
    let mut methods: Vec<String> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    if let Some(http) = &catalog.http {
        methods.push("http_status".to_owned());
        let status = http.undocumented.map(|status| status.to_string());
        unknown.push(of_unknown(http.optional, status));
    }
    for attribute in &catalog.attributes {
        methods.push(raw(&attribute.name));
        let value = attribute
            .undocumented
            .as_ref()
            .map(|value| debug(attribute, value));
        unknown.push(of_unknown(attribute.optional, value));
    }
    let (methods, unknown) = (
        methods.join(", "),
        unknown
            .iter()
            .map(|value| format!("{value:?}"))
            .collect::<Vec<_>>(),
    );
    format!(
        "table!({test}, lookup::{catalog_name}, {path}, [{numbers}], [{methods}], [{}]);\n",
        unknown.join(", ")
    )
}

/// A name as Rust takes it.
fn raw(name: &str) -> String {
    const KEYWORDS: [&str; 7] = ["async", "dyn", "gen", "ref", "static", "type", "where"];
    if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// What is said of a code that nobody documented: an option, unless there is always an answer.
fn of_unknown(optional: bool, value: Option<String>) -> String {
    match value {
        Some(value) if optional => format!("Some({value})"),
        Some(value) => value,
        None => "None".to_owned(),
    }
}

/// A value as `{:?}` shows what the method gives.
fn debug(attribute: &Attribute, cell: &str) -> String {
    match attribute.kind {
        Kind::Words(_) => camel(&cell.replace('-', " ")),
        Kind::Text => format!("{cell:?}"),
        Kind::Integer | Kind::Flag => cell.to_owned(),
    }
}

/// What the data say of a code: as the tests in the crate read it.
fn answers(code: &Code<'_>, table: &Table, catalog: &Catalog) -> serde_json::Value {
    let first = code.rows[0];
    let messages = messages(first);
    let display = &messages[catalog.display];
    let printed: Vec<Option<&String>> = (0..catalog.languages.len())
        .map(|at| first.printed.get(at + 1).filter(|text| !text.is_empty()))
        .collect();
    let mut answers = vec![
        code.code.clone(),
        code.variant.clone(),
        format!("{} {}", code.code, unescaped(display)),
        messages.join("\n"),
        format!("{printed:?}"),
        placeholders(display)
            .into_iter()
            .collect::<Vec<_>>()
            .join(" "),
    ];
    let mut received = Vec::new();
    let mut add = |optional: bool, has_unknown: bool, value: Option<String>| {
        let known = match (optional, value) {
            (true, Some(value)) => format!("Some({value})"),
            (true, None) => "None".to_owned(),
            (false, value) => value.unwrap(),
        };
        received.push(if optional || has_unknown {
            known.clone()
        } else {
            format!("Some({known})")
        });
        answers.push(known);
    };
    let given = |cell: &String| Some(cell.clone()).filter(|cell| !cell.is_empty());
    if let Some(http) = &catalog.http {
        add(
            http.optional,
            http.undocumented.is_some(),
            given(&first.http),
        );
    }
    for (attribute, cell) in catalog.attributes.iter().zip(&first.attributes) {
        let value = given(cell).map(|cell| debug(attribute, &cell));
        add(attribute.optional, attribute.undocumented.is_some(), value);
    }
    let rows: Vec<Vec<String>> = code.rows.iter().map(|row| self::row(row, table)).collect();
    serde_json::json!({ "answers": answers, "received": received, "rows": rows })
}

/// A row as it is an entry: its scope and its messages.
fn row(row: &Row, table: &Table) -> Vec<String> {
    let scope = (!table.scopes.is_empty()).then_some(&row.scope);
    std::iter::once(format!("{scope:?}"))
        .chain(messages(row))
        .collect()
}

/// The messages: ours, or else what is printed.
fn messages(row: &Row) -> Vec<String> {
    let message = |(at, message): (usize, &String)| match message.as_str() {
        "" => row.printed[at + 1].clone(),
        message => message.to_owned(),
    };
    row.messages.iter().enumerate().map(message).collect()
}

/// A message as it is displayed without arguments.
fn unescaped(message: &str) -> String {
    message.replace("{{", "{").replace("}}", "}")
}

/// The placeholders of a message, in the order of the alphabet.
fn placeholders(message: &str) -> BTreeSet<String> {
    let plain = message.replace("{{", "").replace("}}", "");
    let names = plain
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name.to_owned()).collect()
}
