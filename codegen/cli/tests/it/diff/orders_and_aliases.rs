//! Changes of predicates, defaults, orders and names.

use super::kinds::one;
use super::{SHOP_ROWS, STATUS_ROWS, catalog};

#[test]
fn predicates_and_defaults_are_compared() {
    let predicate =
        "[attribute.outcome.predicates]\nis_over = { values = [\"success\"], doc = \"Over.\" }\n";
    let values = "[attribute.outcome.values]";
    let with = |keys: &str| {
        let head = catalog();
        head.edit("catalog.toml", values, &format!("{keys}{values}"));
        head
    };
    let diff = |base: &str, head: &str| {
        let (base, head) = (with(base), with(head));
        let run = head.codegen(&["diff", base.path().to_str().unwrap(), "--allow", "major"]);
        run.assert(0, &[], &[]);
        run.stdout.lines().next().unwrap().to_owned()
    };
    let is = |keys: &str| format!("undocumented = \"{keys}\"\n");
    for (base, head, expected) in [
        (
            "",
            predicate,
            "minor  the catalog  method outcome.is_over added",
        ),
        (
            predicate,
            "",
            "major  the catalog  method outcome.is_over removed",
        ),
        (
            predicate,
            &predicate.replace("[\"success\"]", "[\"success\", \"failure\"]"),
            "minor  the catalog  behavior change: outcome.is_over: success -> failure, success",
        ),
        (
            &is("pending"),
            &is("failure"),
            "minor  the catalog  behavior change: outcome of undocumented codes: pending -> failure",
        ),
        (
            "",
            &is("pending"),
            "major  the catalog  type of outcome of undocumented codes: none -> pending",
        ),
        (
            "",
            "success = [\"success\"]\n",
            "minor  the catalog  method into_result added",
        ),
    ] {
        assert_eq!(diff(base, head), expected);
    }
    one(
        "catalog.toml",
        "[http]",
        "[rust]\nserde = \"serde\"\n[http]",
        "minor  the catalog  feature `serde` added",
    );
}

#[test]
fn orders_placeholders_and_columns_are_compared() {
    one(
        "catalog.toml",
        "languages = [\"zh\", \"en\"]",
        "languages = [\"en\", \"zh\"]",
        "minor  the catalog  order of languages: zh, en -> en, zh",
    );
    let (pending, failure) = (
        "pending = \"It is not final yet.\"\n",
        "failure = \"It was not carried out.\"\n",
    );
    one(
        "catalog.toml",
        &format!("{pending}{failure}"),
        &format!("{failure}{pending}"),
        "minor  the catalog  order of outcome: success, pending, failure -> success, failure, pending",
    );
    one(
        "status.toml",
        "get = \"Of GET.\"\nany = \"Of all.\"\n",
        "any = \"Of all.\"\nget = \"Of GET.\"\n",
        "minor  shop::Status  order of scopes: get, any -> any, get",
    );
    // The first row supplies the message.
    one(
        "status.csv",
        "200,get,ok,获取成功,It was retrieved,200,success\n200,any,,成功,It succeeded,,\n",
        "200,any,ok,成功,It succeeded,200,success\n200,get,,获取成功,It was retrieved,,\n",
        "minor  shop::Status::Ok (200)  rows reordered (the first one supplies the message): get, any -> any, get",
    );
    // The placeholders decide how received messages are read.
    one(
        "shop.toml",
        "type =",
        "printed_placeholders = [\"X\", \"**\"]\ntype =",
        "minor  shop::ReturnCode  printed placeholders: none -> **, X",
    );
    // An empty column adds a method too.
    let rows = STATUS_ROWS.replace("outcome\n", "outcome,hint\n");
    let rows = rows.replace("success\n", "success,\n");
    let rows = rows
        .replace(",,\n", ",,,\n")
        .replace("failure\n", "failure,\n");
    one(
        "status.csv",
        STATUS_ROWS,
        &rows,
        "minor  shop::Status  attribute hint added",
    );
    one(
        "catalog.toml",
        "[http]",
        "[module]\nshop = \"A shop.\"\n[http]",
        "patch  the catalog  documentation of module shop: {+A shop.+}",
    );
}

#[test]
fn a_renaming_with_an_alias_is_minor() {
    let header = SHOP_ROWS.replace("hint,retired\n", "hint,renamed\n");
    let renamed = |name: &str, aliases: &str| {
        let row = format!("0070,{name},卡已挂失,The card is lost,400,failure,,");
        header.replace(
            "0070,card lost,卡已挂失,The card is lost,400,failure,,",
            &format!("{row}{aliases}"),
        )
    };
    let diff = |from: &str, to: &str| {
        let (base, head) = (catalog(), catalog());
        base.write("shop.csv", from);
        head.write("shop.csv", to);
        let base = base.path().to_str().unwrap();
        let run = head.codegen(&["diff", base, "--allow", "major"]);
        run.assert(0, &[], &[]);
        let mut lines: Vec<String> = run.stdout.lines().map(str::to_owned).collect();
        lines.pop(); // The verdict.
        lines
    };
    let first = renamed("card lost", "");
    let second = renamed("lost card", "card lost");
    assert_eq!(
        diff(&first, &second),
        ["minor  shop::ReturnCode::LostCard (0070)  renamed, with an alias: CardLost -> LostCard"]
    );
    assert_eq!(
        diff(&second, &renamed("stray card", "lost card; card lost")),
        [
            "minor  shop::ReturnCode::StrayCard (0070)  renamed, with an alias: LostCard -> StrayCard"
        ]
    );
    assert_eq!(
        diff(&second, &renamed("stray card", "lost card")),
        [
            "major  shop::ReturnCode::StrayCard (0070)  alias removed: CardLost",
            "minor  shop::ReturnCode::StrayCard (0070)  renamed, with an alias: LostCard -> StrayCard",
        ]
    );
    assert_eq!(
        diff(&first, &renamed("card lost", "lost card")),
        ["minor  shop::ReturnCode::CardLost (0070)  alias added: LostCard"]
    );
}
