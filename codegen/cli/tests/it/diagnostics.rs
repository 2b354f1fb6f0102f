//! Diagnostics for an invalid catalog.

use crate::support::catalogs::shop;

#[test]
fn all_errors_are_reported_and_nothing_is_written() {
    let catalog = shop();
    catalog.edit("shop.csv", "0000,succeeded", "0,succeeded");
    catalog.edit("shop.csv", "404,failure", "4O4,failre");
    let run = catalog.codegen(&[]);
    run.assert(
        2,
        &[],
        &[
            "shop.csv:2:1",
            "code `0` is too short",
            "write `0000`",
            "shop.csv:3:58",
            "invalid HTTP status `4O4`",
            "unknown value `failre` for `outcome`",
            "there is a value with a similar name: `failure`",
            "aborting due to 3 errors",
        ],
    );
    assert!(!catalog.path().join("out").exists());
}

#[test]
fn errors_are_printed_as_json_and_for_github() {
    let catalog = shop();
    catalog.edit("shop.csv", "0000,succeeded", "0042,succeeded");
    let run = catalog.codegen(&["--message-format", "json"]);
    run.assert(2, &[], &[]);
    let lines: Vec<serde_json::Value> = run
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 1, "{}", run.stderr);
    assert_eq!(lines[0]["message"], "duplicate code `0042`");
    assert_eq!(
        (&lines[0]["path"], &lines[0]["line"], &lines[0]["column"]),
        (&"shop.csv".into(), &3.into(), &1.into())
    );
    assert_eq!(
        (&lines[0]["level"], &lines[0]["lint"]),
        (&"error".into(), &serde_json::Value::Null)
    );
    assert_eq!(
        (
            &lines[0]["related"][0]["line"],
            &lines[0]["related"][0]["message"]
        ),
        (&2.into(), &"first defined here".into())
    );
    let help = lines[0]["help"].as_array().unwrap();
    assert!(help.contains(&"if they are the same code, delete one of the rows".into()));

    let run = catalog.codegen(&["--check", "--message-format=github"]);
    run.assert(
        2,
        &[],
        &["::error file=shop.csv,line=3,col=1::duplicate code `0042`%0Ashop.csv:2:1: first defined here%0Ahelp: if they are"],
    );
}

#[test]
fn errors_without_a_place_in_the_data_obey_the_format() {
    let catalog = shop();
    let run = catalog.codegen(&["explain", "", "--message-format=json"]);
    run.assert(2, &[], &[]);
    let error: serde_json::Value = serde_json::from_str(run.stderr.trim()).unwrap();
    assert_eq!(error["message"], "empty query");
    assert_eq!(error["level"], "error");
    assert!(
        error["help"][0]
            .as_str()
            .unwrap()
            .starts_with("pass a code")
    );
    let run = catalog.codegen(&["explain", "", "--message-format=github"]);
    run.assert(2, &[], &["::error ::empty query%0Ahelp: pass a code"]);
}
