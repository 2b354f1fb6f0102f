//! The columns and tables of a document that match those of a table.

use super::shop;
use crate::support::Folder;

#[test]
fn the_column_of_printed_codes_may_be_missing() {
    let folder = shop();
    folder.write(
        "shop.csv",
        "code,name,zh,en,printed.zh\n0001,lost,,Lost,丢失\n0002,found,,Found,找到\n",
    );
    folder.write(
        "document.txt",
        "| x | y |\n|-|-|\n| [0001] | 丢失 |\n| 0002 | 找着 |\n",
    );
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(
            1,
            &[
                "changed    0002  zh: 找[-到-]{+着+}\n",
                "1 unchanged, 1 changed, 0 added",
            ],
            &[],
        );
}

/// A column that the document does not have cannot differ.
#[test]
fn columns_of_another_document_are_not_compared() {
    let folder = shop();
    folder.edit(
        "shop.csv",
        "printed.zh,note,,",
        "printed.zh,note,printed.en,",
    );
    folder.edit("shop.csv", "保留,,,", "保留,,KEPT,");
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(
            0,
            &["3 unchanged"],
            &[
                "no column of the document matches `printed.en`",
                "--columns en=HEADER",
            ],
        );
}

#[test]
fn several_tables_become_one() {
    let folder = Folder::new();
    folder.write(
        "catalog.toml",
        "languages = [\"zh\"]\ntables = [\"codes\"]\n",
    );
    let table = |header: &str, rows: &str| format!("\n{header}\n|--|--|\n{rows}\n");
    let first = table(
        "| 状态码 | 描述 |",
        "| 7001 | 标签无效 |\n| 7002 | 尺寸无效 |",
    );
    let second = table("| 名称 | 值 |", "| 甲 | 乙 |");
    let third = table("| 说明 | 状态码 |", "| 超时 | 8001 |\n| 尺寸不符 | 7002 |");
    folder.write("codes.md", [first, second, third].concat());
    folder
        .codegen(&["import", "codes.md", "--table", "1,3"])
        .assert(
            0,
            &[],
            &["wrote codes.toml and codes.csv (4 rows to review)"],
        );
    assert!(folder.read("codes.toml").contains("repeated = { 7002 = "));
    for options in [&[][..], &["--table", "1,3"]] {
        folder
            .codegen(&[&["reconcile", "codes", "codes.md"], options].concat())
            .assert(0, &["codes: 4 unchanged, 0 changed"], &[]);
    }
    folder.edit("codes.md", "超时", "超时了");
    folder.codegen(&["reconcile", "codes", "codes.md"]).assert(
        2,
        &[],
        &["several tables in `codes.md` match `codes`", "--table N,N"],
    );
    folder
        .codegen(&["reconcile", "codes", "codes.md", "--table", "1,3"])
        .assert(1, &["changed    8001  zh: 超时{+了+}\n"], &[]);
    folder
        .codegen(&["import", "codes.md", "--table", "1,4", "--name", "more"])
        .assert(2, &[], &["no table 4 in `codes.md`"]);
}

#[test]
fn columns_are_matched_by_their_texts() {
    let folder = shop();
    // Unknown headers, and columns in another order.
    folder.write(
        "document.txt",
        "| x | y | z |\n|-|-|-|\n| 保留 | - | 0003 |\n| 找到 | - | [0002] |\n| 新 | - | 0009 |\n",
    );
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(1, &["added      0009  新\n", "removed    0001\n"], &[]);
    // Every text is new, and no column looks like codes.
    folder.write(
        "document.txt",
        "| x | y |\n|-|-|\n| no. 1 | 甲 |\n| no. 2 | 乙 |\n",
    );
    folder
        .codegen(&["reconcile", "shop", "document.txt", "--table", "1"])
        .assert(
            2,
            &[],
            &[
                "cannot match the columns of table 1 to `shop`: x | y",
                "--columns code=HEADER,zh=HEADER",
            ],
        );
    folder.edit("document.txt", "no. 1", "0001");
    folder.edit("document.txt", "no. 2", "0002");
    folder
        .codegen(&[
            "reconcile",
            "shop",
            "document.txt",
            "--columns",
            "code=x,zh=y",
        ])
        .assert(
            1,
            &["changed    0001  zh: [-丢失, 了-]{+甲+}\n", "2 changed"],
            &[],
        );
    folder.edit("document.txt", "| x | y |", "| 返回码 | 说明 |");
    folder
        .codegen(&["reconcile", "shop", "document.txt"])
        .assert(1, &["2 changed"], &[]);
}
