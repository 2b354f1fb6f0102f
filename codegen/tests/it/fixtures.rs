//! Catalogs beside what comes of them: `fixtures/fail` holds mistakes, each with the errors that it gives, and
//! `fixtures/pass` sound ones, each with the Rust that is generated; but for `mod.support.rs`, which is the same for all
//! and stands in `fixtures/expected`.
//!
//! `UPDATE_FIXTURES=1 cargo test --test fixtures` writes what comes now in place of what is expected.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use codegen::Builder;

/// The folders below a folder of fixtures, in the order of their names.
fn cases(kind: &str) -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = fs::read_dir(Path::new("tests/fixtures").join(kind))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    cases
}

/// Compares a file with what it should be, or writes it.
fn expect(path: &Path, actual: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, actual).unwrap();
        return Ok(());
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    let diff = similar::TextDiff::from_lines(&expected, actual);
    Err(format!(
        "{}:\n{}",
        path.display(),
        diff.unified_diff().context_radius(2)
    ))
}

/// Nothing comes of it, so it should not be there; or deletes it.
fn expect_none(path: &Path) -> Result<(), String> {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::remove_file(path).unwrap();
        return Ok(());
    }
    Err(format!("{}: nothing generates it", path.display()))
}

fn report(failures: Vec<String>) {
    assert!(
        failures.is_empty(),
        "{}\nwhere this is meant: UPDATE_FIXTURES=1 cargo test --test fixtures",
        failures.join("\n")
    );
}

#[test]
fn mistakes_give_the_expected_errors() {
    let mut failures = Vec::new();
    for case in cases("fail") {
        match Builder::new(case.join("catalog.toml")).generate() {
            Ok(_) => failures.push(format!("{}: no error", case.display())),
            Err(errors) => {
                failures.extend(expect(&case.join("errors.txt"), &format!("{errors}\n")).err())
            }
        }
    }
    report(failures);
}

/// The file that is the same for every catalog: one copy of it is expected of all.
const SUPPORT: &str = "mod.support.rs";

/// The sound catalogs, each with the folder that its Rust has been written to.
static GENERATED: LazyLock<Vec<(PathBuf, PathBuf)>> = LazyLock::new(|| {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let generate = |case: PathBuf| {
        let folder = out.join(case.file_name().unwrap());
        let output = Builder::new(case.join("catalog.toml")).generate().unwrap();
        output.write_to(&folder).unwrap();
        (case, folder)
    };
    cases("pass").into_iter().map(generate).collect()
});

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect()
}

#[test]
fn sound_catalogs_give_the_expected_rust() {
    let mut failures = Vec::new();
    for case in cases("pass") {
        match Builder::new(case.join("catalog.toml")).generate() {
            Err(errors) => failures.push(format!("{}: {errors}", case.display())),
            Ok(output) => {
                let folder = case.join("expected");
                let support = Path::new("tests/fixtures/expected").join(SUPPORT);
                let mut left_over = files(&folder);
                left_over.insert(support.clone());
                for (name, text) in output.files() {
                    let path = if name == SUPPORT {
                        support.clone()
                    } else {
                        folder.join(name)
                    };
                    left_over.remove(&path);
                    failures.extend(expect(&path, text).err());
                }
                for path in left_over {
                    failures.extend(expect_none(&path).err());
                }
                let warnings: String = output
                    .warnings()
                    .iter()
                    .map(|warning| format!("{warning}\n"))
                    .collect();
                if !warnings.is_empty() || case.join("warnings.txt").exists() {
                    failures.extend(expect(&case.join("warnings.txt"), &warnings).err());
                }
            }
        }
    }
    report(failures);
}

#[test]
fn the_rust_compiles_without_a_warning() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut failures = Vec::new();
    for (case, folder) in GENERATED.iter() {
        let name = case
            .file_name()
            .unwrap()
            .to_string_lossy()
            .replace('-', "_");
        let root = out.join(format!("{name}.rs"));
        let generated = folder.join("mod.rs");
        let docs = "//! A fixture.\n#![no_std]\n#![deny(warnings, missing_docs)]\n#![forbid(unsafe_code)]\n";
        fs::write(&root, format!("{docs}include!({generated:?});\n")).unwrap();
        for edition in ["2021", "2024"] {
            let rustc = Command::new("rustc")
                .args([
                    "--crate-type=lib",
                    "--emit=metadata",
                    // The features that the fixtures' catalogs name; they are off here.
                    "--check-cfg=cfg(feature, values(\"serde\", \"http\"))",
                    "--edition",
                    edition,
                    "--out-dir",
                ])
                .arg(out)
                .arg(&root)
                .output()
                .unwrap();
            if !rustc.status.success() {
                failures.push(format!(
                    "{} ({edition}):\n{}",
                    case.display(),
                    String::from_utf8_lossy(&rustc.stderr)
                ));
            }
        }
    }
    report(failures);
}

#[test]
fn the_rust_is_as_rustfmt_writes_it() {
    let files = GENERATED.iter().flat_map(|(_, folder)| files(folder));
    let rustfmt = Command::new("rustfmt")
        .args(["--check", "--edition=2024"])
        .args(files)
        .output()
        .unwrap();
    assert!(
        rustfmt.status.success(),
        "{}",
        String::from_utf8_lossy(&rustfmt.stdout)
    );
}
