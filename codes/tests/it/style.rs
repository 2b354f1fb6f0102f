//! Checks that the lints and rules of the catalog apply to a new table.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::Builder;

/// Copies a directory recursively.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

/// Returns the lints that reject a new table with this row.
fn rejected_by(test: &str, row: &str) -> BTreeSet<&'static str> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    copy(Path::new(codes_data::CATALOG).parent().unwrap(), &folder);
    let catalog = folder.join("catalog.toml");
    let text = fs::read_to_string(&catalog).unwrap();
    fs::write(&catalog, text.replace("tables = [", "tables = [\"new\", ")).unwrap();
    let table = "module = \"new\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";
    fs::write(folder.join("new.toml"), table).unwrap();
    let header = "code,name,zh,en,http,outcome,retry,printed.zh,note";
    fs::write(folder.join("new.csv"), format!("{header}\n{row}\n")).unwrap();
    match Builder::new(catalog).generate() {
        Ok(output) => {
            assert!(output.warnings().is_empty());
            assert!(output.tables().iter().any(|table| table.name() == "new"));
            BTreeSet::new()
        }
        Err(errors) => (errors.iter())
            .map(|error| error.lint().expect("a lint"))
            .collect(),
    }
}

#[test]
fn new_table_in_good_style_is_accepted() {
    let row = "1,order not found,订单不存在,The order does not exist,404,failure,after-change,,";
    assert_eq!(rejected_by("good-style", row), BTreeSet::new());
}

#[test]
fn new_table_with_lower_case_messages_is_rejected() {
    let row = "1,order not found,订单不存在,the order does not exist,404,failure,after-change,,";
    assert_eq!(rejected_by("lower-case", row), BTreeSet::from(["capital"]));
}

#[test]
fn lints_check_each_cell_of_a_new_table() {
    let row = "1,Iccid 1,(卡)的 Iccid处理中。,the 卡  is lost,404,failure,after-change,卡,";
    let lints = [
        "capital",
        "glossary",
        "name",
        "name-style",
        "note",
        "punctuation",
        "rule",
        "script",
        "spacing",
        "spelling",
        "trailing-stop",
        "white-space",
    ];
    assert_eq!(rejected_by("bad-style", row), BTreeSet::from(lints));
}
