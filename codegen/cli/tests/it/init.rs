//! `init`: its catalogs generate, and the generated code compiles.

use std::process::Command;

use crate::support::{Folder, Run};

#[test]
fn samples_generate_without_warnings_and_compile() {
    for (options, sample, program) in [
        (&[][..], "received/return-code", RECEIVED),
        (&["--received"], "received/return-code", RECEIVED),
        (&["--own"], "own/error-code", OWN),
    ] {
        let folder = Folder::new();
        let run = |arguments: &[&str]| folder.codegen(arguments);
        let table = sample.split_once('/').unwrap().1;
        run(&[&["init", "tables"], options].concat()).assert(
            0,
            &[],
            &[
                "wrote tables/catalog.toml",
                &format!("wrote tables/{table}.csv"),
                "next: edit the tables, then run `codegen --catalog tables/catalog.toml`",
            ],
        );
        // The samples follow the style that is not checked by default as well.
        let catalog = folder.read("tables/catalog.toml");
        folder.write("tables/catalog.toml", catalog + STYLE);
        let generated = run(&[]);
        generated.assert(0, &[], &["wrote tables/generated/mod.rs"]);
        assert!(
            !generated.stderr.contains("warning"),
            "{}",
            generated.stderr
        );
        run(&["--check"]).assert(0, &[], &[]);
        compile(&folder, program);
    }
}

/// The lints that are allowed by default.
const STYLE: &str = r#"
[lints]
capital = "warn"
name-style = "warn"
note = "warn"
same-message = "warn"
spacing = "warn"
"#;

/// Uses the sample of received codes.
const RECEIVED: &str = r#"
use tables::{provider::ReturnCode, Received};

pub fn main() {
    let code = Received::<ReturnCode>::from("2001");
    assert_eq!(code.http_status(), Some(202));
    assert!(ReturnCode::Success.printed(tables::Lang::Zh).is_some());
}
"#;

/// Uses the sample of a team's own codes.
const OWN: &str = r#"
use tables::{api::ErrorCode, CodeError};

fn find(order_id: u64) -> Result<(), CodeError<ErrorCode>> {
    Err(ErrorCode::order_not_found(order_id))
}

pub fn main() {
    let error = find(17).unwrap_err();
    assert_eq!(error.to_string(), "Order 17 was not found");
    assert_eq!(error.code().http_status(), 404);
}
"#;

/// Compiles a program with the generated code, without a warning, and runs it.
#[track_caller]
fn compile(folder: &Folder, program: &str) {
    folder.write(
        "main.rs",
        format!("#![deny(warnings)]\n/// The tables.\npub mod tables {{ include!(\"tables/generated/mod.rs\"); }}\n{program}"),
    );
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--edition=2024", "main.rs"])
        .current_dir(folder.path());
    Run::of(&mut rustc).assert(0, &[], &[]);
    Run::of(&mut Command::new(folder.path().join("main"))).assert(0, &[], &[]);
}

#[test]
fn nothing_is_replaced() {
    let folder = Folder::new();
    let run = |arguments: &[&str]| folder.codegen(arguments);
    run(&["init", "tables"]).assert(0, &[], &[]);
    for options in [&["--received"], &["--own"], &["--empty"]] {
        run(&[&["init", "tables"], &options[..]].concat()).assert(
            2,
            &[],
            &[
                "file already exists\n--> tables/catalog.toml",
                "choose another name or directory",
            ],
        );
    }
    assert!(folder.read("tables/.gitattributes").contains("merge=union"));
    folder.write("mine/.gitattributes", "mine\n");
    run(&["init", "mine"]).assert(0, &[], &["wrote mine/catalog.toml"]);
    assert_eq!(folder.read("mine/.gitattributes"), "mine\n");
}

#[test]
fn a_catalog_is_of_one_kind() {
    let folder = Folder::new();
    let run = |arguments: &[&str]| folder.codegen(arguments);
    run(&["init", "--own", "--empty"]).assert(2, &[], &["--own", "--empty"]);
    run(&["init", "--own", "--received"]).assert(2, &[], &["--own", "--received"]);
    run(&["init", "--own", "--languages", "de"]).assert(2, &[], &["--own", "--languages"]);
    assert!(folder.files().is_empty());
}

/// From nothing to generated code of a document: no sample rows to delete.
#[test]
fn an_empty_catalog_imports_a_document() {
    let folder = Folder::new();
    folder.write(
        "错误码 V1.md",
        "| 错误码 | 描述 |\n|--|--|\n| ORDER_LOST | 订单丢失 |\n| ORDER_LATE | 订单晚到 |\n| ORDER_GONE | 订单 |\n",
    );
    let run = |arguments: &[&str]| folder.codegen(arguments);
    // Before there is a catalog, the tables can be listed, and nothing else.
    run(&["import", "错误码 V1.md"]).assert(
        0,
        &["错误码 = code | 描述 = message"],
        &["codegen import '错误码 V1.md' --table N"],
    );
    run(&["import", "错误码 V1.md", "--table", "1"]).assert(2, &[], &["no `catalog.toml`"]);
    run(&["init", "--empty", "--languages", "z h"]).assert(2, &[], &["invalid language tag `z h`"]);
    run(&["init", "--languages", "zh"]).assert(2, &[], &["--empty"]);
    run(&["init", "--empty", "--languages", "zh"]).assert(
        0,
        &[],
        &[
            "wrote codes-data/catalog.toml",
            "codegen --catalog codes-data/catalog.toml import DOCUMENT",
        ],
    );
    run(&["import", "错误码 V1.md", "--table", "1"]).assert(0, &[], &["wrote v1.toml and v1.csv"]);
    folder.edit(
        "codes-data/catalog.toml",
        "tables = []",
        "tables = [\"v1\"]",
    );
    run(&[]).assert(
        0,
        &[],
        &[
            "warning[review]: 3 rows need review (imported: check the row)",
            "wrote codes-data/generated/v1.rs",
        ],
    );
    run(&["reconcile", "v1", "错误码 V1.md"]).assert(0, &["3 unchanged"], &[]);
}
