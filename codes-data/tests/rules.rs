//! The tables keep to the rules that README.md states. They are read here with the csv crate, not with the generator.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A row, by column.
type Row = BTreeMap<String, String>;

const TABLES: [&str; 3] = ["cmi/http-status", "cmi/return-code", "lianlian/return-code"];

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(codes_data::CATALOG).with_file_name(format!("{table}.csv"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The cell that counts: ours, or what the document prints.
fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    match row[column].as_str() {
        "" => row
            .get(&format!("printed.{column}"))
            .map_or("", String::as_str),
        plain => plain,
    }
}

/// Runs a check on each row of each table, and lists all that fail.
fn each_row(check: impl Fn(&str, &Row) -> Result<(), String>) {
    let mut failures = Vec::new();
    for table in TABLES {
        for row in rows(table) {
            if let Err(failure) = check(table, &row) {
                failures.push(format!("{table} {}: {failure}", row["code"]));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn ensure(condition: bool, failure: impl Into<String>) -> Result<(), String> {
    if condition {
        Ok(())
    } else {
        Err(failure.into())
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn placeholders(message: &str) -> BTreeSet<&str> {
    message
        .split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap())
        .collect()
}

#[test]
fn all_rows_of_the_documents_are_there() {
    let counts = TABLES.map(|table| rows(table).len());
    assert_eq!(counts, [11, 166, 136]);
    let cmi = rows("cmi/return-code");
    let printed = |column: &str| cmi.iter().filter(|row| !row[column].is_empty()).count();
    assert_eq!((printed("printed.zh"), printed("printed.en")), (141, 25));
    let empty = |row: &&Row| row["printed.zh"].is_empty() && row["printed.en"].is_empty();
    let lianlian = rows("lianlian/return-code");
    let silent: Vec<&str> = lianlian
        .iter()
        .filter(empty)
        .map(|row| row["code"].as_str())
        .collect();
    assert_eq!(silent, ["9904"]);
}

#[test]
fn messages_are_in_their_language_and_end_without_a_stop() {
    each_row(|_, row| {
        let (zh, en) = (cell(row, "zh"), cell(row, "en"));
        ensure(zh.chars().any(is_han), "no Chinese in zh")?;
        ensure(
            !en.is_empty() && !en.chars().any(is_han),
            "en is empty or has Chinese in it",
        )?;
        let first = en.chars().find(|c| c.is_alphabetic()).unwrap();
        let opens_with_a_field = [
            "accessToken",
            "vIMSI",
            "eSIM",
            "user_id",
            "cmccNumber",
            "prcptcd",
        ]
        .iter()
        .any(|field| en.starts_with(field));
        ensure(
            first.is_uppercase() || opens_with_a_field,
            "en does not begin in upper case",
        )?;
        for message in [zh, en] {
            ensure(
                !message.ends_with(['。', '.', ',', '，', ';', '；', '!', '！']),
                "a stop at the end",
            )?;
            ensure(
                !message.contains("  ") && message.trim() == message,
                "stray white space",
            )?;
        }
        Ok(())
    });
}

#[test]
fn chinese_is_set_as_chinese() {
    each_row(|_, row| {
        let zh: Vec<char> = cell(row, "zh").chars().collect();
        for pair in zh.windows(2) {
            let beside_chinese = |found: fn(char) -> bool| {
                (is_han(pair[0]) && found(pair[1])) || (found(pair[0]) && is_han(pair[1]))
            };
            let half_width = |c| matches!(c, ',' | ';' | ':' | '!' | '?' | '(' | ')');
            ensure(!beside_chinese(half_width), "half-width punctuation")?;
            ensure(!beside_chinese(|c| c == ' '), "white space beside Chinese")?;
        }
        Ok(())
    });
}

#[test]
fn placeholders_are_the_same_in_both_languages() {
    each_row(|_, row| {
        ensure(
            placeholders(cell(row, "zh")) == placeholders(cell(row, "en")),
            "placeholders differ",
        )
    });
}

#[test]
fn a_plain_cell_says_something_else_than_the_printed_one_and_the_note_why() {
    each_row(|_, row| {
        for column in ["zh", "en", "reason"] {
            let printed = row
                .get(&format!("printed.{column}"))
                .map_or("", String::as_str);
            let plain = row.get(column).map_or("", String::as_str);
            if !plain.is_empty() && !printed.is_empty() {
                ensure(
                    plain != printed,
                    format!("{column} repeats what is printed: leave it empty"),
                )?;
                ensure(
                    !row["note"].is_empty(),
                    format!("no note says why {column} differs"),
                )?;
            }
        }
        Ok(())
    });
}

#[test]
fn names_are_short_and_have_no_digits_of_the_code() {
    each_row(|_, row| {
        let name = &row["name"];
        let letters = name.chars().filter(|c| *c != ' ').count();
        ensure(letters <= 40, format!("`{name}` has {letters} letters"))?;
        let plain = name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ');
        ensure(plain, format!("`{name}` is not in plain lower-case words"))?;
        let silent = row["code"] == "9904";
        ensure(
            name.is_empty() || silent || !name.contains(&row["code"]),
            "the code is in its name",
        )
    });
}

#[test]
fn status_outcome_and_retry_go_together() {
    each_row(|table, row| {
        if row["outcome"].is_empty() {
            return ensure(row["name"].is_empty(), "no outcome"); // It repeats a code.
        }
        let (outcome, retry) = (row["outcome"].as_str(), row["retry"].as_str());
        let http = if table == "cmi/http-status" {
            &row["code"]
        } else {
            &row["http"]
        };
        let allowed = match outcome {
            "success" => ["200", "201"].contains(&http.as_str()) && retry == "never",
            "pending" => http == "202" && retry == "after-query",
            "unknown" => {
                ["409", "500", "502", "504"].contains(&http.as_str()) && retry == "after-query"
            }
            "action-required" => {
                !["200", "201"].contains(&http.as_str()) && retry == "after-change"
            }
            "failure" => {
                http.starts_with(['4', '5'])
                    && http != "409"
                    && ["never", "after-change", "later"].contains(&retry)
            }
            _ => false,
        };
        ensure(allowed, format!("{outcome}, {retry}, {http}"))
    });
}

#[test]
fn messages_do_not_say_to_try_again_what_must_be_queried_first() {
    for table in TABLES {
        let mut outcomes = BTreeMap::new();
        for row in rows(table) {
            if !row["outcome"].is_empty() {
                outcomes.insert(row["code"].clone(), row["outcome"].clone());
            }
            if !["unknown", "pending"].contains(&outcomes[&row["code"]].as_str()) {
                continue;
            }
            for message in [cell(&row, "zh"), cell(&row, "en")] {
                let invites = ["请重试", "稍后重试", "稍后再试", "try again"]
                    .iter()
                    .any(|words| message.contains(words));
                assert!(!invites, "{table} {}: {message}", row["code"]);
            }
        }
    }
}

#[test]
fn what_is_being_processed_is_pending() {
    each_row(|_, row| {
        let messages = [cell(row, "zh"), cell(row, "en")];
        let processing = row["name"].ends_with("processing")
            || [
                "处理中",
                "正在",
                "being processed",
                "in progress",
                "is processing",
            ]
            .iter()
            .any(|word| messages.iter().any(|message| message.contains(word)));
        ensure(
            !processing || row["outcome"] != "failure",
            "being processed, and a failure",
        )
    });
}

#[test]
fn the_glossary_has_the_terms_of_both_domains() {
    let path = Path::new(codes_data::CATALOG).with_file_name("glossary.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let terms: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    assert!(terms.len() >= 60);
    let known: BTreeSet<&str> = terms.iter().map(|term| term["zh"].as_str()).collect();
    assert_eq!(known.len(), terms.len(), "a term appears twice");
    for term in [
        "主卡",
        "套餐",
        "加油包",
        "渠道商",
        "流量池",
        "卡池",
        "退订",
        "充值",
        "控速",
        "实名认证",
        "出库",
        "销户",
        "签约",
        "解约",
        "扣款",
        "分账",
        "对公账户",
        "大额行号",
        "日切",
        "幂等",
        "免密限额",
    ] {
        assert!(known.contains(term), "{term} is missing");
    }
}

#[test]
fn the_files_are_in_canonical_form() {
    for table in TABLES.iter().copied().chain(["glossary"]) {
        let path = Path::new(codes_data::CATALOG).with_file_name(format!("{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut writer = csv::Writer::from_writer(Vec::new());
        for record in reader.records() {
            writer.write_record(&record.unwrap()).unwrap();
        }
        let canonical = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        assert!(
            text == canonical,
            "{} is not as the csv crate writes it",
            path.display()
        );
    }
}
