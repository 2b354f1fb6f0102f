//! Catalogs beside what comes of them: `fixtures/fail` holds mistakes, each with the errors that it gives, and
//! `fixtures/pass` sound ones, each with the Rust that is generated.
//!
//! `UPDATE_FIXTURES=1 cargo test --test fixtures` writes what comes now in place of what is expected.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

#[test]
fn mistakes_are_told_with_status_2_and_nothing_is_written() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("out-of-mistakes");
    let mut failures = Vec::new();
    for case in cases("fail") {
        let run = Command::new(env!("CARGO_BIN_EXE_codegen"))
            .args([
                "--catalog".as_ref(),
                case.join("catalog.toml").as_os_str(),
                "--out".as_ref(),
                out.as_os_str(),
            ])
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&run.stderr);
        if run.status.code() != Some(2) || stderr.contains("panicked") || out.exists() {
            failures.push(format!("{}: {}\n{stderr}", case.display(), run.status));
        }
    }
    report(failures);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
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
                for (name, text) in output.files() {
                    failures.extend(expect(&case.join("expected").join(name), text).err());
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
fn the_expected_rust_compiles_without_a_warning() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut failures = Vec::new();
    for case in cases("pass") {
        let name = case
            .file_name()
            .unwrap()
            .to_string_lossy()
            .replace('-', "_");
        let root = out.join(format!("{name}.rs"));
        let expected = fs::canonicalize(case.join("expected/mod.rs")).unwrap();
        let docs = "//! A fixture.\n#![no_std]\n#![deny(warnings, missing_docs)]\n#![forbid(unsafe_code)]\n";
        fs::write(&root, format!("{docs}include!({expected:?});\n")).unwrap();
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
fn the_expected_rust_is_as_rustfmt_writes_it() {
    let files = cases("pass")
        .into_iter()
        .flat_map(|case| files(&case.join("expected")));
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
