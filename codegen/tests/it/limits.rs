//! What is as large as it may be works; what is larger is an error that says where, and by how much. The limits are small
//! ones, so that their inputs are.

use std::collections::BTreeMap;
use std::path::PathBuf;

use codegen::{Builder, Limit, Limits};

const CATALOG: &str = "languages = [\"en\"]\ntables = [\"shop\"]\n";
const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";
const ROWS: &str = "code,name,en\n1,order lost,The order is lost\n";

/// A small catalog, some files of which are others.
fn files<const N: usize>(others: [(&str, String); N]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::from([
        (PathBuf::from("catalog.toml"), CATALOG.as_bytes().to_vec()),
        ("shop.toml".into(), TABLE.as_bytes().to_vec()),
        ("shop.csv".into(), ROWS.as_bytes().to_vec()),
    ]);
    files.extend(others.map(|(name, text)| (name.into(), text.into_bytes())));
    files
}

/// Generates within the default limits but for one; gives the errors.
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

/// So many are allowed, and with one fewer the error starts like this.
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
fn a_cell_of_more_characters_is_an_error() {
    let rows = ROWS.replace("The order is lost", &"单".repeat(20));
    let error = "shop.csv:2:14: error: the length of the cell is past the limit of 19 characters";
    assert_limit(
        [("shop.csv", rows)],
        |limits| &mut limits.cell_length,
        20,
        error,
    );
}

#[test]
fn a_file_with_more_columns_is_an_error() {
    // Spreadsheets leave empty ones at the end.
    let rows = ROWS.replace('\n', ",,\n");
    let error = "shop.csv:1:15: error: the number of columns is past the limit of 4 columns";
    assert_limit([("shop.csv", rows)], |limits| &mut limits.columns, 5, error);
}

#[test]
fn a_file_with_more_rows_is_an_error() {
    let rows = format!("{ROWS},\n,\n");
    let error = "shop.csv:4:1: error: the number of rows is past the limit of 3 rows";
    assert_limit([("shop.csv", rows)], |limits| &mut limits.rows, 4, error);
}

#[test]
fn a_file_with_more_cells_is_an_error() {
    let error = "shop.csv:2:14: error: the number of cells is past the limit of 5 cells";
    assert_limit([], |limits| &mut limits.cells, 6, error);
}

#[test]
fn a_file_with_more_bytes_is_an_error_where_it_is_named() {
    let size = TABLE.len().max(CATALOG.len()) as u64;
    let rows = format!("{ROWS}{}", "\n".repeat(TABLE.len() - ROWS.len()));
    let error = "catalog.toml:2:11: error: shop.toml: the size of the file is past the limit of";
    assert_limit(
        [("shop.csv", rows)],
        |limits| &mut limits.file_size,
        size,
        error,
    );
    let errors = errors(&files([]), |limits| &mut limits.file_size, 1).unwrap();
    let error = "catalog.toml: error: the size of the file is past the limit of 1 bytes";
    assert!(errors.starts_with(error), "{errors}");
}

#[test]
fn a_catalog_with_more_languages_is_an_error() {
    let catalog = CATALOG.replace("\"en\"", "\"en\", \"de\"");
    let rows = "code,name,en,de\n1,order lost,The order is lost,Verloren\n".to_owned();
    let error =
        "catalog.toml:1:20: error: the number of languages is past the limit of 1 languages";
    assert_limit(
        [("catalog.toml", catalog), ("shop.csv", rows)],
        |limits| &mut limits.languages,
        2,
        error,
    );
}

#[test]
fn a_longer_module_is_an_error() {
    let error =
        "shop.toml:1:10: error: the length of the module's path is past the limit of 3 characters";
    assert_limit([], |limits| &mut limits.module_length, 4, error);
}

/// No key needs as many levels as are allowed: they are an error in any case, but of another kind.
#[test]
fn deeper_tables_and_arrays_are_an_error() {
    let catalog = format!("{CATALOG}rule = [[[]]]\n");
    let files = files([("catalog.toml", catalog)]);
    let errors = |max| errors(&files, |limits| &mut limits.nesting, max).unwrap();
    assert!(!errors(3).contains("limit"), "{}", errors(3));
    let error = "catalog.toml:3:10: error: the depth of nesting is past the limit of 2 levels";
    assert!(errors(2).starts_with(error), "{}", errors(2));
}

#[test]
fn a_table_with_more_codes_is_an_error_and_ranges_count_one_by_one() {
    let rows = format!("{ROWS}2-4,order late,The order is late\n");
    let error = "shop.csv:3:1: error: the number of the table's codes is past the limit of 3 codes";
    assert_limit([("shop.csv", rows)], |limits| &mut limits.codes, 4, error);
}

#[test]
fn a_range_of_more_codes_than_the_table_allows_is_an_error() {
    let rows = |range: &str| files([("shop.csv", ROWS.replace("1,", &format!("{range},")))]);
    let unlimited = |files| errors(&files, |limits| &mut limits.codes, u64::MAX);
    assert_eq!(unlimited(rows("00000-09999")), None);
    let errors = unlimited(rows("00000-10000")).unwrap();
    let error = "shop.csv:2:1: error: the range stands for 10001 codes; at most 10000 are allowed";
    assert!(errors.starts_with(error), "{errors}");
}

#[test]
fn the_codes_of_all_tables_count_together() {
    let catalog = CATALOG.replace("\"shop\"", "\"shop\", \"post\"");
    let post = TABLE.replace("shop", "post");
    let error =
        "catalog.toml:2:19: error: the number of the catalog's codes is past the limit of 1 codes";
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
    let error = "catalog.toml:2:19: error: the number of tables is past the limit of 1 tables";
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
    let error = "shop.csv:2:1: error: the texts of the catalog's codes is past the limit of";
    assert_limit(
        [("shop.csv", rows)],
        |limits| &mut limits.texts,
        3 * row,
        error,
    );
}

#[test]
fn findings_beyond_the_limit_are_counted() {
    let mut rows = "code,name,en\n".to_owned();
    for number in 0..5 {
        rows.push_str(&format!("x{number},order lost,The order is lost\n"));
    }
    let files = files([("shop.csv", rows)]);
    let all = errors(&files, |limits| &mut limits.findings, 5).unwrap();
    assert!(
        all.contains("shop.csv:6:1: error: ") && !all.contains("limit"),
        "{all}"
    );
    let some = errors(&files, |limits| &mut limits.findings, 3).unwrap();
    let beyond = "shop.csv:5:1: error: the number of findings is past the limit of 3 findings: 2 more are not shown";
    assert!(some.contains(beyond), "{some}");
    assert!(!some.contains("shop.csv:6:1"), "{some}");
}

/// A file that has an error in each of its many bytes, all in one line.
#[test]
fn of_a_long_line_the_part_around_the_place_is_shown() {
    let files = files([("shop.csv", "\u{1}单".repeat(100_000))]);
    let errors = errors(&files, |limits| &mut limits.findings, 10).unwrap();
    let last = "shop.csv:1:19: error: a control character, U+0001";
    assert!(errors.contains(last), "{errors}");
    assert!(errors.len() < 100_000, "{}", errors.len());
}
