//! Writing the files, and telling whether they are current.

use std::fs;

use crate::support::catalogs::shop;
use crate::support::codegen;

#[test]
fn generate_says_for_each_table_what_it_did() {
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
    // The printed text of the range changed for all of it.
    run.assert(
        0,
        &[],
        &["5 codes", "1 added (0052)", "3 changed (0000, 0050, 0051)"],
    );
}

#[test]
fn check_finds_nothing_where_all_is_current() {
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
fn check_shows_changed_data_and_what_mends_it() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.edit("shop.csv", "Succeeded", "Carried out");
    let before = fs::read(catalog.path().join("out/shop.rs")).unwrap();
    let run = catalog.codegen(&["--check"]);
    run.assert(
        1,
        &[
            "-        \"Succeeded\", // 0000 Succeeded",
            "+        \"Carried out\", // 0000 Succeeded",
        ],
        &[
            "out/shop.rs: stale: the data changed",
            "run `make codes` to mend it",
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
fn a_note_is_no_change_of_the_data() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.edit("shop.csv", "printed.zh\n", "printed.zh,note\n");
    catalog.edit("shop.csv", "成功\n", "成功,as it should be\n");
    catalog.edit("shop.csv", "不存在\n", "不存在,\n");
    catalog.edit("shop.csv", "0051,\n", "0051,,\n");
    catalog.codegen(&["--check"]).assert(0, &[], &[]);
}

#[test]
fn check_names_each_way_of_being_out_of_date() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    catalog.edit("out/shop.rs", "\"Succeeded\"", "\"Done\"");
    catalog.codegen(&["--check"]).assert(
        1,
        &["-        \"Done\""],
        &["out/shop.rs: edited by hand since it was generated"],
    );
    catalog.codegen(&[]).assert(0, &[], &[]);

    fs::remove_file(catalog.path().join("out/shop.rs")).unwrap();
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["out/shop.rs: missing"]);
    catalog.codegen(&[]).assert(0, &[], &[]);

    fs::copy(
        catalog.path().join("out/shop.rs"),
        catalog.path().join("out/old.rs"),
    )
    .unwrap();
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["out/old.rs: left over"]);
    catalog.codegen(&[]).assert(0, &[], &["deleted out/old.rs"]);
    catalog.codegen(&["--check"]).assert(0, &[], &[]);

    fs::write(catalog.path().join("out/mine.rs"), "fn mine() {}\n").unwrap();
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["out/mine.rs: not generated"]);
    catalog
        .codegen(&[])
        .assert(0, &[], &["out/mine.rs: not generated"]);
    assert!(
        catalog.path().join("out/mine.rs").exists(),
        "what the generator never wrote is left alone"
    );
}

#[test]
fn check_tells_a_new_generator_from_new_data() {
    let catalog = shop();
    catalog.codegen(&[]).assert(0, &[], &[]);
    // As another version of the generator would have written it: its name in the header alone differs.
    let version = concat!("codegen ", env!("CARGO_PKG_VERSION"));
    catalog.edit("out/shop.rs", version, "codegen 0.0.9");
    catalog
        .codegen(&["--check"])
        .assert(1, &[], &["out/shop.rs: stale: the generator changed"]);
}

#[test]
fn the_copies_in_this_repository_are_current() {
    codegen(&["--check"]).assert(0, &[], &[]);
}
