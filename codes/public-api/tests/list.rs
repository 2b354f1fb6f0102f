//! `codes/public-api.txt` lists the public API of `codes`, so that a review sees each change of it.
//!
//! The list does not repeat the tables: the variants that are codes are left out, so that a new row changes nothing here.
//! `UPDATE_FIXTURES=1 cargo test -p codes-public-api` refreshes it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use codegen::Builder;
use public_api::{PublicItem, tokens::Token};

#[test]
fn the_public_api_is_as_listed() {
    let tables = Builder::new(codes_data::CATALOG).generate().unwrap();
    let enums: Vec<&str> = tables.tables().iter().map(|table| table.path()).collect();
    let api = public_api::Builder::from_rustdoc_json(rustdoc_json())
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .unwrap();
    let items = api.items().filter(|item| !is_code(item, &enums));
    let actual: String = items.map(|item| format!("{item}\n")).collect();

    let list = codes().join("public-api.txt");
    if env::var_os("UPDATE_FIXTURES").is_some() {
        return fs::write(&list, actual).unwrap();
    }
    let expected = fs::read_to_string(&list).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&expected, &actual);
    assert!(
        expected == actual,
        "{}\nif this is intended, run `UPDATE_FIXTURES=1 cargo test -p codes-public-api`, and decide which version it needs",
        diff.unified_diff().context_radius(2)
    );
}

fn codes() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs rustdoc, and returns the path of its JSON.
fn rustdoc_json() -> PathBuf {
    // In a folder of its own: cargo holds the lock of the workspace's while it runs this test.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let run = Command::new(env!("CARGO"))
        .args(["rustdoc", "--lib", "--no-default-features"])
        .args(["--features=http,serde", "--target-dir"])
        .arg(target)
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .current_dir(codes())
        // The format is unstable, and needs a nightly compiler or this.
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{errors}");
    target.join("doc/codes.json")
}

/// Returns `true` for a variant of an enum that a table makes.
fn is_code(item: &PublicItem, enums: &[&str]) -> bool {
    let tokens: Vec<&Token> = item.tokens().collect();
    let text: String = tokens.iter().map(|token| token.text()).collect();
    let path = text.strip_prefix("pub codes::").unwrap_or_default();
    path.rsplit_once("::")
        .is_some_and(|(path, _)| enums.contains(&path))
}
