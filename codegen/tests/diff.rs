//! `codegen diff`: states of a catalog by revision and by path, each kind of change, and what it cannot compare.

mod support;

use support::{Folder, Run};

const CATALOG: &str = r#"languages = ["zh", "en"]
display = "en"
tables = ["shop", "status"]

[http]

[attribute.outcome]
doc = "What may be concluded."

[attribute.outcome.values]
success = "It was carried out."
pending = "It is not final yet."
failure = "It was not carried out."

[attribute.hint]
doc = "What may help."
kind = "text"
optional = true
"#;

const SHOP: &str =
    "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 4 }\n";

const SHOP_ROWS: &str = "\
code,name,zh,en,http,outcome,hint,retired
0000,success,成功,Success,200,success,,
0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,look again,
0050-0052,stock locked,库存已锁定,The stock is locked,409,failure,,
0060,payment processing,支付处理中,The payment is processing,202,pending,,
0070,card lost,卡已挂失,The card is lost,400,failure,,
";

const STATUS: &str = "module = \"shop\"\ntype = \"Status\"\ncode = { charset = \"digits\" }\n\
                      [scope.values]\nget = \"Of GET.\"\nany = \"Of all.\"\n";

const STATUS_ROWS: &str = "\
code,scope,name,zh,en,http,outcome
200,get,ok,获取成功,It was retrieved,200,success
200,any,,成功,It succeeded,,
500,any,error,错误,An error occurred,500,failure
";

/// A catalog in a folder of its own.
fn catalog() -> Folder {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("shop.toml", SHOP);
    folder.write("shop.csv", SHOP_ROWS);
    folder.write("status.toml", STATUS);
    folder.write("status.csv", STATUS_ROWS);
    folder
}

/// What changes from the catalog to that with these texts of its files replaced: a line each.
#[track_caller]
fn changes(edits: &[(&str, &str, &str)]) -> Vec<String> {
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

/// One edit is one change of that level.
#[track_caller]
fn one(file: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(changes(&[(file, from, to)]), [expected]);
}

#[test]
fn a_layout_is_no_change() {
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
fn codes_come_go_and_change_their_names() {
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
        "major  shop::ReturnCode::CardLost (0071)  recoded: 0070 -> 0071",
    );
    assert_eq!(
        changes(&[("shop.csv", "0050-0052", "0049-0051")]),
        [
            "major  shop::ReturnCode::StockLocked0 (0049)  code added",
            "major  shop::ReturnCode::StockLocked1 (0050)  moved in its range: StockLocked0 -> StockLocked1",
            "major  shop::ReturnCode::StockLocked2 (0051)  moved in its range: StockLocked1 -> StockLocked2",
            "major  shop::ReturnCode::StockLocked2 (0052)  code removed",
        ]
    );
}

#[test]
fn what_callers_go_by_is_at_least_minor_and_flips_come_first() {
    one(
        "shop.csv",
        "202,pending",
        "202,failure",
        "minor  shop::ReturnCode::PaymentProcessing (0060)  callers now decide otherwise: outcome: pending -> failure",
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
fn codes_are_retired_and_come_back() {
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
            "a minor release is needed",
        ],
        &[],
    );
}

#[test]
fn wordings_are_patches_and_placeholders_are_not() {
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
    // Rows after the first have messages too.
    one(
        "status.csv",
        "It succeeded",
        "It worked",
        "patch  shop::Status::Ok (200)  en: It [-succeeded-]{+worked+}",
    );
}

#[test]
fn what_all_tables_share_is_compared() {
    one(
        "catalog.toml",
        "display = \"en\"",
        "display = \"zh\"",
        "minor  the catalog  the language of Display: en -> zh",
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
        "minor  the catalog  since added",
    );
    one(
        "catalog.toml",
        "doc = \"What may help.\"",
        "doc = \"What helps.\"",
        "patch  the catalog  documentation: What [-may help-]{+helps+}.",
    );
    one(
        "catalog.toml",
        "kind = \"text\"\noptional = true",
        "values = { a = \"A\", \"look again\" = \"B\" }\noptional = true",
        "major  the catalog  the type of hint: optional, text -> optional, a value of its vocabulary",
    );
    one(
        "catalog.toml",
        "[http]",
        "[http]\noptional = true",
        "major  the catalog  the type of HTTP status: u16 -> Option<u16>",
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
        "major  shop::Status  its codes are no numbers any more",
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
    // Another file, the same enum: nothing that is generated differs.
    let (base, head) = (catalog(), catalog());
    head.write("moved.toml", SHOP);
    head.write("moved.csv", SHOP_ROWS);
    head.edit("catalog.toml", "\"shop\"", "\"moved\"");
    head.codegen(&["diff", base.path().to_str().unwrap()])
        .assert(0, &["nothing changed"], &[]);
}

#[test]
fn a_language_is_a_variant_that_matches_must_name() {
    let (base, head) = (catalog(), catalog());
    head.edit(
        "catalog.toml",
        "[\"zh\", \"en\"]",
        "[\"zh\", \"en\", \"fr\"]",
    );
    for (file, rows) in [("shop.csv", SHOP_ROWS), ("status.csv", STATUS_ROWS)] {
        // French for all: the English message again.
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

/// Three commits: a code is added, then a payment in progress is called failed, then a word changes.
fn history() -> Folder {
    let folder = catalog();
    folder.init();
    folder.commit("One");
    folder.git(&["tag", "v1.0.0"]);
    folder.edit(
        "shop.csv",
        "0070,card lost",
        "0069,card stolen,卡被盗,The card was stolen,400,failure,,\n0070,card lost",
    );
    folder.commit("Two");
    folder.edit("shop.csv", "202,pending", "202,failure");
    folder.commit("Three");
    folder.edit("shop.csv", "The card is lost", "The card was lost");
    folder
}

const ADDED: &str = "major  shop::ReturnCode::CardStolen (0069)  code added";
const FLIPPED: &str = "outcome: pending -> failure";
const REWORDED: &str = "en: The card [-is-]{+was+} lost";

#[track_caller]
fn differs(run: &Run, status: i32, with: &[&str], without: &[&str]) {
    run.assert(status, with, &[]);
    for text in without {
        assert!(!run.stdout.contains(text), "{text:?} in\n{}", run.stdout);
    }
}

#[test]
fn a_history_is_compared_by_revision() {
    let folder = history();
    let diff = |arguments: &[&str]| folder.codegen(&[&["diff"], arguments].concat());
    differs(
        &diff(&["v1.0.0"]),
        1,
        &[FLIPPED, ADDED, REWORDED, "1 major, 1 minor, 1 patch"],
        &[],
    );
    differs(
        &diff(&["HEAD~2", "HEAD~1"]),
        1,
        &[ADDED],
        &[FLIPPED, REWORDED],
    );
    differs(
        &diff(&["HEAD~1", "HEAD"]),
        0,
        &[FLIPPED],
        &[ADDED, REWORDED],
    );
    differs(
        &diff(&["HEAD~1", "HEAD", "--allow", "patch"]),
        1,
        &[FLIPPED],
        &[],
    );
    differs(
        &diff(&["main"]),
        0,
        &[REWORDED, "a patch release is needed"],
        &[ADDED, FLIPPED],
    );
    differs(
        &diff(&["main", "--allow", "1.0.0..1.0.0"]),
        1,
        &[REWORDED],
        &[],
    );
    differs(
        &diff(&["main", "v1.0.0"]),
        1,
        &["code removed", "outcome: failure -> pending"],
        &[],
    );
    differs(&diff(&["main", "."]), 0, &[REWORDED], &[]);
    differs(
        &diff(&["HEAD~2:catalog.toml", "catalog.toml"]),
        1,
        &[ADDED],
        &[],
    );
}

#[test]
fn a_catalog_below_the_root_is_found_in_a_revision() {
    let folder = Folder::new();
    folder.init();
    for file in [
        "catalog.toml",
        "shop.toml",
        "shop.csv",
        "status.toml",
        "status.csv",
    ] {
        folder.write(&format!("data/{file}"), catalog().read(file));
    }
    folder.commit("One");
    folder.git(&["mv", "data", "codes-data"]);
    folder.commit("Moved");
    folder.edit(
        "codes-data/shop.csv",
        "The card is lost",
        "The card was lost",
    );
    folder
        .codegen(&["diff", "HEAD"])
        .assert(0, &[REWORDED], &[]);
    let absolute = folder.path().join("codes-data/catalog.toml");
    let absolute = absolute.to_str().unwrap();
    folder
        .codegen(&["diff", "HEAD", "--catalog", absolute])
        .assert(0, &[REWORDED], &[]);
    // It was elsewhere then, and that is said rather than taken for "nothing was there".
    folder.codegen(&["diff", "HEAD~1"]).assert(
        2,
        &[],
        &[
            "cannot read HEAD~1:codes-data/catalog.toml",
            "`HEAD~1` cannot be read",
            "REVISION:PATH",
        ],
    );
    folder
        .codegen(&["diff", "HEAD~1:data/catalog.toml"])
        .assert(0, &[REWORDED], &[]);
}

#[test]
fn two_catalogs_are_compared_wherever_they_are() {
    let (base, head, elsewhere) = (catalog(), catalog(), Folder::new());
    head.edit("shop.csv", "The card is lost", "The card was lost");
    let (base, head) = (base.path().to_str().unwrap(), head.path().to_str().unwrap());
    elsewhere
        .codegen(&["diff", base, head])
        .assert(0, &[REWORDED], &[]);
    elsewhere
        .codegen(&["diff", base, "main"])
        .assert(2, &[], &["is in no git repository"]);
    elsewhere
        .codegen(&["diff", base])
        .assert(2, &[], &["there is no catalog.toml here"]);
}

#[test]
fn it_never_passes_because_it_could_not_look() {
    let folder = catalog();
    folder.codegen(&["diff", "main"]).assert(
        2,
        &[],
        &["is in no git repository", "the path of another catalog"],
    );
    folder.init();
    folder.edit("shop.csv", "202,pending", "202,pendin");
    folder.commit("Bad");
    folder.edit("shop.csv", "202,pendin", "202,pending");
    folder.codegen(&["diff", "nowhere"]).assert(
        2,
        &[],
        &[
            "`nowhere` is neither a catalog nor a revision that git knows here",
            "name a branch, a tag or a commit",
        ],
    );
    let run = folder.codegen(&["diff", "HEAD"]);
    run.assert(
        2,
        &[],
        &[
            "`pendin` is no value of `outcome`",
            "`HEAD` cannot be read by today's rules",
            "nothing was compared",
        ],
    );
    assert_eq!(run.stdout, "");
    folder.edit("shop.csv", "202,pending", "20,pending");
    folder.commit("Also bad");
    folder
        .codegen(&["diff", "HEAD"])
        .assert(2, &[], &["`20` is no HTTP status"]);
    folder.codegen(&["diff", "--", "--output=x"]).assert(
        2,
        &[],
        &["neither a catalog nor a revision"],
    );
    folder.codegen(&["diff", "HEAD", "--allow", "huge"]).assert(
        2,
        &[],
        &["`patch`, `minor`, `major`, or a bump"],
    );
    folder.codegen(&["diff"]).assert(2, &[], &["<BASE>"]);
}

#[test]
fn changes_are_printed_for_programs_and_for_pull_requests() {
    let folder = history();
    let diff = |format: &str| folder.codegen(&["diff", "v1.0.0", "--format", format]);
    let run = diff("json");
    run.assert(1, &[], &[]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["level"], "major");
    assert_eq!(
        json["changes"][0],
        serde_json::json!({
            "level": "minor", "kind": "decision-changed", "flip": true, "table": "shop", "path": "shop::ReturnCode",
            "code": "0060", "variant": "PaymentProcessing", "what": FLIPPED, "old": "pending", "new": "failure",
        })
    );
    assert_eq!(json["changes"].as_array().unwrap().len(), 3);
    diff("markdown").assert(
        1,
        &[
            "### Codes: a major release is needed: 1 major, 1 minor, 1 patch of the changes\n",
            "| level | what | change |\n| --- | --- | --- |\n",
            "| minor | `shop::ReturnCode::PaymentProcessing (0060)` | **callers now decide otherwise:** outcome: pending -\\> failure |",
            "| patch | `shop::ReturnCode::CardLost (0070)` | en: The card \\[-is-\\]\\{+was+\\} lost |",
        ],
        &[],
    );
    diff("github").assert(
        1,
        &[
            "::warning file=shop.csv,line=5,title=minor%3A shop%3A%3AReturnCode%3A%3APaymentProcessing (0060)::outcome: pending -> failure\n",
            "::error file=shop.csv,line=6,title=major%3A shop%3A%3AReturnCode%3A%3ACardStolen (0069)::code added\n",
            "::notice file=shop.csv,line=7,",
            "::notice title=codes::a major release is needed",
        ],
        &[],
    );
    let nothing = folder.codegen(&["diff", "HEAD", "HEAD", "--format", "json"]);
    nothing.assert(0, &["\"level\": null"], &[]);
}
