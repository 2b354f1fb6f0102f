//! Compares the public API of `codes` with `codes/public-api.txt`, so that changes are visible in review.
//!
//! The list omits the variants of the codes, so that a new row does not change it. `UPDATE_FIXTURES=1 cargo test -p codes-public-api`
//! refreshes it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use codegen::Builder;
use public_api::{PublicItem, tokens::Token};

#[test]
fn public_api_matches_the_list() {
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
        "{}\nif the change is intended, run `UPDATE_FIXTURES=1 cargo test -p codes-public-api`, and choose the version accordingly",
        diff.unified_diff().context_radius(2)
    );
}

fn codes() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs rustdoc, and returns the path of its JSON.
fn rustdoc_json() -> PathBuf {
    // A separate directory, because cargo locks the workspace's target directory while it runs this test.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let run = Command::new(env!("CARGO"))
        .args(["rustdoc", "--lib", "--no-default-features"])
        .args(["--features=http,serde", "--target-dir"])
        .arg(target)
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .current_dir(codes())
        // The format is unstable: a stable compiler needs this variable.
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{errors}");
    target.join("doc/codes.json")
}

/// Returns `true` for a variant of the enum of a table.
fn is_code(item: &PublicItem, enums: &[&str]) -> bool {
    let tokens: Vec<&Token> = item.tokens().collect();
    let text: String = tokens.iter().map(|token| token.text()).collect();
    let path = text.strip_prefix("pub codes::").unwrap_or_default();
    path.rsplit_once("::")
        .is_some_and(|(path, _)| enums.contains(&path))
}
