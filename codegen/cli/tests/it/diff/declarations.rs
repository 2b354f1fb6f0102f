//! Changes of the declarations in catalogs and tables, in both directions.

use super::catalog;
use crate::support::Folder;

/// Replacements in files: the file, the old text and the new text.
pub(super) type Edits<'a> = &'a [(&'a str, &'a str, &'a str)];

fn edited(edits: Edits<'_>) -> Folder {
    let folder = catalog();
    for (file, from, to) in edits {
        folder.edit(file, from, to);
    }
    folder
}

/// Returns the lines of the diff without the verdict.
#[track_caller]
fn lines(base: &Folder, head: &Folder) -> Vec<String> {
    let run = head.codegen(&["diff", base.path().to_str().unwrap(), "--allow", "major"]);
    run.assert(0, &[], &[]);
    let mut lines: Vec<String> = run.stdout.lines().map(str::to_owned).collect();
    lines.pop();
    lines
}

/// Asserts the changes that the edits cause, and the changes that undoing them causes.
#[track_caller]
pub(super) fn there_and_back(edits: Edits<'_>, there: &[&str], back: &[&str]) {
    between(&[], edits, there, back);
}

/// Asserts the changes between the catalogs with these edits, in both directions.
#[track_caller]
pub(super) fn between(before: Edits<'_>, after: Edits<'_>, there: &[&str], back: &[&str]) {
    let (before, after) = (edited(before), edited(after));
    assert_eq!(lines(&before, &after), there);
    assert_eq!(lines(&after, &before), back);
}

const HINT: &str =
    "[attribute.hint]\ndoc = \"A hint for the user.\"\nkind = \"text\"\noptional = true\n";

#[test]
fn tables_are_added_and_removed() {
    there_and_back(
        &[("catalog.toml", ", \"status\"", "")],
        &["major  shop::Status  table removed"],
        &["minor  shop::Status  table added"],
    );
    there_and_back(
        &[("status.toml", "\"digits\"", "\"alphanumeric\"")],
        &["major  shop::Status  codes are no longer numeric"],
        &["minor  shop::Status  codes became numeric"],
    );
    there_and_back(
        &[("status.toml", "\"digits\"", "\"integer\"")],
        &["major  shop::Status  type of numbers: u64 -> i64"],
        &["major  shop::Status  type of numbers: i64 -> u64"],
    );
    there_and_back(
        &[("status.toml", "any =", "post = \"Of POST.\"\nany =")],
        &["major  shop::Status  scope added: post"],
        &["major  shop::Status  scope removed: post"],
    );
    there_and_back(
        &[("status.toml", "Of GET.", "Of reading.")],
        &["patch  shop::Status  documentation of get: Of [-GET-]{+reading+}."],
        &["patch  shop::Status  documentation of get: Of [-reading-]{+GET+}."],
    );
    // Tables are matched by name first, then by enum.
    there_and_back(
        &[
            (
                "catalog.toml",
                "[\"shop\", \"status\"]",
                "[\"status\", \"shop\"]",
            ),
            ("shop.toml", "\"ReturnCode\"", "\"Code\""),
        ],
        &["major  shop::Code  enum renamed: shop::ReturnCode -> shop::Code"],
        &["major  shop::ReturnCode  enum renamed: shop::Code -> shop::ReturnCode"],
    );
}

#[test]
fn titles_and_sources_are_documentation() {
    let table = "type = \"ReturnCode\"\n";
    let with = |keys: &str| format!("{table}{keys}");
    there_and_back(
        &[("shop.toml", table, &with("title = { en = \"Codes\" }\n"))],
        &["patch  shop::ReturnCode  documentation: {+en: Codes+}"],
        &["patch  shop::ReturnCode  documentation: [-en: Codes-]"],
    );
    let source = |version: &str| {
        with(&format!(
            "source = {{ publisher = \"Shop\", document = \"Manual\", version = \"{version}\" }}\n"
        ))
    };
    between(
        &[("shop.toml", table, &source("V1"))],
        &[("shop.toml", table, &source("V2"))],
        &["patch  shop::ReturnCode  documentation: Shop; Manual; [-V1-]{+V2+}"],
        &["patch  shop::ReturnCode  documentation: Shop; Manual; [-V2-]{+V1+}"],
    );
    let module = |doc: &str| format!("[module]\nshop = \"{doc}\"\n\n[http]");
    there_and_back(
        &[("catalog.toml", "[http]", &module("A shop."))],
        &["patch  the catalog  documentation of module shop: {+A shop.+}"],
        &["patch  the catalog  documentation of module shop: [-A shop.-]"],
    );
    between(
        &[("catalog.toml", "[http]", &module("A shop."))],
        &[("catalog.toml", "[http]", &module("The shop."))],
        &["patch  the catalog  documentation of module shop: [-A-]{+The+} shop."],
        &["patch  the catalog  documentation of module shop: [-The-]{+A+} shop."],
    );
    // The description of a module that only one version has is not reported: its enums are.
    let store = "module = \"store\"";
    between(
        &[("catalog.toml", "[http]", &module("A shop."))],
        &[
            ("shop.toml", "module = \"shop\"", store),
            ("status.toml", "module = \"shop\"", store),
        ],
        &[
            "major  store::ReturnCode  enum renamed: shop::ReturnCode -> store::ReturnCode",
            "major  store::Status  enum renamed: shop::Status -> store::Status",
        ],
        &[
            "major  shop::ReturnCode  enum renamed: store::ReturnCode -> shop::ReturnCode",
            "major  shop::Status  enum renamed: store::Status -> shop::Status",
        ],
    );
}

#[test]
fn attributes_and_values_are_added_and_removed() {
    there_and_back(
        &[("catalog.toml", HINT, ""), ("shop.csv", ",hint,", ",note,")],
        &["major  the catalog  attribute hint removed"],
        &["minor  the catalog  attribute hint added"],
    );
    let failure = "failure = \"It was not carried out.\"\n";
    there_and_back(
        &[(
            "catalog.toml",
            failure,
            &format!("{failure}unknown = \"It cannot be told.\"\n"),
        )],
        &["major  the catalog  value of outcome added: unknown"],
        &["major  the catalog  value of outcome removed: unknown"],
    );
    there_and_back(
        &[(
            "catalog.toml",
            "It is not final yet.",
            "It is not over yet.",
        )],
        &["patch  the catalog  documentation of pending: It is not [-final-]{+over+} yet."],
        &["patch  the catalog  documentation of pending: It is not [-over-]{+final+} yet."],
    );
    let emptied: &[(&str, &str, &str)] = &[("shop.csv", "look again", "")];
    let kind = |kind: &'static str| ("catalog.toml", "kind = \"text\"", kind);
    for (attribute, name) in [
        (kind("kind = \"integer\""), "i64"),
        (kind("kind = \"integer\"\ntype = \"u8\""), "u8"),
        (kind("kind = \"flag\""), "flag"),
    ] {
        between(
            emptied,
            &[emptied[0], attribute],
            &[&format!(
                "major  the catalog  type of hint: optional text -> optional {name}"
            )],
            &[&format!(
                "major  the catalog  type of hint: optional {name} -> optional text"
            )],
        );
    }
    there_and_back(
        &[(
            "catalog.toml",
            "[attribute.outcome]",
            "[attribute.outcome]\noptional = true",
        )],
        &["major  the catalog  type of outcome: enum -> optional enum"],
        &["major  the catalog  type of outcome: optional enum -> enum"],
    );
}

#[test]
fn statuses_are_added_and_removed() {
    there_and_back(
        &[
            ("catalog.toml", "[http]\n", ""),
            ("shop.csv", ",http,", ",note,"),
            ("status.csv", ",http,", ",note,"),
        ],
        &["major  the catalog  HTTP status removed"],
        &["minor  the catalog  HTTP status added"],
    );
    there_and_back(
        &[("catalog.toml", "[http]", "[http]\noptional = true")],
        &["major  the catalog  type of HTTP status: u16 -> Option<u16>"],
        &["major  the catalog  type of HTTP status: Option<u16> -> u16"],
    );
    let values = "\n[attribute.outcome.values]";
    let statuses = format!(
        "\n[attribute.outcome.http]\nsuccess = 200\npending = 202\nfailure = 422\n{values}"
    );
    there_and_back(
        &[("catalog.toml", values, &statuses)],
        &["minor  the catalog  method outcome.http_status added"],
        &["major  the catalog  method outcome.http_status removed"],
    );
    let doc = |doc: &str| format!("[http]\ndoc = \"{doc}\"");
    between(
        &[("catalog.toml", "[http]", &doc("To answer."))],
        &[("catalog.toml", "[http]", &doc("To answer with."))],
        &["patch  the catalog  documentation of HTTP status: To answer{+ with+}."],
        &["patch  the catalog  documentation of HTTP status: To answer[- with-]."],
    );
    let undocumented = |status: &str| format!("[http]\nundocumented = {status}");
    there_and_back(
        &[("catalog.toml", "[http]", &undocumented("500"))],
        &["major  the catalog  type of HTTP status of undocumented codes: none -> 500"],
        &["major  the catalog  type of HTTP status of undocumented codes: 500 -> none"],
    );
    between(
        &[("catalog.toml", "[http]", &undocumented("500"))],
        &[("catalog.toml", "[http]", &undocumented("502"))],
        &["minor  the catalog  behavior change: HTTP status of undocumented codes: 500 -> 502"],
        &["minor  the catalog  behavior change: HTTP status of undocumented codes: 502 -> 500"],
    );
}

#[test]
fn constructors_of_errors_are_added_and_removed() {
    let success = (
        "catalog.toml",
        "operation.\"\n",
        "operation.\"\nsuccess = [\"success\"]\n",
    );
    let errors = ("catalog.toml", "[http]", "[rust]\nerrors = true\n[http]");
    between(
        &[success],
        &[success, errors],
        &["minor  the catalog  constructors of errors added"],
        &["major  the catalog  constructors of errors removed"],
    );
    let code = "shop::ReturnCode::OrderNotFound (0042)";
    between(
        &[success, errors],
        &[
            success,
            errors,
            ("shop.csv", "订单{id}", "订单{id}{by}"),
            ("shop.csv", "Order {id}", "Order {id} {by}"),
        ],
        &[
            &format!("major  {code}  type of constructor of the error: (id) -> (by, id)"),
            &format!("minor  {code}  placeholder added: {{by}}"),
            &format!("patch  {code}  zh: 订单{{id}}{{+{{by}}+}}不存在"),
            &format!("patch  {code}  en: Order {{id}} {{+{{by}} +}}does not exist"),
        ],
        &[
            &format!("major  {code}  placeholder removed: {{by}}"),
            &format!("major  {code}  type of constructor of the error: (by, id) -> (id)"),
            &format!("patch  {code}  zh: 订单{{id}}[-{{by}}-]不存在"),
            &format!("patch  {code}  en: Order {{id}} [-{{by}} -]does not exist"),
        ],
    );
    let code = "shop::ReturnCode::CardLost (0070)";
    between(
        &[success, errors],
        &[success, errors, ("shop.csv", "400,failure", "400,success")],
        &[
            &format!("minor  {code}  behavior change: outcome: failure -> success"),
            &format!("major  {code}  constructor of the error removed"),
        ],
        &[
            &format!("minor  {code}  behavior change: outcome: success -> failure"),
            &format!("minor  {code}  constructor of the error added"),
        ],
    );
}

#[test]
fn features_are_added_and_removed() {
    for key in ["serde", "http"] {
        let with = |feature: &str| format!("[rust]\n{key} = \"{feature}\"\n[http]");
        there_and_back(
            &[("catalog.toml", "[http]", &with("extra"))],
            &["minor  the catalog  feature `extra` added"],
            &["major  the catalog  feature `extra` removed"],
        );
        between(
            &[("catalog.toml", "[http]", &with("extra"))],
            &[("catalog.toml", "[http]", &with("more"))],
            &[
                "major  the catalog  feature `extra` removed",
                "minor  the catalog  feature `more` added",
            ],
            &[
                "major  the catalog  feature `more` removed",
                "minor  the catalog  feature `extra` added",
            ],
        );
        between(
            &[("catalog.toml", "[http]", &with("extra"))],
            &[
                ("catalog.toml", "[http]", &with("extra")),
                ("shop.csv", "The card is lost", "The card was lost"),
            ],
            &["patch  shop::ReturnCode::CardLost (0070)  en: The card [-is-]{+was+} lost"],
            &["patch  shop::ReturnCode::CardLost (0070)  en: The card [-was-]{+is+} lost"],
        );
    }
}

#[test]
fn predicates_and_success_are_added_and_removed() {
    let values = "[attribute.outcome.values]";
    let with = |keys: &str| format!("{keys}{values}");
    let predicate = |doc: &str| {
        with(&format!(
            "[attribute.outcome.predicates]\nis_over = {{ values = [\"success\"], doc = \"{doc}\" }}\n"
        ))
    };
    between(
        &[("catalog.toml", values, &predicate("Over."))],
        &[("catalog.toml", values, &predicate("All over."))],
        &["patch  the catalog  documentation of outcome.is_over: [-Over-]{+All over+}."],
        &["patch  the catalog  documentation of outcome.is_over: [-All over-]{+Over+}."],
    );
    let success = |values: &str| with(&format!("success = [{values}]\n"));
    there_and_back(
        &[("catalog.toml", values, &success("\"success\""))],
        &["minor  the catalog  method into_result added"],
        &["major  the catalog  method into_result removed"],
    );
    // Their order does not matter.
    between(
        &[("catalog.toml", values, &success("\"success\", \"pending\""))],
        &[("catalog.toml", values, &success("\"pending\", \"success\""))],
        &[],
        &[],
    );
    let undocumented = |value: &str| with(&format!("undocumented = \"{value}\"\n"));
    there_and_back(
        &[("catalog.toml", values, &undocumented("pending"))],
        &["major  the catalog  type of outcome of undocumented codes: none -> pending"],
        &["major  the catalog  type of outcome of undocumented codes: pending -> none"],
    );
}

#[test]
fn values_of_each_kind_are_compared() {
    for (kind, first, second) in [
        ("kind = \"text\"", "ask", "wait"),
        ("kind = \"integer\"", "1", "-2"),
        ("kind = \"flag\"", "true", "false"),
    ] {
        let declared = ("catalog.toml", "kind = \"text\"", kind);
        let cell = |value| [declared, ("shop.csv", "look again", value)];
        between(
            &cell(first),
            &cell(second),
            &[&format!(
                "minor  shop::ReturnCode::OrderNotFound (0042)  hint: {first} -> {second}"
            )],
            &[&format!(
                "minor  shop::ReturnCode::OrderNotFound (0042)  hint: {second} -> {first}"
            )],
        );
    }
    there_and_back(
        &[("shop.csv", "409,failure,,", "409,failure,restock,")],
        &[
            "minor  shop::ReturnCode::StockLocked0 (0050)  hint: none -> restock",
            "minor  shop::ReturnCode::StockLocked1 (0051)  hint: none -> restock",
            "minor  shop::ReturnCode::StockLocked2 (0052)  hint: none -> restock",
        ],
        &[
            "minor  shop::ReturnCode::StockLocked0 (0050)  hint: restock -> none",
            "minor  shop::ReturnCode::StockLocked1 (0051)  hint: restock -> none",
            "minor  shop::ReturnCode::StockLocked2 (0052)  hint: restock -> none",
        ],
    );
}
