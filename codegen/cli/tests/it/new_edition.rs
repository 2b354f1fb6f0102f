//! The whole workflow with a document of each kind: import, review, reconcile with the next edition, diff.
//!
//! `editions/NAME` has two editions (`first.txt`, `second.txt`), the draft of `import` (`draft.*`) and its review (`first.csv`), the
//! output of `reconcile` for the second edition (`reconcile.txt`), the table that it writes (`reconciled.csv`) and its review
//! (`second.*`), and the output of `diff` (`diff.txt`).

use std::fs;
use std::path::Path;

use crate::support::Folder;
use test_support::expected::assert as expect;

const TABLE: &str = "shop/return-code";
const CSV: &str = "shop/return-code.csv";

fn walk(name: &str, number: &str, mark: &str) {
    let editions = Path::new("tests/editions");
    let given = |file: &str| fs::read_to_string(editions.join(name).join(file)).unwrap();
    let expect = |file: &str, text: &str| expect(&editions.join(name).join(file), text);
    let folder = Folder::new();
    folder.init();
    folder.write("first.txt", given("first.txt"));
    folder.write("second.txt", given("second.txt"));
    folder.write(
        "catalog.toml",
        fs::read(editions.join("catalog.toml")).unwrap(),
    );

    // Import the first edition. Nothing is generated until it is reviewed.
    folder
        .codegen(&["import", "first.txt", "--table", number, "--name", TABLE])
        .assert(
            0,
            &[],
            &["wrote shop/return-code.toml and shop/return-code.csv"],
        );
    expect("draft.toml", &folder.read("shop/return-code.toml"));
    expect("draft.csv", &folder.read(CSV));
    folder.edit(
        "catalog.toml",
        "tables = []",
        "tables = [\"shop/return-code\"]",
    );
    folder
        .codegen(&[])
        .assert(2, &[], &["error[review]: row needs review (imported: "]);
    assert!(!folder.path().join("out").exists());

    // Review the draft.
    folder.write(CSV, given("first.csv"));
    folder.codegen(&["reconcile", TABLE, "first.txt"]).assert(
        0,
        &[" unchanged, 0 changed, 0 added, 0 removed, 0 reordered"],
        &[],
    );
    folder.codegen(&[]).assert(0, &[], &["wrote out/shop.rs"]);
    folder.commit("The first edition");

    // Reconcile with the second edition.
    let run = folder.codegen(&["reconcile", TABLE, "second.txt"]);
    run.assert(1, &[], &[]);
    expect("reconcile.txt", &run.stdout);
    assert_eq!(
        folder.read(CSV),
        given("first.csv"),
        "only `--write` writes"
    );
    folder
        .codegen(&["reconcile", TABLE, "second.txt", "--write"])
        .assert(0, &[&run.stdout], &["review the marked rows"]);
    expect("reconciled.csv", &folder.read(CSV));
    folder.codegen(&[]).assert(2, &[], &["error[review]", mark]);

    // Review the marked rows.
    folder.write(CSV, given("second.csv"));
    folder.write("shop/return-code.toml", given("second.toml"));
    folder
        .codegen(&["reconcile", TABLE, "second.txt"])
        .assert(0, &[], &[]);
    folder.codegen(&[]).assert(0, &[], &["wrote out/shop.rs"]);
    folder.codegen(&["--check"]).assert(0, &[], &[]);
    let run = folder.codegen_process(&["diff", "HEAD"]);
    run.assert(1, &["requires a major release"], &[]);
    expect("diff.txt", &run.stdout);
    folder
        .codegen_process(&["diff", "HEAD", "--allow", "major"])
        .assert(0, &[&run.stdout], &[]);
    folder
        .codegen_process(&["diff", "HEAD", "--allow", "0.1.0..0.2.0"])
        .assert(0, &[], &[]);
    folder
        .codegen_process(&["diff", "HEAD", "--allow", "0.1.0..0.1.1"])
        .assert(1, &[], &[]);
    folder.commit("The second edition");
    folder
        .codegen_process(&["diff", "HEAD"])
        .assert(0, &["no changes"], &[]);
}

#[test]
fn a_document_with_pipe_tables_gets_a_second_edition() {
    walk(
        "pipes",
        "2",
        "zh changed in the document (was `卡号不存在`)",
    );
}

#[test]
fn a_document_with_an_html_table_gets_a_second_edition() {
    walk("html", "1", "zh changed in the document (was `签名错误`)");
}
