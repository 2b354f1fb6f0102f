//! `codegen check`, and `--check` without an output directory.

use crate::support::catalogs::shop;

const OUT: &str = "out = \"out\"\n";

#[test]
fn check_validates_without_an_output_directory() {
    let catalog = shop();
    catalog.edit("catalog.toml", OUT, "");
    let files = catalog.files();
    let run = catalog.codegen(&["check"]);
    run.assert(0, &[], &["checked 1 table, 4 codes\n"]);
    assert_eq!(run.stdout, "");
    let run = catalog.codegen(&["check", "--quiet"]);
    run.assert(0, &[], &[]);
    assert_eq!(run.stderr, "");
    catalog.edit("shop.csv", "订单{id}", "订单");
    catalog
        .codegen(&["check"])
        .assert(2, &[], &["shop.csv:3:28", "aborting due to 1 error"]);
    let run = catalog.codegen(&["check", "--message-format", "json"]);
    run.assert(2, &[], &["\"level\":\"error\""]);
    assert_eq!(catalog.files(), files);
}

#[test]
fn check_reports_lints() {
    let catalog = shop();
    catalog.edit("shop.csv", "Succeeded", "Succeeded.");
    catalog
        .codegen(&["check"])
        .assert(0, &[], &["warning", "trailing-stop", "checked 1 table"]);
    catalog.edit(
        "catalog.toml",
        "\n[http]",
        "[lints]\ntrailing-stop = \"deny\"\n[http]",
    );
    catalog
        .codegen(&["check"])
        .assert(2, &[], &["trailing-stop"]);
}

#[test]
fn dash_check_validates_without_an_output_directory() {
    let catalog = shop();
    catalog.edit("catalog.toml", OUT, "");
    for command in [&["--check"][..], &["generate", "--check"]] {
        catalog.codegen(command).assert(
            0,
            &[],
            &["checked 1 table, 4 codes; no Rust files to compare"],
        );
    }
    catalog
        .codegen(&[])
        .assert(2, &[], &["no output directory", "`codegen check`"]);
    // The other outputs are compared.
    catalog.edit(
        "catalog.toml",
        "[http]",
        "[markdown]\nout = \"reference\"\n[http]",
    );
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["reference/shop.md"]);
    catalog.edit("shop.csv", "0042,", "42,");
    catalog
        .codegen(&["--check"])
        .assert(2, &[], &["shop.csv:3:1"]);
}
