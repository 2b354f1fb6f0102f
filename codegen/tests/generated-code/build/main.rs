//! Generates the code for the tests: that of a fixture, that of a table of each charset, and that of random tables of all sizes,
//! with the expected results for the random tables.

mod answers;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::Builder;
use proptest::strategy::{Strategy, ValueTree};
use random_catalogs::catalog::Catalog;
use random_catalogs::{Layout, Size, catalogs, files, runner};

fn main() {
    println!("cargo::rerun-if-env-changed=FULL_TESTS");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    let fixture = Path::new("../fixtures/pass/three-languages");
    println!("cargo::rerun-if-changed={}", fixture.display());
    write(
        &Builder::new(fixture.join("catalog.toml")),
        &out.join("every_feature"),
    );
    let fixture = Path::new("../fixtures/pass/errors");
    println!("cargo::rerun-if-changed={}", fixture.display());
    write(
        &Builder::new(fixture.join("catalog.toml")),
        &out.join("errors"),
    );
    let fixture = Path::new("../fixtures/pass/messages-missing");
    println!("cargo::rerun-if-changed={}", fixture.display());
    write(
        &Builder::new(fixture.join("catalog.toml")),
        &out.join("messages_missing"),
    );
    for (folder, module) in [("charsets", "charsets"), ("own-codes", "own_codes")] {
        println!("cargo::rerun-if-changed={folder}");
        let catalog = Path::new(folder).join("catalog.toml");
        write(&Builder::new(catalog), &out.join(module));
    }
    random_catalogs(&out);
}

fn write(builder: &Builder, folder: &Path) {
    let output = builder
        .generate()
        .unwrap_or_else(|errors| panic!("{errors}"));
    output
        .write_to(folder)
        .unwrap_or_else(|errors| panic!("{errors}"));
}

fn random_catalogs(out: &Path) {
    let (mut library, mut tests, mut sizes) = (String::new(), String::new(), Vec::new());
    for (number, catalog) in several().into_iter().enumerate() {
        let name = format!("catalog_{number}");
        let builder = Builder::new("catalog.toml").files(files(&catalog, "", Layout::default()));
        write(&builder, &out.join(&name));
        let root = out.join(&name).join("mod.rs");
        let _ = writeln!(
            library,
            "/// A random catalog.\npub mod {name} {{\n    include!({root:?});\n}}"
        );
        for table in &catalog.tables {
            let test = format!("table_{}", sizes.len());
            let codes = answers::in_code_order(table);
            sizes.push(codes.len());
            let path = format!("generated_code::{name}::{}", table.path());
            tests.push_str(&answers::test(&test, &name, &path, table, &catalog));
            let json: Vec<_> = codes
                .iter()
                .map(|code| answers::answers(code, table, &catalog))
                .collect();
            let json = serde_json::to_string(&json).unwrap();
            fs::write(out.join(format!("{test}.json")), json).unwrap();
        }
    }
    assert!(sizes.iter().any(|size| *size > 256), "{sizes:?}");
    fs::write(out.join("random_catalogs.rs"), library).unwrap();
    fs::write(out.join("tests.rs"), tests).unwrap();
}

/// Returns catalogs of tables of all sizes: a few, or at least fifty tables with `FULL_TESTS=1`.
fn several() -> Vec<Catalog> {
    let mut runner = runner(1);
    let mut catalogs_of = |tables, rows| {
        let size = Size { tables, rows };
        catalogs(size).new_tree(&mut runner).unwrap().current()
    };
    let mut several: Vec<Catalog> = Vec::new();
    if env::var_os("FULL_TESTS").is_none() {
        several.extend([catalogs_of(2..=2, 1..=3), catalogs_of(2..=2, 4..=60)]);
        several.push(catalogs_of(1..=1, 100..=256));
        // Generated code has another form for more than 256 codes. Short codes are fewer than the rows.
        let mut large = std::iter::repeat_with(|| catalogs_of(1..=1, 400..=600));
        several.extend(large.find(|catalog| catalog.tables[0].codes().len() > 256));
        return several;
    }
    while several
        .iter()
        .map(|catalog| catalog.tables.len())
        .sum::<usize>()
        < 50
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
