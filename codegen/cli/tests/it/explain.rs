//! `codegen explain`: the search, its output and its languages.

use crate::support::catalogs::shop;
use crate::support::{Run, codegen};

fn explain(arguments: &[&str]) -> Run {
    codegen(&[&["explain"], arguments].concat())
}

/// Returns the codes in an output: the first word of each line that is not indented.
fn codes(stdout: &str) -> Vec<&str> {
    let lines = stdout
        .lines()
        .filter(|line| !line.starts_with(' ') && !line.is_empty());
    lines.filter_map(|line| line.split(' ').next()).collect()
}

#[test]
fn explain_shows_all_facts_about_a_code() {
    let catalog = shop();
    let run = catalog.codegen(&["explain", "0042"]);
    run.assert(
        0,
        &[
            "0042 (shop)",
            "shop::ReturnCode::OrderNotFound",
            "订单{id}不存在",
            "Order {id} does not exist",
            "404",
            "failure - It was not carried out.",
            "[0042]",
            "订单{}不存在",
        ],
        &[],
    );
    catalog.codegen(&["explain", "0052"]).assert(
        1,
        &[],
        &["no code matches `0052`", "similar codes:"],
    );
}

#[test]
fn codes_are_found_by_code_name_link_and_message() {
    for query in [
        "1000013",
        "iccid not found",
        "IccidNotFound",
        "iccidnotfound",
        "cmi::ReturnCode::IccidNotFound",
        "codes::cmi::ReturnCode::IccidNotFound",
        "#cmi-1000013",
        "ICCID不存在",
        "ICCID 不存在",
        "the iccid does not exist",
        "iccid不存在。",
    ] {
        let run = explain(&[query]).clean();
        assert_eq!(codes(&run), ["1000013"], "{query}");
        assert!(
            run.contains("codes::cmi::ReturnCode::IccidNotFound"),
            "{run}"
        );
    }
    assert_eq!(codes(&explain(&["ICCID", "不存在"]).clean()), ["1000013"]);
    assert_eq!(
        codes(&explain(&["106"]).clean()),
        ["0106"],
        "without its leading zero"
    );
    assert_eq!(
        codes(&explain(&["0"]).clean()),
        ["0000000", "0000"],
        "in every table that has it"
    );
}

#[test]
fn several_matches_are_listed_best_first() {
    let run = explain(&["余额不足"]);
    assert_eq!(codes(&run.stdout), ["1005", "5006", "6001", "9104"]);
    assert!(
        run.stderr.contains("4 matches; run `codegen explain CODE`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stdout
            .contains("卡余额不足  The card balance is insufficient"),
        "{}",
        run.stdout
    );
    assert_eq!(codes(&explain(&["13"]).clean())[0], "1000013");
    let many = explain(&["the"]);
    assert_eq!(codes(&many.stdout).len(), 50);
    assert!(many.stderr.contains("more; add a word"), "{}", many.stderr);
}

#[test]
fn similar_codes_are_listed_if_none_matches() {
    for (query, near) in [
        ("2009", "2008"),
        ("TransactionProcesing", "2008"),
        ("余额不够", "6001"),
        ("iccid not exists", "1000013"),
    ] {
        let run = explain(&[query]);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{query}");
        assert!(
            run.stderr.contains(&format!("no code matches `{query}`")),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.contains("similar codes") && run.stderr.contains(near),
            "{}",
            run.stderr
        );
    }
    assert!(!explain(&["zzzzzz"]).stderr.contains("similar codes"));
}

#[test]
fn lang_limits_messages_and_descriptions() {
    let run = explain(&["2008", "--lang", "zh"]).clean();
    assert!(
        run.contains("交易处理中") && run.contains("pending - 操作已受理"),
        "{run}"
    );
    assert!(!run.contains("being processed"), "{run}");
    assert!(
        explain(&["余额不足", "--lang", "en"])
            .clean()
            .contains("The card balance is insufficient")
    );
    assert!(
        !explain(&["余额不足", "--lang", "en"])
            .clean()
            .contains("余额")
    );
    let run = explain(&["2008", "--lang", "fr"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("unknown language `fr`") && run.stderr.contains("zh, en"),
        "{}",
        run.stderr
    );
}

#[test]
fn json_has_the_schema_of_the_export() {
    let json: serde_json::Value =
        serde_json::from_str(&explain(&["200", "--format", "json"]).clean()).unwrap();
    assert_eq!(json["tables"].as_array().unwrap().len(), 1);
    let export: serde_json::Value =
        serde_json::from_str(&codegen(&["export", "--format", "json"]).clean()).unwrap();
    assert_eq!(
        json["tables"][0]["codes"][0],
        export["tables"][0]["codes"][0]
    );
    let nothing = explain(&["zzzzzz", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&nothing.stdout).unwrap();
    assert_eq!(
        (nothing.status, json["tables"].as_array().unwrap().len()),
        (1, 0)
    );
}
