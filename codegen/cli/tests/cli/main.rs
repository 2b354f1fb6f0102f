//! The command-line tool, run as people run it.

mod catalog;
mod generate;

use std::fs;
use std::path::Path;
use std::process::Command;

use catalog::{Catalog, Run};

#[test]
fn mistakes_are_shown_all_at_once_and_nothing_is_written() {
    let catalog = Catalog::new();
    catalog.edit("shop.csv", "0000,succeeded", "0,succeeded");
    catalog.edit("shop.csv", "404,failure", "4O4,failre");
    let run = catalog.run(&[]);
    run.assert(
        2,
        &[],
        &[
            "shop.csv:2:1",
            "the code `0` has 1 of 4 digits",
            "write `0000`",
            "shop.csv:3:58",
            "`4O4` is no HTTP status",
            "`failre` is no value of `outcome`",
            "did you mean `failure`?",
            "3 errors in the data; nothing was written",
        ],
    );
    assert!(!catalog.path().join("out").exists());
}

#[test]
fn explain_shows_all_that_is_known() {
    let catalog = Catalog::new();
    let run = catalog.run(&["explain", "0042"]);
    run.assert(
        0,
        &[
            "0042 in shop",
            "shop::ReturnCode::OrderNotFound",
            "订单{id}不存在",
            "Order {id} does not exist",
            "404",
            "failure: It was not carried out.",
            "[0042]",
            "订单{}不存在",
        ],
        &[],
    );
    catalog
        .run(&["explain", "0052"])
        .assert(1, &[], &["nothing matches `0052`", "did you mean"]);
}

#[test]
fn a_retired_code_says_so_everywhere() {
    let catalog = Catalog::new();
    catalog.edit("shop.csv", ",printed.zh\n", ",printed.zh,retired\n");
    catalog.edit(
        "shop.csv",
        "订单{}不存在\n",
        "订单{}不存在,since V2: no longer sent; use 0000\n",
    );
    catalog.edit("shop.csv", "成功\n", "成功,\n");
    catalog.edit("shop.csv", "0051,\n", "0051,,\n");
    let said = "since V2: no longer sent; use Succeeded (0000)";
    catalog
        .run(&["explain", "0042"])
        .assert(0, &["retired", said], &[]);
    let export = catalog.run(&["export", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&export.stdout).unwrap();
    let retired = serde_json::json!({"since": "V2", "why": "no longer sent", "instead": "0000"});
    assert_eq!(json["tables"][0]["codes"][1]["retired"], retired);
    catalog.run(&[]).assert(0, &[], &[]);
    let rust = fs::read_to_string(catalog.path().join("out/shop.rs")).unwrap();
    assert!(
        rust.contains(&format!("#[deprecated = \"{said}\"]\n    OrderNotFound,")),
        "{rust}"
    );
}

#[test]
fn export_is_the_whole_catalog_as_json() {
    let catalog = Catalog::new();
    let run = catalog.run(&["export", "--format", "json"]);
    run.assert(0, &[], &[]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let expected = serde_json::json!({
        "languages": ["zh", "en"],
        "tables": [{
            "table": "shop", "module": "shop", "type": "ReturnCode",
            "codes": [
                {
                    "code": "0000", "variant": "Succeeded", "messages": {"zh": "成功", "en": "Succeeded"},
                    "placeholders": [], "http": 200, "attributes": {"outcome": "success"}, "retired": null,
                    "entries": [{
                        "scope": null, "messages": {"zh": "成功", "en": "Succeeded"},
                        "printed": {"code": "0000", "zh": "成功"}
                    }]
                },
                {
                    "code": "0042", "variant": "OrderNotFound",
                    "messages": {"zh": "订单{id}不存在", "en": "Order {id} does not exist"},
                    "placeholders": ["id"], "http": 404, "attributes": {"outcome": "failure"}, "retired": null,
                    "entries": [{
                        "scope": null, "messages": {"zh": "订单{id}不存在", "en": "Order {id} does not exist"},
                        "printed": {"code": "[0042]", "zh": "订单{}不存在"}
                    }]
                },
                {
                    "code": "0050", "variant": "StockLocked0",
                    "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                    "placeholders": [], "http": 409, "attributes": {"outcome": "failure"}, "retired": null,
                    "entries": [{
                        "scope": null, "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                        "printed": {"code": "0050-0051"}
                    }]
                },
                {
                    "code": "0051", "variant": "StockLocked1",
                    "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                    "placeholders": [], "http": 409, "attributes": {"outcome": "failure"}, "retired": null,
                    "entries": [{
                        "scope": null, "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                        "printed": {"code": "0050-0051"}
                    }]
                }
            ]
        }]
    });
    assert_eq!(json, expected);
}

#[test]
fn the_catalog_is_found_here_or_one_folder_down() {
    let catalog = Catalog::new();
    let parent = tempfile::tempdir().unwrap();
    let run = |folder: &Path, arguments: &[&str]| {
        Run::new(
            Command::new(env!("CARGO_BIN_EXE_codegen"))
                .args(arguments)
                .current_dir(folder),
        )
    };
    run(parent.path(), &["--check"]).assert(
        2,
        &[],
        &["there is no catalog.toml here", "--catalog FILE"],
    );
    for name in ["a", "b"] {
        let folder = parent.path().join(name);
        fs::create_dir(&folder).unwrap();
        for file in ["catalog.toml", "shop.toml", "shop.csv"] {
            fs::copy(catalog.path().join(file), folder.join(file)).unwrap();
        }
        if name == "a" {
            run(parent.path(), &[]).assert(0, &[], &["wrote a/out/mod.rs"]);
        }
    }
    run(parent.path(), &[]).assert(
        2,
        &[],
        &[
            "there are several catalogs",
            "a/catalog.toml",
            "b/catalog.toml",
        ],
    );
    run(parent.path(), &["--catalog", "b/catalog.toml"]).assert(0, &[], &["wrote b/out/mod.rs"]);
    run(parent.path(), &["--catalog", "c.toml"]).assert(2, &[], &["cannot read c.toml"]);
}

#[test]
fn help_and_version_are_there_and_bad_usage_is_told() {
    let catalog = Catalog::new();
    catalog
        .run(&["--help"])
        .assert(0, &["--check", "explain", "export", "Exit status"], &[]);
    catalog
        .run(&["--version"])
        .assert(0, &[concat!("codegen ", env!("CARGO_PKG_VERSION"))], &[]);
    catalog
        .run(&["--catalog", "catalog.toml", "explain", "0042"])
        .assert(0, &["OrderNotFound"], &[]);
    catalog
        .run(&["--check", "explain", "0042"])
        .assert(2, &[], &["they belong to `generate`"]);
    catalog.run(&["--chekc"]).assert(2, &[], &["--check"]);
    catalog
        .run(&["export", "--format", "yaml"])
        .assert(2, &[], &["json"]);
}

#[test]
fn init_writes_a_catalog_that_generates_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        Run::new(
            Command::new(env!("CARGO_BIN_EXE_codegen"))
                .args(arguments)
                .current_dir(folder.path()),
        )
    };
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
            "is there already\n--> tables/catalog.toml",
            "nothing was written",
        ],
    );
}

#[test]
fn mistakes_can_be_printed_for_programs() {
    let catalog = Catalog::new();
    catalog.edit("shop.csv", "0000,succeeded", "0042,succeeded");
    let run = catalog.run(&["--message-format", "json"]);
    run.assert(2, &[], &[]);
    let lines: Vec<serde_json::Value> = run
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 1, "{}", run.stderr);
    assert_eq!(lines[0]["message"], "the code 0042 stands twice");
    assert_eq!(
        (&lines[0]["path"], &lines[0]["line"], &lines[0]["column"]),
        (&"shop.csv".into(), &3.into(), &1.into())
    );
    assert_eq!(
        (&lines[0]["level"], &lines[0]["lint"]),
        (&"error".into(), &serde_json::Value::Null)
    );
    assert_eq!(
        (
            &lines[0]["related"][0]["line"],
            &lines[0]["related"][0]["message"]
        ),
        (&2.into(), &"first here".into())
    );
    assert!(
        lines[0]["help"][0]
            .as_str()
            .unwrap()
            .starts_with("delete one of the rows")
    );

    let run = catalog.run(&["--check", "--message-format=github"]);
    run.assert(
        2,
        &[],
        &["::error file=shop.csv,line=3,col=1::the code 0042 stands twice%0Ahelp: delete"],
    );
}
