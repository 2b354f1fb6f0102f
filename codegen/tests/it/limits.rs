//! A catalog at a limit is valid; beyond it, an error gives the limit and the place. The tests set small limits, so that
//! their inputs are small.

use std::collections::BTreeMap;
use std::path::PathBuf;

use codegen::{Builder, Limit, Limits};

const CATALOG: &str = "languages = [\"en\"]\ntables = [\"shop\"]\n";
const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";
const ROWS: &str = "code,name,en\n1,order lost,The order is lost\n";

/// Returns the files of a small catalog, with some of them replaced.
fn files<const N: usize>(others: [(&str, String); N]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::from([
        (PathBuf::from("catalog.toml"), CATALOG.as_bytes().to_vec()),
        ("shop.toml".into(), TABLE.as_bytes().to_vec()),
        ("shop.csv".into(), ROWS.as_bytes().to_vec()),
    ]);
    files.extend(others.map(|(name, text)| (name.into(), text.into_bytes())));
    files
}

/// Generates with one limit changed; returns the errors.
fn errors(
    files: &BTreeMap<PathBuf, Vec<u8>>,
    limit: fn(&mut Limits) -> &mut Limit,
    max: u64,
) -> Option<String> {
    let mut limits = Limits::default();
    limit(&mut limits).max = max;
    let builder = Builder::new("catalog.toml").files(files.clone());
    let result = builder.limits(limits).generate();
    result.err().map(|errors| errors.to_string())
}

/// Asserts that a limit of `count` is enough, and that the errors of a limit below it start with a text.
#[track_caller]
fn assert_limit<const N: usize>(
    others: [(&str, String); N],
    limit: fn(&mut Limits) -> &mut Limit,
    count: u64,
    error: &str,
) {
    let files = files(others);
    assert_eq!(errors(&files, limit, count), None, "at the limit");
    let errors = errors(&files, limit, count - 1).expect("beyond the limit");
    assert!(errors.starts_with(error), "{errors}");
}

#[test]
fn a_longer_cell_is_an_error() {
    let rows = ROWS.replace("The order is lost", &"单".repeat(20));
    let error = "shop.csv:2:14: error: cell length exceeds the limit of 19 characters";
    assert_limit(
        [("shop.csv", rows)],
        |limits| &mut limits.cell_length,
        20,
        error,
    );
}

#[test]
fn a_file_with_more_columns_is_an_error() {
    // Spreadsheets leave empty columns at the end.
    let rows = ROWS.replace('\n', ",,\n");
    let error = "shop.csv:1:15: error: too many columns: the limit is 4";
    assert_limit([("shop.csv", rows)], |limits| &mut limits.columns, 5, error);
}

#[test]
fn a_file_with_more_rows_is_an_error() {
    let rows = format!("{ROWS},\n,\n");
    let error = "shop.csv:4:1: error: too many rows: the limit is 3";
    assert_limit([("shop.csv", rows)], |limits| &mut limits.rows, 4, error);
}

#[test]
fn a_file_with_more_cells_is_an_error() {
    let error = "shop.csv:2:14: error: too many cells: the limit is 5";
    assert_limit([], |limits| &mut limits.cells, 6, error);
}

#[test]
fn a_file_with_more_bytes_is_an_error_where_it_is_named() {
    let size = TABLE.len().max(CATALOG.len()) as u64;
    let rows = format!("{ROWS}{}", "\n".repeat(TABLE.len() - ROWS.len()));
    let error = "catalog.toml:2:11: error: `shop.toml`: file size exceeds the limit of";
    assert_limit(
        [("shop.csv", rows)],
        |limits| &mut limits.file_size,
        size,
        error,
    );
    let errors = errors(&files([]), |limits| &mut limits.file_size, 1).unwrap();
    let error = "catalog.toml: error: file size exceeds the limit of 1 bytes";
    assert!(errors.starts_with(error), "{errors}");
}

#[test]
fn a_catalog_with_more_languages_is_an_error() {
    let catalog = CATALOG.replace("\"en\"", "\"en\", \"de\"");
    let rows = "code,name,en,de\n1,order lost,The order is lost,Verloren\n".to_owned();
    let error = "catalog.toml:1:20: error: too many languages: the limit is 1";
    assert_limit(
        [("catalog.toml", catalog), ("shop.csv", rows)],
        |limits| &mut limits.languages,
        2,
        error,
    );
}

#[test]
fn a_catalog_with_more_rules_is_an_error() {
    let rule =
        "[[rule]]\ndoc = \"d\"\nwhen = { name = [\"lost\"] }\nexpect = { name = [\"order\"] }\n";
    let catalog = format!("{CATALOG}{rule}{rule}");
    assert_limit(
        [("catalog.toml", catalog)],
        |limits| &mut limits.rules,
        2,
        "catalog.toml:7:1: error: too many rules: the limit is 1",
    );
}

#[test]
fn a_longer_module_is_an_error() {
    let error =
        "shop.toml:1:10: error: length of the module path exceeds the limit of 3 characters";
    assert_limit([], |limits| &mut limits.module_length, 4, error);
}

/// No key has as many levels as the default allows: deeper ones are an error in any case, but of another kind.
#[test]
fn deeper_tables_and_arrays_are_an_error() {
    let catalog = format!("{CATALOG}rule = [[[]]]\n");
    let files = files([("catalog.toml", catalog)]);
    let errors = |max| errors(&files, |limits| &mut limits.nesting, max).unwrap();
    assert!(!errors(3).contains("limit"), "{}", errors(3));
    let error = "catalog.toml:3:10: error: nesting depth exceeds the limit of 2 levels";
    assert!(errors(2).starts_with(error), "{}", errors(2));
}

#[test]
fn each_code_of_a_range_counts_towards_the_limit_of_the_table() {
    let rows = format!("{ROWS}2-4,order late,The order is late\n");
    let error = "shop.csv:3:1: error: too many codes in the table: the limit is 3";
    assert_limit([("shop.csv", rows)], |limits| &mut limits.codes, 4, error);
}

#[test]
fn a_range_of_more_codes_than_the_table_allows_is_an_error() {
    let rows = |range: &str| files([("shop.csv", ROWS.replace("1,", &format!("{range},")))]);
    let unlimited = |files| errors(&files, |limits| &mut limits.codes, u64::MAX);
    assert_eq!(unlimited(rows("00000-09999")), None);
    let errors = unlimited(rows("00000-10000")).unwrap();
    let error = "shop.csv:2:1: error: range covers 10,001 codes, expected at most 10,000";
    assert!(errors.starts_with(error), "{errors}");
}

#[test]
fn the_codes_of_all_tables_count_together() {
    let catalog = CATALOG.replace("\"shop\"", "\"shop\", \"post\"");
    let post = TABLE.replace("shop", "post");
    let error = "catalog.toml:2:19: error: too many codes in the catalog: the limit is 1";
    assert_limit(
        [
            ("catalog.toml", catalog),
            ("post.toml", post),
            ("post.csv", ROWS.to_owned()),
        ],
        |limits| &mut limits.all_codes,
        2,
        error,
    );
}

#[test]
fn a_catalog_with_more_tables_is_an_error() {
    let catalog = CATALOG.replace("\"shop\"", "\"shop\", \"post\"");
    let post = TABLE.replace("shop", "post");
    let error = "catalog.toml:2:19: error: too many tables: the limit is 1";
    assert_limit(
        [
            ("catalog.toml", catalog),
            ("post.toml", post),
            ("post.csv", ROWS.to_owned()),
        ],
        |limits| &mut limits.tables,
        2,
        error,
    );
}

#[test]
fn the_texts_of_a_range_count_for_each_of_its_codes() {
    let rows = ROWS.replace("1,", "1-3,");
    let row = "1order lostThe order is lost".len() as u64;
    let error = "shop.csv:2:1: error: total size of the texts exceeds the limit of";
    assert_limit(
        [("shop.csv", rows)],
        |limits| &mut limits.texts,
        3 * row,
        error,
    );
}

#[test]
fn diagnostics_beyond_the_limit_are_counted() {
    let mut rows = "code,name,en\n".to_owned();
    for number in 0..5 {
        rows.push_str(&format!(
            "{number},order({number},The order {number} is lost\n"
        ));
    }
    let files = files([("shop.csv", rows)]);
    let all = errors(&files, |limits| &mut limits.diagnostics, 5).unwrap();
    assert!(
        all.contains("shop.csv:6:3: error: ") && !all.contains("not shown"),
        "{all}"
    );
    let some = errors(&files, |limits| &mut limits.diagnostics, 3).unwrap();
    let beyond = "\nerror: 2 more errors not shown (the limit is 3)";
    assert!(some.contains(beyond), "{some}");
    assert!(!some.contains("shop.csv:6:3"), "{some}");
}

/// A long line with an error in its middle.
#[test]
fn the_excerpt_of_a_long_line_is_the_part_around_the_place() {
    let half = "单".repeat(100_000);
    let files = files([("shop.csv", format!("{half}\u{1}{half}"))]);
    let errors = errors(&files, |limits| &mut limits.diagnostics, 10).unwrap();
    let place = "shop.csv:1:100001: error: control character U+0001";
    assert!(errors.contains(place), "{errors}");
    assert!(errors.len() < 1_000, "{}", errors.len());
}
