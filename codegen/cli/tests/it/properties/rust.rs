//! The generated code is formatted Rust, and the same for the same data.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use codegen::{Builder, Errors, Output};
use proptest::prelude::*;

use crate::support::Folder;
use random_catalogs::catalog::Catalog;
use random_catalogs::{Layout, files};
use random_catalogs::{Size, catalogs};
use test_support::cases;

const REGRESSIONS: &str = "tests/it/properties/regressions/rust.txt";

const SIZE: Size = Size {
    tables: 1..=3,
    rows: 1..=12,
};

fn generate(folder: &str, files: BTreeMap<PathBuf, Vec<u8>>) -> Result<Output, Errors> {
    let builder = Builder::new(format!("{folder}catalog.toml")).files(files);
    builder.generate()
}

/// Generates the output of a catalog that must be valid.
fn sound(catalog: &Catalog, folder: &str, layout: Layout) -> Result<Output, TestCaseError> {
    generate(folder, files(catalog, folder, layout))
        .map_err(|errors| TestCaseError::fail(format!("it is refused:\n{errors}")))
}

#[test]
fn generated_rust_is_formatted() {
    let written = RefCell::new((Folder::new(), Vec::new()));
    crate::properties::check(REGRESSIONS, cases(20, 60), &catalogs(SIZE), |catalog| {
        let output = sound(&catalog, "", Layout::default())?;
        let (folder, paths) = &mut *written.borrow_mut();
        for (name, text) in output.files() {
            let parsed = syn::parse_file(text);
            prop_assert!(parsed.is_ok(), "{name}: {:?}\n{text}", parsed.err());
            let path = format!("{}/{name}", paths.len());
            folder.write(&path, text);
            paths.push(path);
        }
        Ok(())
    });
    // One run for all files: starting rustfmt takes longer than formatting a file.
    let (folder, paths) = written.into_inner();
    let rustfmt = Command::new("rustfmt")
        .args(["--check", "--edition", "2024", "--color", "never"])
        .args(&paths)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        rustfmt.status.success(),
        "{}{}",
        String::from_utf8_lossy(&rustfmt.stdout),
        String::from_utf8_lossy(&rustfmt.stderr)
    );
}

#[test]
fn the_layout_of_the_data_does_not_change_the_output() {
    let layouts = [
        ("", Layout::default()),
        ("a/folder of its own/", Layout::default()),
        (
            "",
            Layout {
                is_of_a_spreadsheet: true,
                ..Layout::default()
            },
        ),
        (
            "",
            Layout {
                quotes_all: true,
                ..Layout::default()
            },
        ),
        (
            "",
            Layout {
                turns_columns: true,
                ..Layout::default()
            },
        ),
    ];
    crate::properties::check(REGRESSIONS, cases(12, 40), &catalogs(SIZE), |catalog| {
        let first = sound(&catalog, "", Layout::default())?;
        for (folder, layout) in layouts {
            let output = sound(&catalog, folder, layout)?;
            prop_assert_eq!(output.files(), first.files(), "{:?}", layout);
            prop_assert_eq!(output.warnings().len(), first.warnings().len());
        }
        Ok(())
    });
}

#[test]
fn generate_writes_nothing_the_second_time() {
    crate::properties::check(REGRESSIONS, cases(4, 10), &catalogs(SIZE), |catalog| {
        let output = sound(&catalog, "", Layout::default())?;
        let folder = Folder::new();
        let written = output.write_to(folder.path()).unwrap();
        prop_assert_eq!(written.len(), output.files().len());
        prop_assert!(output.stale_files(folder.path()).unwrap().is_empty());
        prop_assert!(output.write_to(folder.path()).unwrap().is_empty());
        Ok(())
    });
}
