//! Limits: input at a limit is read, larger input is an error with its place and the limit.

use std::fs::File;

use crate::support::Folder;
use crate::support::workbook::Value::Text;
use crate::support::workbook::{Sheet, workbook};

const CATALOG: &str = "languages = [\"en\"]\ntables = [\"shop\"]\n";
const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";

#[test]
fn a_large_file_is_reported_where_it_is_named() {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("shop.toml", TABLE);
    // A sparse file: it takes no space on the disk.
    let file = File::create(folder.path().join("shop.csv")).unwrap();
    file.set_len((256 << 20) + 1).unwrap();
    let message = "`shop.csv`: file size exceeds the limit of 256 MiB";
    folder
        .codegen(&["--check"])
        .assert(2, &[], &["catalog.toml:2:11", message]);
    let file = File::create(folder.path().join("catalog.toml")).unwrap();
    file.set_len((256 << 20) + 1).unwrap();
    folder.codegen(&["--check"]).assert(
        2,
        &[],
        &["catalog.toml", "file size exceeds the limit of 256 MiB"],
    );
}

/// Asserts that `import` refuses the document for this reason.
#[track_caller]
fn assert_refused(name: &str, document: impl AsRef<[u8]>, why: &str) {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write(name, document);
    let run = folder.codegen(&["import", name]);
    run.assert(2, &[], &[&format!("`{name}`: {why}"), "help: "]);
}

#[track_caller]
fn assert_read(name: &str, document: impl AsRef<[u8]>, table: &str) {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write(name, document);
    folder.codegen(&["import", name]).assert(0, &[table], &[]);
}

#[test]
fn a_large_document_is_refused() {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    for name in ["large.md", "large.html", "large.xlsx"] {
        let file = File::create(folder.path().join(name)).unwrap();
        file.set_len((16 << 20) + 1).unwrap();
        let message = format!("`{name}`: document size exceeds the limit of 16 MiB");
        folder
            .codegen(&["import", name])
            .assert(2, &[], &[&message, "help: "]);
    }
}

/// One wide row makes all rows wide.
#[test]
fn a_table_with_too_many_cells_is_refused() {
    let header: String = (0..2000).map(|column| format!("a{column} | ")).collect();
    let table = |rows: usize| format!("| {header}\n{}", "| 1 | b |\n".repeat(rows));
    assert_read("wide.md", table(499), "line 1, 499 rows");
    let why = "line 1: too many cells in tables: the limit is 1,000,000";
    assert_refused("wide.md", table(500), why);
    // The tables of a document share the limit.
    let why = "line 502: too many cells in tables: the limit is 1,000,000";
    assert_refused("two.md", format!("{}\n{}", table(499), table(1)), why);
    let html = |rows: usize| {
        format!(
            "<table>{}{}</table>",
            "<tr><td>a<td>b".repeat(rows - 1),
            "<tr><td>c<td colspan=999>d"
        )
    };
    assert_read("wide.html", html(1000), "line 1, 1 row");
    let why = "line 1: too many cells in tables: the limit is 1,000,000";
    assert_refused("wide.html", html(1001), why);
}

#[test]
fn a_long_text_that_spans_many_cells_is_refused() {
    let text = "x".repeat(100_000);
    let rows = "<tr><td>1".repeat(100);
    let html = format!("<table><tr><td>code<td colspan=1000 rowspan=0>{text}{rows}</table>");
    let why = "line 1: total size of the texts in tables exceeds the limit of 256 MiB";
    assert_refused("long.html", html, why);
}

/// A cell of a grid table that spans all columns is the text of each of them.
#[test]
fn a_long_text_that_spans_a_grid_table_is_refused() {
    let (columns, text) = (1000, "x".repeat(270_000));
    let border = format!("{}+\n", "+--".repeat(columns));
    let header = format!("{}|\n", "|a ".repeat(columns));
    let table = format!("{border}{header}{border}| 1 |\n{border}| {text} |\n{border}");
    let why = "line 1: total size of the texts in tables exceeds the limit of 256 MiB";
    assert_refused("long.rst", table, why);
}

#[test]
fn lists_with_too_many_items_are_refused() {
    let why = "too many cells in tables: the limit is 1,000,000";
    let head = ".. list-table:: Codes\n";
    let rows = format!("{head}{}", "   * -\n".repeat(1_000_001));
    assert_refused("list.rst", rows, &format!("line 1: {why}"));
    let cells = format!("{head}   * -\n{}", "     -\n".repeat(1_000_000));
    assert_refused("list.rst", cells, &format!("line 1: {why}"));
    // Each item may become a row of two cells.
    let items = format!("# Codes\n{}", "- a\n".repeat(500_001));
    assert_refused("list.md", items, &format!("line 500001: {why}"));
    let headings = "#\n".repeat(500_001);
    assert_refused("list.md", headings, &format!("line 500001: {why}"));
}

#[test]
fn deeply_nested_elements_are_refused() {
    let html = |depth: usize| {
        let cell = format!("{}2{}", "<i>".repeat(depth), "</i>".repeat(depth));
        format!("\n<table><tr><td>code<td>text\n<tr><td>1<td>{cell}<tr><td>2<td>{cell}</table>")
    };
    // The table, its body, the row and the cell count too.
    assert_read("deep.html", html(252), "line 2, 2 rows");
    let why = "line 2: nesting depth of HTML elements exceeds the limit of 256 levels";
    assert_refused("deep.html", html(253), why);
    // End tags that close nothing do not reduce the depth.
    let mut deep = "<table><tr><td>".to_owned();
    deep.push_str(&"<b><div></b><span></i>".repeat(100_000));
    assert_refused("deep.html", deep, &why.replace("line 2", "line 1"));
}

/// Returns a workbook with the header of a table and one more cell.
fn book(place: &str) -> Vec<u8> {
    workbook(&[Sheet {
        name: "Sheet1",
        cells: &[
            ("A1", Text("code")),
            ("B1", Text("text")),
            (place, Text("far")),
        ],
        merged: &[],
    }])
}

#[test]
fn a_sheet_with_two_distant_cells_is_refused() {
    let book = book("XFD1048576");
    let why = "sheet 1: too many cells in tables: the limit is 1,000,000";
    assert_refused("far.xlsx", book, why);
}

/// The archive declares an unpacked size far beyond the packed size.
#[test]
fn a_zip_bomb_is_refused() {
    let mut book = book("A2");
    let is_entry = |bytes: &[u8]| bytes.starts_with(b"PK\x01\x02");
    let entries: Vec<usize> = (0..book.len())
        .filter(|at| is_entry(&book[*at..]))
        .collect();
    assert!(!entries.is_empty());
    // The unpacked size is at offset 24 of each entry in the archive's directory.
    for entry in entries {
        book[entry + 24..entry + 28].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    }
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("bomb.xlsx", &book);
    let run = folder.codegen(&["import", "bomb.xlsx"]);
    run.assert(
        2,
        &[],
        &[
            "`bomb.xlsx`: ",
            "unpacked size of the workbook exceeds the limit of 256 MiB",
        ],
    );
}
