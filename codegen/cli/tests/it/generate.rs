//! `codegen generate` and `codegen --check`.

use std::fs;

use crate::support::catalogs::shop;
use crate::support::{Folder, codegen, in_process};

const PRUNE: &str = "help: run `codegen generate --prune` to delete it";

#[test]
fn generate_reports_changes_for_each_table() {
    let catalog = shop();
    let run = catalog.codegen(&[]);
    run.assert(
        0,
        &[],
        &[
            "shop",
            "4 codes",
            "shop::ReturnCode",
            "4 added (0000, 0042, 0050, 0051)",
            "wrote out/shop.rs",
        ],
    );
    let run = catalog.codegen(&["generate"]);
    run.assert(0, &[], &["unchanged", "all files are up to date"]);
    catalog.edit("shop.csv", "Succeeded", "Carried out");
    catalog.edit("shop.csv", "0050-0051", "0050-0052");
    let run = catalog.codegen(&[]);
    // The printed code of the range changed for all its codes.
    run.assert(
        0,
        &[],
        &["5 codes", "1 added (0052)", "3 changed (0000, 0050, 0051)"],
    );
}

#[test]
fn retired_codes_and_changed_statuses_are_counted() {
    for extra_codes in [0, 1_000] {
        let rows: String = (0..extra_codes)
            .map(|code| {
                format!(
                    "{:04},other {code},其他{code},Other {code},400,failure,\n",
                    code + 1_000
                )
            })
            .collect();
        let catalog = shop();
        let header = "code,name,zh,en,http,outcome,retired\n";
        let first = "0001,lost card,卡已挂失,The card is lost,404,failure,";
        catalog.write("shop.csv", format!("{header}{first}\n{rows}"));
        catalog.codegen(&[]).assert(0, &[], &[]);
        for (from, to) in [
            (",404,", ",410,"),
            ("410,failure,", "410,failure,since V2: no longer sent"),
            ("no longer sent", "never sent"),
            ("since V2: never sent", ""),
            ("410,failure", "410,success"),
        ] {
            catalog.edit("shop.csv", from, to);
            let run = catalog.codegen(&[]);
            run.assert(0, &[], &["1 changed (0001)"]);
        }
    }
}

#[test]
fn check_is_silent_if_files_are_up_to_date() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    let run = catalog.codegen(&["--check"]);
    run.assert(0, &[], &[]);
    assert_eq!((run.stdout, run.stderr), (String::new(), String::new()));
    catalog
        .codegen(&["generate", "--check"])
        .assert(0, &[], &[]);
}

#[test]
fn check_shows_the_diff_and_the_command_that_updates_the_files() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.edit("shop.csv", "Succeeded", "Carried out");
    let before = fs::read(catalog.path().join("out/shop.rs")).unwrap();
    let run = catalog.codegen(&["--check"]);
    run.assert(
        1,
        &[
            "-    /// `0000` Succeeded",
            "+    /// `0000` Carried out",
            "en: \"Carried out\",",
        ],
        &[
            "file is out of date\n--> out/shop.rs",
            "run `make codes` to update the files",
        ],
    );
    assert_eq!(
        fs::read(catalog.path().join("out/shop.rs")).unwrap(),
        before,
        "--check writes nothing"
    );
    catalog.codegen(&[]).assert(0, &[], &["1 changed (0000)"]);
    catalog.codegen(&["--check"]).assert(0, &[], &[]);
}

#[test]
fn notes_do_not_change_the_rust_files() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.edit("shop.csv", "printed.zh\n", "printed.zh,note\n");
    catalog.edit("shop.csv", "成功\n", "成功,as it should be\n");
    catalog.edit("shop.csv", "不存在\n", "不存在,\n");
    catalog.edit("shop.csv", "0051,\n", "0051,,\n");
    catalog.codegen(&["--check"]).assert(0, &[], &[]);
}

#[test]
fn check_reports_the_reason_for_each_file() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.edit("out/shop.rs", "\"Succeeded\"", "\"Done\"");
    catalog
        .codegen(&["--check"])
        .assert(1, &["en: \"Done\","], &["out of date\n--> out/shop.rs"]);
    catalog.codegen(&[]).assert(0, &[], &[]);

    fs::remove_file(catalog.path().join("out/shop.rs")).unwrap();
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["file is missing\n--> out/shop.rs"]);
    catalog.codegen(&[]).assert(0, &[], &[]);

    fs::copy(
        catalog.path().join("out/shop.rs"),
        catalog.path().join("out/old.rs"),
    )
    .unwrap();
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["no longer generated\n--> out/old.rs", PRUNE]);
    catalog
        .codegen(&[])
        .assert(0, &[], &["no longer generated\n--> out/old.rs", PRUNE]);
    catalog
        .codegen(&["--prune"])
        .assert(0, &[], &["deleted out/old.rs"]);
    catalog.codegen(&["--check"]).assert(0, &[], &[]);

    fs::write(catalog.path().join("out/mine.rs"), "fn mine() {}\n").unwrap();
    catalog.codegen(&["--check"]).assert(
        1,
        &[],
        &["not generated from this catalog\n--> out/mine.rs"],
    );
    catalog.codegen(&["--prune"]).assert(
        0,
        &[],
        &["not generated from this catalog\n--> out/mine.rs"],
    );
    assert!(
        catalog.path().join("out/mine.rs").exists(),
        "what the generator never wrote is left alone"
    );
}

#[test]
fn check_shows_that_another_version_generated_a_file() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    // As another version of the generator would have written it: its name in the header alone differs.
    let version = concat!("codegen ", env!("CARGO_PKG_VERSION"));
    catalog.edit("out/shop.rs", version, "codegen 0.0.9");
    catalog.codegen(&["--check"]).assert(
        1,
        &["-// @generated by codegen 0.0.9 from"],
        &["file is out of date\n--> out/shop.rs"],
    );
}

/// What a user keeps in an output directory stays there, and out of CI logs.
#[test]
fn files_that_are_not_generated_are_neither_replaced_nor_shown() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    let generated = catalog.read("out/shop.rs");
    let quoted = format!("My notes. The header:\n{generated}");
    let of_another = generated.replace("from catalog.toml", "from other.toml");
    for text in ["DB_PASSWORD=hunter2\n", &quoted, &of_another] {
        for name in ["mine.rs", "mod.rs", ".env"] {
            let path = format!("out/{name}");
            let before = catalog.files();
            catalog.write(&path, text);
            for arguments in [&["--check"][..], &[], &["--prune"]] {
                let run = catalog.codegen(arguments);
                let status = match (arguments, name) {
                    (["--check"], _) => 1,
                    (_, "mod.rs") => 2,
                    _ => 0,
                };
                run.assert(status, &[], &["not generated from this catalog", &path]);
                assert_eq!(run.stdout, "", "{arguments:?}");
                assert_eq!(catalog.read(&path), text, "{arguments:?}");
            }
            fs::remove_file(catalog.path().join(&path)).unwrap();
            catalog.codegen(&[]).assert(0, &[], &[]);
            assert_eq!(catalog.files(), before);
        }
    }
}

#[test]
fn an_empty_file_is_replaced() {
    let catalog = shop();
    catalog.write("out/shop.rs", "");
    catalog.codegen(&[]).assert(0, &[], &["wrote out/shop.rs"]);
}

#[test]
fn line_ends_are_ignored_and_conflicts_are_overwritten() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    let generated = catalog.read("out/shop.rs");
    // As git checks it out on Windows.
    let with_carriage_returns = generated.replace('\n', "\r\n");
    catalog.write("out/shop.rs", &with_carriage_returns);
    catalog.codegen(&["--check"]).assert(0, &[], &[]);
    catalog
        .codegen(&[])
        .assert(0, &[], &["all files are up to date"]);
    assert_eq!(catalog.read("out/shop.rs"), with_carriage_returns);
    // As git leaves a conflict that starts at the header.
    let conflict = format!("<<<<<<< HEAD\n{generated}=======\n{generated}>>>>>>> branch\n");
    catalog.write("out/shop.rs", conflict);
    catalog.codegen(&[]).assert(0, &[], &["wrote out/shop.rs"]);
    assert_eq!(catalog.read("out/shop.rs"), generated);
}

#[test]
fn check_shows_a_limited_number_of_differences() {
    let catalog = shop();
    let rows = |text: &str| -> String {
        let row =
            |code| format!("{code:04},name {code},文{code},{text} name {code},400,failure,\n");
        let rows: String = (0..400).map(row).collect();
        format!("code,name,zh,en,http,outcome,printed.zh\n{rows}")
    };
    catalog.write("shop.csv", rows("First"));
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.write("shop.csv", rows("Second"));
    let run = catalog.codegen(&["--check"]);
    run.assert(1, &["+    /// `0000` Second", " more lines\n"], &[]);
    assert_eq!(run.stdout.lines().count(), 501, "{}", run.stdout);
    // A missing file is not shown.
    fs::remove_file(catalog.path().join("out/shop.rs")).unwrap();
    let run = catalog.codegen(&["--check"]);
    run.assert(1, &[], &["file is missing\n--> out/shop.rs"]);
    assert_eq!(run.stdout, "");
}

/// GitHub shows an annotation only for a path from the root of the repository.
#[test]
fn annotations_have_paths_in_the_repository() {
    let root = Folder::new();
    fs::create_dir_all(root.path().join(".git")).unwrap();
    let data = shop();
    for name in ["catalog.toml", "shop.toml", "shop.csv"] {
        root.write(&format!("backend/data/{name}"), data.read(name));
    }
    let codegen = |arguments: &[&str]| in_process(&root.path().join("backend"), arguments);
    let run = codegen(&["--check", "--message-format", "github"]);
    run.assert(
        1,
        &[],
        &["::error file=backend/data/out/mod.rs::file is missing\n"],
    );
    root.edit("backend/data/shop.csv", "code,", "kode,");
    let run = codegen(&["--message-format", "github"]);
    run.assert(2, &[], &["::error file=backend/data/shop.csv,line="]);
}

#[test]
fn the_copies_in_this_repository_are_up_to_date() {
    codegen(&["--check"]).assert(0, &[], &[]);
}
