//! `codegen explain`: the search, its output and its languages.

use crate::support::catalogs::{shop, with_rows};
use crate::support::{Folder, Run, codegen};

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
            "0042 in shop",
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

/// Returns a catalog whose rows no edit of the project's own tables changes.
fn payments() -> Folder {
    with_rows(
        "0000,succeeded,成功,Succeeded,200,success,,\n\
         0106,bound card query failed,绑定银行卡查询失败,Failed to query the bound card,500,failure,,\n\
         1005,payment failed,支付失败，可能余额不足,The payment failed; the balance may be too low,402,failure,,\n\
         1300,iccid not found,ICCID不存在,The ICCID does not exist,404,failure,iccid不存在。,The spelling is corrected.\n\
         1301,iccid locked,ICCID已锁定,The ICCID is locked,409,failure,,\n\
         2008,transaction processing,交易处理中,The transaction is being processed,202,failure,,\n\
         6001,insufficient card balance,卡余额不足,The card balance is insufficient,402,failure,,\n\
         9104,insufficient account balance,账户余额不足,The account balance is insufficient,402,failure,,\n",
        "\n[rust]\nout = \"out\"\ncrate = \"my_codes\"\n",
        "code = { charset = \"digits\", width = 4 }\n",
    )
}

#[test]
fn codes_are_found_by_code_name_link_and_message() {
    let catalog = payments();
    let explain = |query: &[&str]| catalog.codegen(&[&["explain"], query].concat());
    for query in [
        "1300",
        "iccid not found",
        "IccidNotFound",
        "iccidnotfound",
        "shop::ReturnCode::IccidNotFound",
        "my_codes::shop::ReturnCode::IccidNotFound",
        "#shop-1300",
        "ICCID不存在",
        "ICCID 不存在",
        "the iccid does not exist",
        "iccid不存在。",
    ] {
        let run = explain(&[query]).clean();
        assert_eq!(codes(&run), ["1300"], "{query}");
        assert!(
            run.contains("my_codes::shop::ReturnCode::IccidNotFound"),
            "{run}"
        );
    }
    assert_eq!(codes(&explain(&["ICCID", "不存在"]).clean()), ["1300"]);
    let run = explain(&["106"]).clean();
    assert_eq!(codes(&run), ["0106"], "without its leading zero");
    let run = explain(&["0"]).clean();
    assert_eq!(codes(&run), ["0000"]);
}

#[test]
fn code_is_found_in_every_table_that_has_it() {
    assert_eq!(codes(&explain(&["0"]).clean()), ["0000000", "0000"]);
}

#[test]
fn several_matches_are_listed_best_first() {
    let catalog = payments();
    let explain = |query: &[&str]| catalog.codegen(&[&["explain"], query].concat());
    let run = explain(&["余额不足"]);
    assert_eq!(codes(&run.stdout), ["1005", "6001", "9104"]);
    assert!(
        run.stderr.contains("3 matches; run `codegen explain CODE`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stdout
            .contains("卡余额不足  The card balance is insufficient"),
        "{}",
        run.stdout
    );
    assert_eq!(codes(&explain(&["30"]).clean())[0], "1300");
}

#[test]
fn many_matches_are_cut() {
    let many = explain(&["the"]);
    assert_eq!(codes(&many.stdout).len(), 50);
    assert!(many.stderr.contains("more; add a word"), "{}", many.stderr);
}

#[test]
fn similar_codes_are_listed_if_none_matches() {
    let catalog = payments();
    let explain = |query: &str| catalog.codegen(&["explain", query]);
    for (query, near) in [("2009", "2008"), ("余额不够", "6001")] {
        let run = explain(query);
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
    assert!(!explain("zzzzzz").stderr.contains("similar codes"));
    let run = explain("iccid zzzzzz");
    let help = "help: 2 codes match `iccid`";
    assert!(run.stderr.contains(help), "{}", run.stderr);
    let run = explain("outcome:success 1300");
    let help = "help: 1 code matches `1300`";
    assert!(run.stderr.contains(help), "{}", run.stderr);
}

#[test]
fn pasted_text_finds_its_code() {
    let catalog = payments();
    for query in [
        r#"{"ret_code":"1300","ret_msg":"Something is wrong"}"#,
        "2026-11-28 08:20:01,106 INFO order=1005 status=200 ret_code=1300 took 106 ms",
        "返回码：1300",
        "回應：ICCID不存在！",
        "unexpected code `iccid_not_found`",
        "Err(IccidNotFound)",
        "The ICCDI does not exist",
        "iccid not exists",
    ] {
        let run = catalog.codegen(&["explain", query]).clean();
        assert_eq!(codes(&run), ["1300"], "{query}");
    }
    let run = explain(&["Parameter foo of the merchant request is invalid"]).clean();
    assert_eq!(codes(&run), ["1004"], "a message with its argument");
}

#[test]
fn codes_with_an_unknown_outcome_come_before_a_failure_with_the_same_words() {
    let run = explain(&["payment failed"]).clean();
    assert!(run.starts_with("1111 in lianlian/return-code "), "{run}");
    // A name in code means only the one.
    assert_eq!(codes(&explain(&["PaymentFailed"]).clean()), ["1005"]);
    assert_eq!(codes(&explain(&["payment_failed"]).clean()), ["1005"]);
}

#[test]
fn filters_limit_the_codes() {
    let run = explain(&["outcome:pending", "lianlian:"]).clean();
    assert!(codes(&run).contains(&"2008"), "{run}");
    assert!(
        run.lines()
            .all(|line| line.contains(" in lianlian/return-code ")),
        "{run}"
    );
    let run = explain(&["http:409", "lianlian:", "no_order"]).clean();
    assert_eq!(codes(&run), ["1002", "9983"]);
    assert_eq!(
        codes(&explain(&["cmi/http-status:", "404"]).clean()),
        ["404"]
    );
    explain(&["outcome:failure", "2008"]).assert(
        1,
        &[],
        &["no code matches `outcome:failure 2008`"],
    );
    explain(&["outcome:pendin", "2008"]).assert(
        2,
        &[],
        &["unknown value `pendin` for `outcome`", "`pending`"],
    );
}

#[test]
fn lang_limits_messages_and_descriptions() {
    let run = explain(&["2008", "--lang", "zh"]).clean();
    assert!(
        run.contains("交易处理中") && run.contains("pending - 操作已受理"),
        "{run}"
    );
    assert!(run.contains("连连支付 · 返回码（Return Codes）"), "{run}");
    assert!(run.contains("note          英文不成句"), "{run}");
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

#[test]
fn an_empty_query_is_an_error() {
    for query in ["", "  "] {
        explain(&[query]).assert(2, &[], &["empty query", "help: pass a code"]);
    }
}

/// A lint of the level `deny` fails other commands. Its warnings would be in the way of the code.
#[test]
fn lints_neither_prevent_a_search_nor_warn() {
    let folder = shop();
    folder.edit(
        "catalog.toml",
        "tables",
        "lints.trailing-stop = \"deny\"\ntables",
    );
    folder.edit("shop.csv", "Succeeded", "Succeeded.");
    folder
        .codegen(&[])
        .assert(2, &[], &["error[trailing-stop]"]);
    let run = folder.codegen(&["explain", "0000"]);
    run.assert(0, &["Succeeded."], &[]);
    assert_eq!(run.stderr, "");
}
