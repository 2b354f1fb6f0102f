//! What is as large as it may be works; what is larger is an error that says where, and by how much. Small inputs past a
//! limit are in `fixtures/fail`. Those of documents are tested with the command line.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use codegen::Builder;

const CATALOG: &str = "languages = [\"en\"]\ntables = [\"shop\"]\n";
const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";
const ROWS: &str = "code,name,en\n1,order lost,The order is lost\n";

/// Generates from a small catalog, some files of which are others.
fn generate<const N: usize>(others: [(&str, String); N]) -> Result<codegen::Output, String> {
    let mut files = BTreeMap::from([
        (PathBuf::from("catalog.toml"), CATALOG.as_bytes().to_vec()),
        ("shop.toml".into(), TABLE.as_bytes().to_vec()),
        ("shop.csv".into(), ROWS.as_bytes().to_vec()),
    ]);
    files.extend(others.map(|(name, text)| (name.into(), text.into_bytes())));
    let output = Builder::new("catalog.toml").files(files).generate();
    output.map_err(|errors| errors.to_string())
}

/// The first is fine, the second an error of this text.
#[track_caller]
fn assert_limit(file: &str, at: String, past: String, error: &str) {
    if let Err(errors) = generate([(file, at)]) {
        panic!("at the limit: {errors}");
    }
    let errors = generate([(file, past)]).expect_err("past the limit");
    assert!(errors.contains(error), "{errors}");
}

#[test]
fn a_cell_of_as_many_characters_as_a_spreadsheets() {
    let rows = |length| ROWS.replace("The order is lost", &"单".repeat(length));
    let error =
        "shop.csv:2:14: error: the length of the cell is past the limit of 32,767 characters";
    assert_limit("shop.csv", rows(32_767), rows(32_768), error);
}

#[test]
fn a_thousand_columns() {
    // Spreadsheets leave empty ones at the end.
    let rows = |empty| ROWS.replace('\n', &format!("{}\n", ",".repeat(empty)));
    let error = "shop.csv:1:1011: error: the number of columns is past the limit of 1,000 columns";
    assert_limit("shop.csv", rows(997), rows(998), error);
}

#[test]
fn as_many_rows_as_a_spreadsheet_has() {
    let rows = |empty| format!("{ROWS}{}", ",\n".repeat(empty));
    let error = "shop.csv:1048577:1: error: the number of rows is past the limit of 1,048,576 rows";
    assert_limit("shop.csv", rows(1_048_574), rows(1_048_575), error);
}

#[test]
fn a_hundred_languages() {
    let tags: Vec<String> = (0..101_u8)
        .map(|number| {
            format!(
                "{}{}",
                char::from(b'a' + number / 26),
                char::from(b'a' + number % 26)
            )
        })
        .collect();
    let header = format!(
        "code,name,{}\n1,order lost{}\n",
        tags[..100].join(","),
        ",The order is lost".repeat(100)
    );
    let catalog = |languages| {
        format!("languages = {languages:?}\ntables = [\"shop\"]\n[lints]\nscript = \"allow\"\n")
    };
    if let Err(errors) = generate([
        ("catalog.toml", catalog(&tags[..100])),
        ("shop.csv", header),
    ]) {
        panic!("{errors}");
    }
    let errors = generate([("catalog.toml", catalog(&tags))]).expect_err("past the limit");
    assert!(
        errors.starts_with(
            "catalog.toml:1:614: error: the number of languages is past the limit of 100 languages"
        ),
        "{errors}"
    );
}

#[test]
fn a_module_of_128_characters() {
    let table = |length: usize| TABLE.replace("shop", &"a".repeat(length));
    let error = "shop.toml:1:10: error: the length of the module's path is past the limit of 128 characters";
    assert_limit("shop.toml", table(128), table(129), error);
}

/// No key needs as many: they are a mistake in any case, but of another kind.
#[test]
fn sixteen_levels_of_tables_and_arrays() {
    let catalog = |levels: usize| {
        format!(
            "{CATALOG}rule = {}{}\n",
            "[".repeat(levels),
            "]".repeat(levels)
        )
    };
    let errors = |levels| generate([("catalog.toml", catalog(levels))]).unwrap_err();
    assert!(errors(16).starts_with("catalog.toml:3:"), "{}", errors(16));
    assert!(!errors(16).contains("limit"), "{}", errors(16));
    let past = "catalog.toml:3:24: error: the depth of nesting is past the limit of 16 levels";
    assert!(errors(17).starts_with(past), "{}", errors(17));
}

/// Ten thousand codes in one cell, and no more unless the table says so; a million in all.
#[test]
fn codes_of_ranges_count_one_by_one() {
    let rows = |range: &str| ROWS.replace("1,", &format!("{range},"));
    let error = "shop.csv:2:1: error: the range stands for 10001 codes; at most 10000 are allowed";
    assert_limit("shop.csv", rows("00000-09999"), rows("00000-10000"), error);
    let table = TABLE.replace("digits\"", "digits\", max_range = 4000000000");
    let past = [("shop.csv", rows("0000000-1000000")), ("shop.toml", table)];
    let errors = generate(past).expect_err("past the limit");
    let error =
        "shop.csv:2:1: error: the number of the table's codes is past the limit of 1,000,000 codes";
    assert!(errors.contains(error), "{errors}");
}

#[test]
fn codes_of_all_tables_count_together() {
    let mut others = vec![("catalog.toml".to_owned(), String::new())];
    for number in 0..5 {
        let table = TABLE.replace("digits\"", "digits\", max_range = 1000000");
        let table = table.replace("ReturnCode", &format!("Code{number}"));
        let last = if number == 4 { "0000000" } else { "0999999" };
        let rows = ROWS.replace("1,", &format!("0000000-{last},"));
        others.push((format!("t{number}.toml"), table));
        others.push((format!("t{number}.csv"), rows));
    }
    others[0].1 =
        "languages = [\"en\"]\ntables = [\"t0\", \"t1\", \"t2\", \"t3\", \"t4\"]\n".to_owned();
    let files = others
        .into_iter()
        .map(|(name, text)| (name.into(), text.into_bytes()));
    let errors = Builder::new("catalog.toml")
        .files(files.collect())
        .generate()
        .unwrap_err();
    let errors = errors.to_string();
    assert!(errors.starts_with("catalog.toml:2:35: error: the number of the catalog's codes is past the limit of 4,000,000 codes"), "{errors}");
}

#[test]
fn a_thousand_tables() {
    let names: Vec<String> = (0..1001).map(|number| format!("t{number}")).collect();
    let mut files = BTreeMap::new();
    files.insert(
        PathBuf::from("catalog.toml"),
        format!("languages = [\"en\"]\ntables = {names:?}\n").into_bytes(),
    );
    for name in &names {
        files.insert(
            format!("{name}.toml").into(),
            TABLE
                .replace("ReturnCode", &format!("Code{name}"))
                .into_bytes(),
        );
        files.insert(format!("{name}.csv").into(), ROWS.as_bytes().to_vec());
    }
    let errors = Builder::new("catalog.toml")
        .files(files.clone())
        .generate()
        .unwrap_err();
    // Those before it are fine.
    assert_eq!(errors.error_count(), 1, "{errors}");
    let error =
        "catalog.toml:2:7901: error: the number of tables is past the limit of 1,000 tables";
    assert!(errors.to_string().starts_with(error), "{errors}");
}

#[test]
fn a_thousand_findings_are_shown() {
    let rows = |mistakes| {
        let mut rows = "code,name,en\n".to_owned();
        for number in 0..mistakes {
            let _ = writeln!(rows, "x{number},order lost,The order is lost");
        }
        rows
    };
    let errors = generate([("shop.csv", rows(999))]).unwrap_err();
    assert!(
        errors.contains("shop.csv:1000:1: error: ") && !errors.contains("limit"),
        "{errors}"
    );
    let errors = generate([("shop.csv", rows(1003))]).unwrap_err();
    let beyond = "shop.csv:1002:1: error: the number of findings is past the limit of 1,000 findings: 4 more are not shown";
    assert!(errors.contains(beyond), "{errors}");
    assert!(!errors.contains("shop.csv:1003:1"), "{errors}");
}

/// A file that has a mistake in each of its many bytes, all in one line.
#[test]
fn of_a_long_line_the_part_around_the_place_is_shown() {
    let errors = generate([("shop.csv", "\u{1}单".repeat(100_000))]).unwrap_err();
    assert!(
        errors.contains("shop.csv:1:1999: error: a control character, U+0001"),
        "{}",
        &errors[..2000]
    );
    assert!(errors.len() < 10_000_000, "{}", errors.len());
}
