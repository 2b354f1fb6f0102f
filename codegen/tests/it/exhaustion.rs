//! Small catalogs that could take gigabytes or hours: each fails soon.

use std::collections::BTreeMap;
use std::path::PathBuf;

use codegen::{Builder, Errors};

const CATALOG: &str = "languages = [\"en\"]\ntables = [\"codes\"]\n";
const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";
const ROW: &str = "code,name,en\n1,order paid,The order is paid\n";

fn errors(catalog: &str, table: &str, rows: &str) -> Errors {
    let file = |name: &str, text: &str| (PathBuf::from(name), text.as_bytes().to_vec());
    let files = BTreeMap::from([
        file("catalog.toml", catalog),
        file("codes.toml", table),
        file("codes.csv", rows),
    ]);
    let builder = Builder::new("catalog.toml").files(files);
    builder.generate().unwrap_err()
}

/// Returns the messages of the errors.
fn messages(catalog: &str, table: &str, rows: &str) -> Vec<String> {
    let errors = errors(catalog, table, rows);
    errors
        .iter()
        .map(|error| error.message().to_owned())
        .collect()
}

fn numbered(count: usize, name: impl Fn(usize) -> String) -> String {
    (0..count).map(name).collect()
}

#[test]
fn texts_of_ranges_are_counted_before_they_are_built() {
    let rows = format!(
        "code,name,en\n0000-9999,order,{}\n",
        "The order ".repeat(3000)
    );
    let expected = "total size of the texts exceeds the limit of 256 MiB";
    assert_eq!(messages(CATALOG, TABLE, &rows), [expected]);
}

#[test]
fn blank_rows_are_not_padded() {
    let header = numbered(990, |n| format!(",c{n}"));
    let empty = ",\n".repeat(50_000);
    let columns = ",".repeat(990);
    let rows = format!("code,name,en{header}\n{empty}1,order paid,The order is paid{columns}\n");
    let messages = messages(CATALOG, TABLE, &rows);
    assert!(
        messages.last().unwrap().contains("more errors not shown"),
        "{messages:?}"
    );
}

#[test]
fn reading_stops_after_many_mistakes_of_form() {
    let keys = numbered(3000, |n| format!("k{n} = 1\n"));
    let messages = messages(&(keys + CATALOG), TABLE, ROW);
    assert_eq!(messages.len(), 100);
    assert!(messages[99].starts_with("unknown key `k"));
}

#[test]
fn long_names_are_not_compared() {
    let name = |letter: &str| letter.repeat(30_000);
    let values = name("a");
    let catalog = format!(
        "{CATALOG}[attribute.state]\ndoc = \"a\"\n[attribute.state.values]\n{values} = \"a\"\n"
    );
    let rows = format!(
        "code,name,en,state\n1,order paid,The order is paid,{}\n",
        name("b")
    );
    assert_eq!(errors(&catalog, TABLE, &rows).error_count(), 1);
}

#[test]
fn a_table_is_read_once() {
    let names = "\"codes\", \"./codes\", ".repeat(400);
    let catalog = format!("languages = [\"en\"]\ntables = [{names}]\n");
    let errors = errors(&catalog, TABLE, ROW);
    assert_eq!(errors.error_count(), 799);
    assert_eq!(errors.inputs().len(), 3);
}
