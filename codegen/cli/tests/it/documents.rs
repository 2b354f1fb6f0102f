//! Unclean documents, as providers publish them. The name of each folder of `documents` says what is unusual; `expected.txt` has
//! what `import` lists, prints and writes. `catalog.toml`, if the folder has one, is the catalog to which the document is imported, and
//! `arguments.txt` has further arguments, one in a line.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Folder;
use crate::support::workbook::Value::{Formatted, Number, Text};
use crate::support::workbook::{Sheet, workbook};
use test_support::expected::assert as expect;

const CATALOG: &str = "languages = [\"zh\", \"en\"]\ntables = []\n";

fn import(folder: &Folder, document: &str, arguments: &str) -> String {
    let list = folder.codegen(&["import", document]);
    list.assert(0, &[], &[]);
    let fixed = ["import", document, "--table", "1", "--name", "draft"];
    let run = folder.codegen(
        &fixed
            .into_iter()
            .chain(arguments.lines())
            .collect::<Vec<_>>(),
    );
    run.assert(0, &[], &[]);
    let (csv, toml) = (folder.read("draft.csv"), folder.read("draft.toml"));
    // What is imported does not differ from the document.
    folder.edit("catalog.toml", "tables = []", "tables = [\"draft\"]");
    let reconcile = ["reconcile", "draft", document];
    let columns: Vec<&str> = reconcile.into_iter().chain(arguments.lines()).collect();
    for arguments in [&reconcile[..], &columns] {
        let same = folder.codegen(arguments);
        same.assert(0, &[" 0 changed, 0 added, 0 removed, 0 reordered"], &[]);
        assert_eq!(same.stderr, "");
    }
    let list = list.stdout;
    let stderr = run.stderr;
    format!("{list}---\n{stderr}---\n{toml}---\n{csv}")
}

#[test]
fn unclean_documents_are_imported() {
    let mut cases: Vec<PathBuf> = (fs::read_dir("tests/documents").unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    for case in cases {
        let mut files = fs::read_dir(&case)
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        let document = files
            .find(|name| name.to_string_lossy().starts_with("document."))
            .unwrap_or_else(|| panic!("{} has no document", case.display()));
        let document = document.to_str().unwrap();
        let folder = Folder::new();
        let catalog = fs::read_to_string(case.join("catalog.toml"));
        folder.write("catalog.toml", catalog.as_deref().unwrap_or(CATALOG));
        folder.write(document, fs::read(case.join(document)).unwrap());
        let arguments = fs::read_to_string(case.join("arguments.txt")).unwrap_or_default();
        expect(
            &case.join("expected.txt"),
            &import(&folder, document, &arguments),
        );
    }
}

#[test]
fn each_sheet_of_a_workbook_is_a_table() {
    let notes = Sheet {
        name: "Notes",
        cells: &[("A1", Text("nothing here"))],
        merged: &[],
    };
    let codes = Sheet {
        name: "Return codes",
        cells: &[
            ("A1", Text("Return codes of the shop")),
            ("A2", Text("范围")),
            ("B2", Text("返回码")),
            ("C2", Text("描述")),
            ("A3", Text("GET")),
            ("B3", Number(1001)),
            ("C3", Text("成功")),
            ("B4", Text("1002")),
            ("C4", Text("two\nlines")),
        ],
        merged: &["A1:C1", "A3:A4"],
    };
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("codes.bin", workbook(&[notes, codes]));
    let imported = import(&folder, "codes.bin", "");
    for text in [
        "  1  sheet 2, 2 rows: Return codes\n     范围 = scope | 返回码 = code | 描述 = message\n",
        "1001,get,,,,1001,GET,成功,,,",
        "1002,get,two lines,,,1002,GET,,two lines,,",
    ] {
        assert!(imported.contains(text), "no {text:?} in\n{imported}");
    }
}

#[test]
fn number_formats_of_zeros_are_applied() {
    let sheet = Sheet {
        name: "Codes",
        cells: &[
            ("A1", Text("code")),
            ("B1", Text("text")),
            ("A2", Formatted(7, 0)),
            ("B2", Text("lost")),
            ("A3", Formatted(45000, 1)),
            ("B3", Text("found")),
            ("A4", Formatted(2008, 2)),
            ("B4", Text("late")),
        ],
        merged: &[],
    };
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("codes.xlsx", workbook(&[sheet]));
    let imported = import(&folder, "codes.xlsx", "");
    for text in [
        "\n0007,",
        "\n45000,",
        "\n2008,",
        "warning: 2 cells have a number format that is not applied: A3 (`yyyy-mm-dd`), A4 (`#,##0.00`)",
        "help: in the spreadsheet, format these cells as text",
    ] {
        assert!(imported.contains(text), "no {text:?} in\n{imported}");
    }
}

#[test]
fn columns_override_the_guess() {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("d.md", "| a | b | c |\n|-|-|-|\n| 1 | 成功 | Success |\n");
    let import =
        |columns: &str| folder.codegen(&["import", "d.md", "--table", "1", "--columns", columns]);
    import("code=a,en=d").assert(
        2,
        &[],
        &[
            "no column `d` in the document's table",
            "use one of the columns: a | b | c",
        ],
    );
    import("code=a,fr=b").assert(
        2,
        &[],
        &[
            "unknown column `fr`",
            "use one of the names: code, name, scope, zh, en, message; to keep any other column, use `printed.NAME`",
        ],
    );
    import("code").assert(
        2,
        &[],
        &["invalid `--columns` entry `code`", "write NAME=HEADER"],
    );
    import("zh=a").assert(
        2,
        &[],
        &[
            "cannot tell which column holds the codes",
            "--columns code=HEADER",
        ],
    );
    import("printed.Ab=b").assert(2, &[], &["invalid column name `printed.Ab`"]);
    import("printed.cod=b").assert(
        2,
        &[],
        &[
            "unknown column `printed.cod`",
            "write `code` if you mean that column",
        ],
    );
    assert_eq!(folder.files(), ["catalog.toml", "d.md"]);
    import("code=a,zh=2,en=c").assert(0, &[], &["wrote d.toml and d.csv (1 row to review)"]);
    assert!(
        folder
            .read("d.csv")
            .contains("\n1,success,,,1,成功,Success,,")
    );
}

/// A translator or a program fills in the list, and a second import takes the names from it.
#[test]
fn names_come_from_a_list() {
    let folder = Folder::new();
    folder.write("catalog.toml", "languages = [\"zh\"]\ntables = [\"d\"]\n");
    folder.write(
        "d.md",
        "| code | text |\n|-|-|\n| 1 | 丢失 |\n| 2 | 找到, 了 |\n| 2 | 又找到 |\n| 3 | 没了 |\n",
    );
    let import = ["import", "d.md", "--table", "1", "--columns", "zh=text"];
    folder.codegen(&import).assert(0, &[], &[]);
    let list = folder.codegen(&["export", "--format", "csv"]).clean();
    assert_eq!(
        list,
        "table,code,name,zh\nd,1,,丢失\nd,2,,\"找到, 了\"\nd,3,,没了\n"
    );
    fs::remove_file(folder.path().join("d.csv")).unwrap();
    fs::remove_file(folder.path().join("d.toml")).unwrap();
    let import = [import.as_slice(), &["--names", "names.csv"]].concat();
    for (names, messages) in [
        (
            "code;name\n",
            [
                "`names.csv` has no columns `code` and `name`",
                "`code,name`",
            ],
        ),
        (
            "code,name\n1,丢失\n",
            [
                "`names.csv`, line 2: invalid name `丢失`",
                "plain English words",
            ],
        ),
    ] {
        folder.write("names.csv", names);
        folder.codegen(&import).assert(2, &[], &messages);
    }
    folder.write("names.csv", "name,code\nlost,1\nparcel found,2\n,3\n");
    folder.codegen(&import).assert(0, &[], &[]);
    let csv = folder.read("d.csv");
    for row in ["1,lost,,", "2,parcel found,,", "2,,,", "3,,,"] {
        assert!(csv.contains(&format!("\n{row}")), "no {row} in\n{csv}");
    }
    folder.codegen(&["export", "--format", "csv"]).assert(
        0,
        &["table,code,name,zh\nd,3,,没了\n"],
        &[],
    );
}

#[test]
fn failed_imports_help_and_write_nothing() {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("empty.md", "# Nothing\n\nNo table here.\n");
    folder.write("one.md", "| code | text |\n|-|-|\n| 1 | one |\n");
    folder.write(
        "words.md",
        "| who | what |\n|-|-|\n| some one | some thing |\n",
    );
    folder.write("broken.xlsx", b"PK\x03\x04 and no more");
    folder.write("codes.pdf", b"%PDF-1.7\n\xff");
    folder.write("gbk.md", b"| \xd6\xd0 | \xce\xc4 |\n");
    folder.write("taken.csv", "code,name,en\n");
    let files = folder.files();
    for (arguments, messages) in [
        (
            &["import", "none.md"][..],
            [
                "failed to read `none.md`",
                "pass the path of a Markdown, HTML, reStructuredText, CSV, TSV or XLSX file",
            ],
        ),
        (
            &["import", "empty.md"],
            [
                "no tables found in `empty.md`",
                "copy the table into a spreadsheet",
            ],
        ),
        (
            &["import", "codes.pdf"],
            [
                "`codes.pdf` is a PDF, which is not supported",
                "copy the table into a spreadsheet",
            ],
        ),
        (
            &["import", "gbk.md"],
            ["`gbk.md` is not UTF-8", "save it as UTF-8"],
        ),
        (
            &["import", "broken.xlsx"],
            [
                "`broken.xlsx` is not a valid XLSX workbook",
                "save it as XLSX or CSV",
            ],
        ),
        (
            &["import", "one.md", "--table", "2"],
            ["no table 2 in `one.md`", "to list its tables"],
        ),
        (
            &["import", "one.md", "--table", "0"],
            ["no table 0", "to list its tables"],
        ),
        (
            &["import", "words.md", "--table", "1"],
            [
                "cannot tell which column holds the codes: who | what",
                "--columns code=HEADER",
            ],
        ),
        (
            &["import", "one.md", "--table", "1", "--name", "taken"],
            ["`taken.csv` already exists", "pass another `--name`"],
        ),
        (
            &["import", "one.md", "--table", "1", "--name", "../up"],
            [
                "invalid table name `../up`",
                "relative to the catalog's directory",
            ],
        ),
        (
            &["import", "one.md", "--name", "x"],
            ["--table", "required"],
        ),
    ] {
        folder.codegen(arguments).assert(2, &[], &messages);
        assert_eq!(folder.files(), files, "{arguments:?}");
    }
}

/// If the second file cannot be written, the first one is not left behind.
#[test]
fn import_writes_both_files_or_none() {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("one.md", "| code | text |\n|-|-|\n| 1 | one |\n");
    // A directory in place of the second file.
    fs::create_dir_all(Path::new(folder.path()).join("new.toml/in-the-way")).unwrap();
    folder
        .codegen(&["import", "one.md", "--table", "1", "--name", "new"])
        .assert(2, &[], &["`new.toml` already exists"]);
    assert_eq!(folder.files(), ["catalog.toml", "one.md"]);
}
