//! Arguments, help, and the search for the catalog.

use crate::support::Folder;
use crate::support::catalogs::shop;

#[test]
fn the_catalog_is_found_here_or_one_level_below() {
    let catalog = shop();
    let parent = Folder::new();
    parent.codegen(&["--check"]).assert(
        2,
        &[],
        &["no `catalog.toml` in this directory", "--catalog PATH"],
    );
    for name in ["a", "b"] {
        for file in ["catalog.toml", "shop.toml", "shop.csv"] {
            parent.write(&format!("{name}/{file}"), catalog.read(file));
        }
        if name == "a" {
            parent.codegen(&[]).assert(0, &[], &["wrote a/out/mod.rs"]);
        }
    }
    parent.codegen(&[]).assert(
        2,
        &[],
        &["found several catalogs", "a/catalog.toml", "b/catalog.toml"],
    );
    parent
        .codegen(&["--catalog", "b/catalog.toml"])
        .assert(0, &[], &["wrote b/out/mod.rs"]);
    parent
        .codegen(&["--catalog", "c.toml"])
        .assert(2, &[], &["failed to read `c.toml`"]);
}

#[test]
fn help_and_version_exit_0_and_invalid_usage_exits_2() {
    let catalog = shop();
    catalog
        .codegen(&["--help"])
        .assert(0, &["--check", "explain", "export", "Exit status"], &[]);
    catalog.codegen(&["--version"]).assert(
        0,
        &[concat!("codegen ", env!("CARGO_PKG_VERSION"))],
        &[],
    );
    catalog
        .codegen(&["--catalog", "catalog.toml", "explain", "0042"])
        .assert(0, &["OrderNotFound"], &[]);
    catalog
        .codegen(&["--check", "explain", "0042"])
        .assert(2, &[], &["are options of `generate`"]);
    catalog.codegen(&["--chekc"]).assert(2, &[], &["--check"]);
    catalog
        .codegen(&["export", "--format", "yaml"])
        .assert(2, &[], &["json"]);
}

#[test]
fn the_sample_catalog_generates_without_warnings() {
    let folder = Folder::new();
    let run = |arguments: &[&str]| folder.codegen(arguments);
    run(&["init", "tables"]).assert(
        0,
        &[],
        &[
            "wrote tables/catalog.toml",
            "codegen --catalog tables/catalog.toml",
        ],
    );
    let generated = run(&[]);
    generated.assert(
        0,
        &[],
        &[
            "4 codes",
            "provider::ReturnCode",
            "wrote tables/generated/mod.rs",
        ],
    );
    assert!(
        !generated.stderr.contains("warning"),
        "{}",
        generated.stderr
    );
    run(&["--check"]).assert(0, &[], &[]);
    run(&["init", "tables"]).assert(
        2,
        &[],
        &[
            "file already exists\n--> tables/catalog.toml",
            "choose another name or directory",
        ],
    );
    assert!(folder.read("tables/.gitattributes").contains("merge=union"));
    folder.write("mine/.gitattributes", "mine\n");
    run(&["init", "mine"]).assert(0, &[], &["wrote mine/catalog.toml"]);
    assert_eq!(folder.read("mine/.gitattributes"), "mine\n");
}
