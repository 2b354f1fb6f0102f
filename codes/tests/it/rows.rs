//! Compares each code of each table with the CSV files, which are read with the `csv` crate instead of the generator.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::path::Path;
use std::sync::LazyLock;

use codes::{Code, Lang, cmi, lianlian};

/// The generated output, which names the enum of each table.
static TABLES: LazyLock<codegen::Output> = LazyLock::new(|| {
    let catalog = codegen::Builder::new(codes_data::CATALOG);
    catalog.generate().unwrap()
});

/// A row of a table, by column.
type Row = BTreeMap<String, String>;

/// Returns the rows of each code in code order, with ranges expanded.
fn table(name: &str) -> BTreeMap<String, Vec<Row>> {
    let path = Path::new(codes_data::CATALOG).with_file_name(format!("{name}.csv"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut codes: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in reader.deserialize().map(Result::<Row, _>::unwrap) {
        let (first, last) = match row["code"].split_once('-') {
            Some((first, last)) => (first.to_owned(), last.to_owned()),
            None => (row["code"].clone(), row["code"].clone()),
        };
        let width = first.len();
        for number in first.parse::<u64>().unwrap()..=last.parse().unwrap() {
            codes
                .entry(format!("{number:0width$}"))
                .or_default()
                .push(row.clone());
        }
    }
    codes
}

fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    let printed = row
        .get(&format!("printed.{column}"))
        .map_or("", String::as_str);
    row.get(column)
        .map(String::as_str)
        .filter(|plain| !plain.is_empty())
        .unwrap_or(printed)
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Compares an enum with its table.
fn check<C: Code + for<'a> TryFrom<&'a str, Error: Debug>>() {
    let name = C::TABLE;
    let table = table(name);
    assert_eq!(table.len(), C::ALL.len(), "{name}");
    assert!(C::ALL.is_sorted(), "{name}: ALL is in the order of Ord");
    // The codes of a table have one width, so texts and numbers have the same order.
    for ((text, rows), code) in table.iter().zip(C::ALL.iter().copied()) {
        assert_eq!(code.code(), text);
        assert_eq!(C::from_code(text), Some(code));
        assert_eq!(text.parse::<C>().unwrap(), code);
        assert_eq!(C::try_from(text.as_str()).unwrap(), code);
        let number: i128 = text.parse().unwrap();
        assert_eq!(
            (code.number(), C::from_number(number)),
            (Some(number), Some(code))
        );
        let words = rows[0]["name"].replace(' ', "");
        let is_range = rows[0]["code"].contains('-');
        let same_words = code
            .name()
            .to_lowercase()
            .trim_end_matches(|c: char| is_range && c.is_ascii_digit())
            == words;
        assert!(same_words, "{text}: {} is not `{words}`", code.name());
        for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            assert_eq!(code.message(lang), cell(&rows[0], tag), "{text}");
            let printed = rows[0]
                .get(&format!("printed.{tag}"))
                .and_then(|text| some(text));
            assert_eq!(code.printed(lang), printed, "{text}");
        }
        let status = rows[0].get("http").unwrap_or(text);
        assert_eq!(code.http_status().to_string(), *status);
        assert_eq!(code.outcome().as_str(), rows[0]["outcome"]);
        assert_eq!(code.retry().as_str(), rows[0]["retry"]);
        assert_eq!(
            code.reason(),
            some(
                rows[0]
                    .get("reason")
                    .map_or("", |_| cell(&rows[0], "reason"))
            )
        );
        assert_eq!(code.to_string(), *text);
        assert_eq!(
            format!("{code:#}"),
            format!("{text} {}", cell(&rows[0], "en"))
        );
        assert_eq!(format!("{code:?}"), format!("{}({text})", code.name()));
        entries(code, rows);
    }
}

fn entries<C: Code>(code: C, rows: &[Row]) {
    assert_eq!(code.entries().len(), rows.len(), "{code}");
    for (entry, row) in code.entries().zip(rows) {
        assert_eq!(entry.scope(), row.get("scope").map(String::as_str));
        assert_eq!(entry.message(Lang::Zh), cell(row, "zh"));
        assert_eq!(entry.message(Lang::En), cell(row, "en"));
        let printed = row
            .iter()
            .filter_map(|(column, text)| Some((column.strip_prefix("printed.")?, text)));
        for (column, text) in printed {
            assert!(entry.printed_columns().contains(&column));
            assert_eq!(entry.printed_column(column), some(text), "{code} {column}");
        }
        assert_eq!(entry.printed(Lang::Zh), some(&row["printed.zh"]));
    }
}

#[test]
fn codes_match_their_rows() {
    for_each_table!(check);
}

#[test]
fn every_table_of_the_catalog_is_listed() {
    fn add<C: Code>(names: &mut BTreeSet<(&str, &str)>) {
        names.insert((C::TABLE, C::PATH));
    }
    let mut tested = BTreeSet::new();
    for_each_table!(add, &mut tested);
    let tables = TABLES.tables().iter();
    let tables = tables.map(|table| (table.name(), table.path())).collect();
    assert_eq!(tested, tables, "add the enum to `tests/it/tables.rs`");
}

#[test]
fn entry_selects_the_scope() {
    use cmi::{HttpStatus, Scope};
    let en = |status: HttpStatus, scope| status.entry(scope).map(|entry| entry.message(Lang::En));
    assert_ne!(
        en(HttpStatus::Ok, Scope::Get),
        en(HttpStatus::Ok, Scope::Post)
    );
    assert_eq!(en(HttpStatus::Ok, Scope::Any), None);
    assert_eq!(en(HttpStatus::Created, Scope::Get), None);
    let any = en(HttpStatus::InternalServerError, Scope::Any);
    assert_eq!(
        en(HttpStatus::InternalServerError, Scope::Post),
        any,
        "`any` applies to a scope without a row"
    );
    assert!(en(HttpStatus::InternalServerError, Scope::Get).is_some());
}

#[test]
fn methods_are_const() {
    use lianlian::ReturnCode;
    const CODE: ReturnCode = match ReturnCode::from_code("2008") {
        Some(code) => code,
        None => panic!(),
    };
    const NUMBER: Option<ReturnCode> = ReturnCode::from_number(CODE.number());
    const STATUS: u16 = CODE.http_status();
    const TEXTS: (&str, &str, Option<&str>) =
        (CODE.code(), CODE.message(Lang::Zh), CODE.printed(Lang::En));
    const OUTCOME: (codes::Outcome, codes::Retry) = (CODE.outcome(), CODE.retry());
    const ROWS: codes::Entries = CODE.entries();
    assert_eq!(NUMBER, Some(ReturnCode::TransactionProcessing));
    assert_eq!(
        (STATUS, TEXTS),
        (202, ("2008", "交易处理中", Some("payment processing")))
    );
    assert_eq!(OUTCOME, (codes::Outcome::Pending, codes::Retry::AfterQuery));
    assert_eq!(ROWS.len(), 1);
}

#[test]
fn unknown_code_keeps_the_received_text() {
    for text in ["", "2O08", "02008", " 2008", "２００８", "查无此码", "\0"] {
        let error = text.parse::<lianlian::ReturnCode>().unwrap_err();
        assert_eq!(
            (error.text(), error.table(), error.expected()),
            (text, "lianlian/return-code", "lianlian::ReturnCode")
        );
    }
    let error: Box<dyn std::error::Error> =
        Box::new("2O08".parse::<lianlian::ReturnCode>().unwrap_err());
    assert_eq!(
        error.to_string(),
        r#"lianlian/return-code has no code "2O08""#
    );
}

#[test]
fn from_tag_ignores_case() {
    for lang in Lang::ALL {
        assert_eq!(Lang::from_tag(lang.tag()), Some(*lang));
        assert_eq!(Lang::from_tag(&lang.tag().to_uppercase()), Some(*lang));
    }
    assert_eq!(Lang::from_tag("zh-TW"), None);
}
