//! `codegen reconcile`: matching tables, writing changes, and errors.

mod matching;

use crate::support::Folder;
use crate::support::workbook::Value::{Number, Text};
use crate::support::workbook::{Sheet, workbook};

const CATALOG: &str = "languages = [\"zh\", \"en\"]\ntables = [\"shop\"]\n";

const SHOP: &str =
    "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 4 }\n";

/// A file as a spreadsheet saves it: byte order mark, Windows line breaks, empty cells at the end of lines.
const ROWS: &str = "\u{feff}code,name,zh,en,printed.code,printed.zh,note,,\r\n\
    0001,\"lost\",,Lost,0001,\"丢失, 了\",\"a \"\"note\"\"\",,\r\n\
    \r\n\
    0002,found,找到了,Found,[0002],找到,,,\r\n\
    0003,kept,,Kept,0003,保留,,,";

const DOCUMENT: &str = "\
Codes
| 返回码 | 描述 |
| --- | --- |
| 0001 | 丢失, 了 |
| [0002] | 找到 |
| 0003 | 保留 |
";

fn shop() -> Folder {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("shop.toml", SHOP);
    folder.write("shop.csv", ROWS);
    folder.write("document.txt", DOCUMENT);
    folder
}

#[test]
fn a_faithful_table_is_not_changed() {
    let folder = shop();
    let same = "shop: 3 unchanged, 0 changed, 0 added, 0 removed, 0 reordered\n";
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(0, &[same], &[]);
    folder
        .codegen(&["reconcile", "shop", "document.txt", "--write"])
        .assert(0, &[same], &["`shop.csv` already matches the document"]);
    assert_eq!(folder.read("shop.csv"), ROWS);
}

#[test]
fn an_absurd_width_does_not_pad_codes() {
    let folder = shop();
    folder.edit("shop.toml", "width = 4", "width = 9000000000000000000");
    let same = "shop: 3 unchanged, 0 changed, 0 added, 0 removed, 0 reordered\n";
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(0, &[same], &[]);
}

#[test]
fn unchanged_bytes_stay() {
    let folder = shop();
    folder.edit(
        "document.txt",
        "| 0001 |",
        "| 0000 | new, \"quoted\" |\n| 0001 |",
    );
    folder.edit("document.txt", "| 找到 |", "| 找到，了 |");
    folder.edit(
        "document.txt",
        "| 0003 | 保留 |\n",
        "| 0003 | 保留 |\n| 0004 | 完 |\n| 0005 | 终 |\n",
    );
    folder
        .codegen(&["reconcile", "shop", "document.txt", "--write"])
        .assert(
            0,
            &[
                "added      0000  new, \"quoted\"\n",
                "changed    0002  zh: 找到{+，了+}\n",
                "added      0004  完\n",
            ],
            &["review the marked rows"],
        );
    let task = "new in the document: check the name; translate to en";
    let open = "new in the document: choose a name; translate to en";
    let expected = [
        "\u{feff}code,name,zh,en,printed.code,printed.zh,note,review,,\r\n".to_owned(),
        format!("0000,new,,,0000,\"new, \"\"quoted\"\"\",,{task}\r\n"),
        "0001,\"lost\",,Lost,0001,\"丢失, 了\",\"a \"\"note\"\"\",,\r\n\r\n".to_owned(),
        "0002,found,找到了,Found,[0002],找到，了,,zh changed in the document (was `找到`),,\r\n"
            .to_owned(),
        "0003,kept,,Kept,0003,保留,,,\r\n".to_owned(),
        format!("0004,,,,0004,完,,{open}\r\n0005,,,,0005,终,,{open}"),
    ];
    assert_eq!(folder.read("shop.csv"), expected.concat());
    // Marked rows can be reconciled with another edition; marks accumulate.
    folder.edit("document.txt", "| 找到，了 |", "| 找着了 |");
    folder
        .codegen(&["reconcile", "shop", "document.txt", "--write"])
        .assert(0, &["5 unchanged, 1 changed"], &[]);
    let marks =
        "zh changed in the document (was `找到`); zh changed in the document (was `找到，了`)";
    let marked = expected.concat().replace(
        "找到，了,,zh changed in the document (was `找到`)",
        &format!("找着了,,{marks}"),
    );
    assert_eq!(folder.read("shop.csv"), marked);
}

#[test]
fn marks_are_not_repeated() {
    let folder = shop();
    folder.edit("document.txt", "| 0003 | 保留 |\n", "");
    let write = || {
        let run = folder.codegen(&["reconcile", "shop", "document.txt", "--write"]);
        run.assert(0, &["removed    0003\n"], &[]);
        folder.read("shop.csv")
    };
    let once = write();
    assert!(once.contains("no longer in the document"), "{once}");
    assert_eq!(write(), once);
}

#[test]
fn reordered_rows_are_moved() {
    let folder = shop();
    folder.edit("document.txt", "| 0001 | 丢失, 了 |\n", "");
    folder.edit(
        "document.txt",
        "| 0003 | 保留 |\n",
        "| 0003 | 保留 |\n| 0001 | 丢失, 啦 |\n| 0004 | 新 |\n",
    );
    let report = "reordered  0001  now after 0003\nchanged    0001  zh: 丢失, {-了-}{+啦+}\nadded      0004  新\n";
    let report = report.replace("{-", "[-").replace("-}", "-]");
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(1, &[&report], &[]);
    folder
        .codegen(&["reconcile", "shop", "document.txt", "--write"])
        .assert(0, &[&report], &["wrote shop.csv"]);
    let moved = [
        "\u{feff}code,name,zh,en,printed.code,printed.zh,note,review,,\r\n",
        "\r\n",
        "0002,found,找到了,Found,[0002],找到,,,\r\n",
        "0003,kept,,Kept,0003,保留,,,\r\n",
        "0001,\"lost\",,Lost,0001,\"丢失, 啦\",\"a \"\"note\"\"\",\"zh changed in the document (was `丢失, 了`)\",,\r\n",
        "0004,,,,0004,新,,new in the document: choose a name; translate to en",
    ];
    assert_eq!(folder.read("shop.csv"), moved.concat());
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(0, &["4 unchanged"], &[]);
}

/// The document lists a code several times, in another order.
#[test]
fn repeated_codes_are_paired_by_their_texts() {
    let folder = shop();
    folder.write(
        "shop.csv",
        "code,name,zh,en,printed.code,printed.zh\n0001,lost,,Lost,0001,丢失\n0001,,,Gone,0001,没了\n0002,found,,Found,0002,找到\n",
    );
    let table = |first: &str, second: &str| {
        let rows = format!("| 0001 | {first} |\n| 0001 | {second} |\n| 0002 | 找到 |\n");
        folder.write("document.txt", format!("| 返回码 | 描述 |\n|-|-|\n{rows}"));
        folder.codegen(&["reconcile", "shop", "document.txt"])
    };
    table("丢失", "没了").assert(0, &["3 unchanged, 0 changed"], &[]);
    table("没了", "丢失").assert(1, &["0 changed, 0 added, 0 removed, 1 reordered"], &[]);
    table("没了", "丢").assert(1, &["zh: 丢[-失-]\n", "1 changed"], &[]);
    table("丢失", "没").assert(1, &["zh: 没[-了-]\n", "2 unchanged, 1 changed"], &[]);
}

#[test]
fn ignored_texts_are_not_differences() {
    let folder = shop();
    folder.edit("document.txt", "| 0003 |", "| 其他 | 再见 |\n| 0003 |");
    let reconcile = ["reconcile", "shop", "document.txt"];
    folder
        .codegen(&reconcile)
        .assert(1, &["3 unchanged"], &["row 3: `其他` is not a code"]);
    folder.write(
        "shop.toml",
        format!("{SHOP}ignored = {{ \"其他\" = \"not a code\" }}\n"),
    );
    let run = folder.codegen(&reconcile);
    run.assert(0, &["3 unchanged"], &[]);
    assert_eq!(run.stderr, "");
}

#[test]
fn names_of_a_list_are_filled_in() {
    let folder = shop();
    folder.edit("shop.csv", "0003,kept,", "0003,,");
    folder.edit("shop.csv", ",note,,\r\n", ",note,review,\r\n");
    folder.edit(
        "shop.csv",
        "保留,,,",
        "保留,,imported: choose a name; translate to en,",
    );
    folder.edit("document.txt", "| 0003 |", "| 0004 | 新 |\n| 0003 |");
    folder.write(
        "names.csv",
        "code,name\n0001,other\n0003,parcel kept\n0004,brand new\n",
    );
    folder
        .codegen(&[
            "reconcile",
            "shop",
            "document.txt",
            "--names",
            "names.csv",
            "--write",
        ])
        .assert(0, &["added      0004"], &["wrote shop.csv"]);
    let csv = folder.read("shop.csv");
    for line in [
        "\r\n0001,\"lost\",",
        "\r\n0004,brand new,,,0004,新,,new in the document: check the name; translate to en\r\n",
        "\r\n0003,parcel kept,,Kept,0003,保留,,imported: check the name; translate to en,",
    ] {
        assert!(csv.contains(line), "no {line:?} in\n{csv}");
    }
}

#[test]
fn retired_rows_may_be_absent_from_the_document() {
    let folder = shop();
    folder.edit("document.txt", "| 0003 | 保留 |\n", "");
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(1, &["removed    0003\n"], &[]);
    folder.edit("shop.csv", ",note,,\r\n", ",note,retired,\r\n");
    folder.edit("shop.csv", "保留,,,", "保留,,since V2: no longer sent,");
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(0, &["3 unchanged"], &[]);
}

#[test]
fn leading_zeros_that_a_workbook_drops_are_restored() {
    let sheet = Sheet {
        name: "Sheet1",
        cells: &[
            ("A1", Text("返回码")),
            ("B1", Text("描述")),
            ("A2", Number(1)),
            ("B2", Text("丢失, 了")),
            ("A3", Text("[0002]")),
            ("B3", Text("找到")),
            ("A4", Number(3)),
            ("B4", Text("保留")),
        ],
        merged: &[],
    };
    let folder = shop();
    folder.write("document.xlsx", workbook(&[sheet]));
    folder
        .codegen(&["reconcile", "shop", "document.xlsx"])
        .assert(0, &["3 unchanged, 0 changed"], &[]);
}

#[test]
fn skipped_rows_prevent_writing() {
    let folder = shop();
    folder.edit(
        "document.txt",
        "| 0003 | 保留 |\n",
        "| 0003 | 保留 |\n| O004 | 完 |\n",
    );
    let skipped = "row 4: invalid code `O004`: expected digits";
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(1, &["3 unchanged"], &[skipped]);
    folder
        .codegen(&["reconcile", "shop", "document.txt", "--write"])
        .assert(2, &[], &[skipped, "nothing written"]);
    assert_eq!(folder.read("shop.csv"), ROWS);
}

#[test]
fn failed_comparisons_help_and_write_nothing() {
    let folder = shop();
    folder.write("none.txt", "No table.\n");
    folder.write(
        "other.txt",
        "| code | text |\n|-|-|\n| 7001 | a |\n| 7002 | b |\n",
    );
    let other = "\nThe same again\n\n| 返回码 | 描述 |\n| --- | --- |\n| 0001 | 丢失, 了 |\n| [0002] | 找到 |\n";
    folder.write(
        "twice.txt",
        format!("{DOCUMENT}{other}").replace("找到", "找着"),
    );
    folder.write("plain.toml", SHOP.replace("ReturnCode", "Plain"));
    folder.write("plain.csv", "code,name,zh,en\n0001,lost,丢失,Lost\n");
    folder.write("bad.toml", SHOP.replace("ReturnCode", "Bad"));
    folder.write("bad.csv", "code,name,zh,en\n0001,lost\n");
    folder.edit(
        "catalog.toml",
        "[\"shop\"]",
        "[\"shop\", \"plain\", \"bad\"]",
    );
    let files = folder.files();
    for (table, document, messages) in [
        (
            "ship",
            "document.txt",
            [
                "unknown table `ship`",
                "there is a table with a similar name: `shop`",
            ],
        ),
        (
            "wholly-else",
            "document.txt",
            [
                "unknown table `wholly-else`",
                "use one of the tables: shop, plain, bad",
            ],
        ),
        (
            "bad",
            "document.txt",
            ["bad.csv:2:", "add the missing cells"],
        ),
        (
            "plain",
            "document.txt",
            ["table `plain` has no `printed.*` columns", "printed.code"],
        ),
        (
            "shop",
            "missing.txt",
            ["failed to read `missing.txt`", "pass the path"],
        ),
        (
            "shop",
            "none.txt",
            [
                "no tables found in `none.txt`",
                "copy the table into a spreadsheet",
            ],
        ),
        (
            "shop",
            "other.txt",
            [
                "no table in `other.txt` matches `shop`:",
                "  1: line 1, 2 rows\nhelp: choose one with `--table N`",
            ],
        ),
        (
            "shop",
            "twice.txt",
            [
                "several tables in `twice.txt` match `shop`",
                "choose one with `--table N`",
            ],
        ),
    ] {
        folder
            .codegen(&["reconcile", table, document, "--write"])
            .assert(2, &[], &messages);
        assert_eq!(folder.files(), files);
        assert_eq!(folder.read("shop.csv"), ROWS);
    }
    folder
        .codegen(&["reconcile", "shop", "twice.txt", "--table", "1"])
        .assert(1, &["2 unchanged, 1 changed"], &[]);
    folder
        .codegen(&["reconcile", "shop", "other.txt", "--columns", "cod=1"])
        .assert(2, &[], &["unknown column `cod`", "similar name: `code`"]);
    folder
        .codegen(&["reconcile", "shop", "twice.txt", "--table", "2"])
        .assert(1, &["removed    0003"], &[]);
    folder
        .codegen(&["reconcile", "shop", "twice.txt", "--table", "3"])
        .assert(2, &[], &["no table 3"]);
}
