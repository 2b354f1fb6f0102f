//! The kinds of changes and their levels.

use super::{SHOP, SHOP_ROWS, STATUS_ROWS, catalog};

/// Returns the changes that these replacements in the files cause, one per line.
#[track_caller]
pub(super) fn changes(edits: &[(&str, &str, &str)]) -> Vec<String> {
    let (base, head) = (catalog(), catalog());
    for (file, from, to) in edits {
        head.edit(file, from, to);
    }
    let base = base.path().to_str().unwrap();
    let run = head.codegen(&["diff", base, "--allow", "major"]);
    run.assert(0, &[], &[]);
    let mut lines: Vec<String> = run.stdout.lines().map(str::to_owned).collect();
    lines.pop(); // The verdict.
    lines
}

/// Asserts that one edit causes one change.
#[track_caller]
pub(super) fn one(file: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(changes(&[(file, from, to)]), [expected]);
}

#[test]
fn another_layout_is_not_a_change() {
    let swapped = SHOP_ROWS.replace(
        "0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,look again,\n",
        "",
    ) + "0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,look again,\n";
    assert!(changes(&[("shop.csv", SHOP_ROWS, &swapped)]).is_empty());
    assert!(changes(&[("shop.csv", "code,name", "\u{feff}code,name")]).is_empty());
    assert!(
        changes(&[
            ("shop.csv", "retired\n", "retired,note\n"),
            ("shop.csv", ",\n", ",,why\n")
        ])
        .is_empty()
    );
}

#[test]
fn added_removed_and_renamed_codes_are_major() {
    let added = "0070,card lost,卡已挂失,The card is lost,400,failure,,\n";
    let new = format!("{added}0080,card stolen,卡被盗,The card was stolen,400,failure,,\n");
    one(
        "shop.csv",
        added,
        &new,
        "major  shop::ReturnCode::CardStolen (0080)  code added",
    );
    one(
        "shop.csv",
        added,
        "",
        "major  shop::ReturnCode::CardLost (0070)  code removed",
    );
    one(
        "shop.csv",
        "card lost,卡",
        "lost card,卡",
        "major  shop::ReturnCode::LostCard (0070)  renamed: CardLost -> LostCard",
    );
    one(
        "shop.csv",
        "0070,",
        "0071,",
        "major  shop::ReturnCode::CardLost (0071)  code changed: 0070 -> 0071",
    );
    assert_eq!(
        changes(&[("shop.csv", "0050-0052", "0049-0051")]),
        [
            "major  shop::ReturnCode::StockLocked0 (0049)  code added",
            "major  shop::ReturnCode::StockLocked1 (0050)  moved within its range: StockLocked0 -> StockLocked1",
            "major  shop::ReturnCode::StockLocked2 (0051)  moved within its range: StockLocked1 -> StockLocked2",
            "major  shop::ReturnCode::StockLocked2 (0052)  code removed",
        ]
    );
}

#[test]
fn behavior_changes_are_minor_and_come_first() {
    one(
        "shop.csv",
        "202,pending",
        "202,failure",
        "minor  shop::ReturnCode::PaymentProcessing (0060)  behavior change: outcome: pending -> failure",
    );
    one(
        "shop.csv",
        ",404,",
        ",410,",
        "minor  shop::ReturnCode::OrderNotFound (0042)  HTTP status: 404 -> 410",
    );
    one(
        "shop.csv",
        "look again",
        "look",
        "minor  shop::ReturnCode::OrderNotFound (0042)  hint: look again -> look",
    );
    one(
        "shop.csv",
        "look again",
        "",
        "minor  shop::ReturnCode::OrderNotFound (0042)  hint: look again -> none",
    );
    let lines = changes(&[
        ("shop.csv", "card lost,卡", "lost card,卡"),
        ("shop.csv", "202,pending", "202,success"),
    ]);
    assert!(
        lines[0].contains("pending -> success") && lines[1].contains("renamed"),
        "{lines:?}"
    );
}

#[test]
fn retired_and_unretired_codes_are_minor() {
    let retired = "since V2: no longer sent; use 0042";
    one(
        "shop.csv",
        "lost,400,failure,,",
        &format!("lost,400,failure,,{retired}"),
        "minor  shop::ReturnCode::CardLost (0070)  retired since V2: no longer sent; use OrderNotFound (0042)",
    );
    let (base, head) = (catalog(), catalog());
    base.edit(
        "shop.csv",
        "lost,400,failure,,",
        &format!("lost,400,failure,,{retired}"),
    );
    let run = head.codegen(&["diff", base.path().to_str().unwrap()]);
    run.assert(
        0,
        &[
            "minor  shop::ReturnCode::CardLost (0070)  no longer retired",
            "requires a minor release (1 minor change)",
        ],
        &[],
    );
}

#[test]
fn wording_is_patch_but_placeholders_are_not() {
    one(
        "shop.csv",
        "The card is lost",
        "The card was lost",
        "patch  shop::ReturnCode::CardLost (0070)  en: The card [-is-]{+was+} lost",
    );
    one(
        "shop.csv",
        "卡已挂失",
        "卡已经挂失",
        "patch  shop::ReturnCode::CardLost (0070)  zh: 卡已{+经+}挂失",
    );
    let renamed = changes(&[("shop.csv", "{id}", "{order}")]);
    assert_eq!(
        renamed[0],
        "major  shop::ReturnCode::OrderNotFound (0042)  placeholder renamed: {id} -> {order}"
    );
    let removed = changes(&[("shop.csv", "{id}", "")]);
    assert_eq!(
        removed[0],
        "major  shop::ReturnCode::OrderNotFound (0042)  placeholder removed: {id}"
    );
    let added = changes(&[
        ("shop.csv", "成功", "成功{n}"),
        ("shop.csv", "Success", "Success {n}"),
    ]);
    assert_eq!(
        added[0],
        "minor  shop::ReturnCode::Success (0000)  placeholder added: {n}"
    );
    // The messages of further rows are compared too.
    one(
        "status.csv",
        "It succeeded",
        "It worked",
        "patch  shop::Status::Ok (200)  en: It [-succeeded-]{+worked+}",
    );
}

#[test]
fn catalog_options_are_compared() {
    one(
        "catalog.toml",
        "display = \"en\"",
        "display = \"zh\"",
        "minor  the catalog  `Display` language: en -> zh",
    );
    one(
        "catalog.toml",
        "display = \"en\"",
        "display = \"en\"\nfallback = { en = [\"fr\"] }",
        "minor  the catalog  fallback for fr: none -> en",
    );
    one(
        "catalog.toml",
        "display = \"en\"",
        "display = \"en\"\nfallback = { en = [\"yue\"] }",
        "minor  the catalog  fallback for yue: zh -> en",
    );
    let outcome = "pending = \"It is not final yet.\"\n";
    one(
        "catalog.toml",
        outcome,
        &format!("{outcome}unknown = \"It cannot be told.\"\n"),
        "major  the catalog  value of outcome added: unknown",
    );
    one(
        "catalog.toml",
        "optional = true",
        "optional = true\n[attribute.since]\ndoc = \"x\"\nkind = \"integer\"\noptional = true",
        "minor  the catalog  attribute since added",
    );
    one(
        "catalog.toml",
        "doc = \"A hint for the user.\"",
        "doc = \"A hint.\"",
        "patch  the catalog  documentation of hint: A hint[- for the user-].",
    );
    one(
        "catalog.toml",
        "kind = \"text\"\noptional = true",
        "values = { a = \"A\", \"look again\" = \"B\" }\noptional = true",
        "major  the catalog  type of hint: optional text -> optional enum",
    );
    one(
        "catalog.toml",
        "[http]",
        "[http]\noptional = true",
        "major  the catalog  type of HTTP status: u16 -> Option<u16>",
    );
    one(
        "status.toml",
        "any =",
        "post = \"Of POST.\"\nany =",
        "major  shop::Status  scope added: post",
    );
    one(
        "shop.toml",
        "\"ReturnCode\"",
        "\"Code\"",
        "major  shop::Code  enum renamed: shop::ReturnCode -> shop::Code",
    );
    one(
        "status.toml",
        "\"digits\"",
        "\"alphanumeric\"",
        "major  shop::Status  codes are no longer numeric",
    );
    one(
        "catalog.toml",
        ", \"status\"",
        "",
        "major  shop::Status  table removed",
    );
    one(
        "status.csv",
        "200,any,,成功,It succeeded,,\n",
        "",
        "minor  shop::Status::Ok (200)  row removed: any: It succeeded",
    );
    // Another file with the same enum is not a change.
    let (base, head) = (catalog(), catalog());
    head.write("moved.toml", SHOP);
    head.write("moved.csv", SHOP_ROWS);
    head.edit("catalog.toml", "\"shop\"", "\"moved\"");
    head.codegen(&["diff", base.path().to_str().unwrap()])
        .assert(0, &["no changes"], &[]);
}

#[test]
fn added_and_removed_languages_are_major() {
    let (base, head) = (catalog(), catalog());
    head.edit(
        "catalog.toml",
        "[\"zh\", \"en\"]",
        "[\"zh\", \"en\", \"fr\"]",
    );
    for (file, rows) in [("shop.csv", SHOP_ROWS), ("status.csv", STATUS_ROWS)] {
        // The French message repeats the English one.
        let rows: Vec<String> = rows
            .lines()
            .enumerate()
            .map(|(at, line)| {
                let cells: Vec<&str> = line.split(',').collect();
                let english = cells.len() - if file == "shop.csv" { 5 } else { 3 };
                format!("{line},{}", if at == 0 { "fr" } else { cells[english] })
            })
            .collect();
        head.write(file, rows.join("\n") + "\n");
    }
    let run = head.codegen(&["diff", base.path().to_str().unwrap()]);
    run.assert(1, &["major  the catalog  language added: fr"], &[]);
    let run = base.codegen(&["diff", head.path().to_str().unwrap()]);
    run.assert(1, &["major  the catalog  language removed: fr"], &[]);
}
