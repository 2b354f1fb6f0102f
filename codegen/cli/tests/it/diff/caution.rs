//! Changes that make programs less cautious.

use crate::support::Folder;

const CATALOG: &str = r#"languages = ["en"]
tables = ["pay"]

[attribute.outcome]
doc = "What is known."
undocumented = "unknown"
success = ["success"]
cautious = ["pending", "unknown"]
query = ["pending"]

[attribute.outcome.http]
success = 200
pending = 202
failure = 422
unknown = 500

[attribute.outcome.predicates]
must_query = { values = ["pending", "unknown"], doc = "Query first." }
is_final = { values = ["success", "failure"], doc = "Nothing changes any more." }

[attribute.outcome.values]
success = "It was carried out."
pending = "It is not final."
failure = "It was not carried out."
unknown = "It cannot be told."

[attribute.retry]
doc = "When to send it again."
cautious = ["after-query"]

[attribute.retry.values]
never = "Never."
later = "After a while."
after-query = "After a query."
"#;

const ROWS: &str = "\
code,name,en,outcome,retry
0000,accepted,Accepted,success,never
2008,processing,It is being processed,pending,after-query
4000,card lost,The card is lost,failure,never
9999,system error,A system error occurred,unknown,after-query
";

fn catalog() -> Folder {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write(
        "pay.toml",
        "module = \"pay\"\ntype = \"Code\"\ncode = { charset = \"digits\", width = 4 }\n",
    );
    folder.write("pay.csv", ROWS);
    folder
}

/// Returns the lines of the diff that an edit causes, without the verdict, and the exit status under `--allow minor`.
fn changes(file: &str, from: &str, to: &str) -> (Vec<String>, i32) {
    let (base, head) = (catalog(), catalog());
    head.edit(file, from, to);
    let base = base.path().to_str().unwrap();
    let run = head.codegen(&["diff", base, "--allow", "minor"]);
    let mut lines: Vec<String> = run.stdout.lines().map(str::to_owned).collect();
    lines.pop();
    (lines, run.status)
}

#[test]
fn commits_that_differ_in_one_cautious_value_need_a_major_release() {
    for (from, to, expected) in [
        (
            "unknown,after-query",
            "failure,after-query",
            "major  pay::Code::SystemError (9999)  behavior change: outcome: unknown -> failure (required a query first)",
        ),
        (
            "unknown,after-query",
            "unknown,later",
            "major  pay::Code::SystemError (9999)  behavior change: retry: after-query -> later (required a query first)",
        ),
    ] {
        let folder = catalog();
        folder.init();
        folder.commit("One");
        folder.edit("pay.csv", from, to);
        folder.edit("pay.csv", "0000,accepted,Accepted", "0000,taken,Taken");
        folder.commit("Two");
        let diff = |allow: &str| {
            let arguments = ["diff", "HEAD~1", "HEAD", "--allow", allow];
            folder.codegen_process(&arguments)
        };
        let run = diff("minor");
        run.assert(1, &["requires a major release"], &[]);
        assert_eq!(run.stdout.lines().next(), Some(expected));
        diff("1.0.0..1.1.0").assert(1, &[expected], &[]);
        diff("major").assert(0, &[expected], &[]);
        diff("0.1.0..0.2.0").assert(0, &[expected], &[]);
    }
}

#[test]
fn changes_within_caution_and_towards_it_are_minor() {
    for (from, to, expected) in [
        (
            "pending,",
            "unknown,",
            "minor  pay::Code::Processing (2008)  behavior change: outcome: pending -> unknown",
        ),
        (
            "lost,failure",
            "lost,unknown",
            "minor  pay::Code::CardLost (4000)  behavior change: outcome: failure -> unknown",
        ),
        (
            "failure,never",
            "failure,later",
            "minor  pay::Code::CardLost (4000)  behavior change: retry: never -> later",
        ),
    ] {
        let (lines, status) = changes("pay.csv", from, to);
        assert_eq!(lines, [expected]);
        assert_eq!(status, 0);
    }
}

#[test]
fn declarations_that_drop_caution_are_major() {
    for (from, to, expected) in [
        (
            "cautious = [\"pending\", \"unknown\"]",
            "cautious = [\"unknown\"]",
            "major  the catalog  behavior change: cautious value of outcome removed: pending",
        ),
        (
            "cautious = [\"after-query\"]\n",
            "",
            "major  the catalog  behavior change: cautious value of retry removed: after-query",
        ),
        (
            "undocumented = \"unknown\"",
            "undocumented = \"failure\"",
            "major  the catalog  behavior change: outcome of undocumented codes: unknown -> failure (required a query first)",
        ),
        (
            "must_query = { values = [\"pending\", \"unknown\"]",
            "must_query = { values = [\"pending\"]",
            "major  the catalog  behavior change: outcome.must_query: pending, unknown -> pending (required a query first)",
        ),
        (
            "query = [\"pending\"]",
            "query = [\"pending\", \"failure\"]",
            "major  the catalog  behavior change: of_query: pending -> failure, pending (required a query first)",
        ),
        (
            "is_final = { values = [\"success\", \"failure\"]",
            "is_final = { values = [\"success\", \"failure\", \"unknown\"]",
            "major  the catalog  behavior change: outcome.is_final: failure, success -> failure, success, unknown (required a query first)",
        ),
    ] {
        let (lines, status) = changes("catalog.toml", from, to);
        assert_eq!(lines, [expected]);
        assert_eq!(status, 1);
    }
}

const NEXT: &str = r#"
[attribute.next]
doc = "What to do."
undocumented = "query"
cautious = ["query"]

[attribute.next.values]
proceed = "Go on."
query = "Query first."
stop = "Give up."

[attribute.next.from]
proceed = { outcome = ["success"] }
query = { outcome = ["pending", "unknown"] }
stop = { outcome = ["failure"] }
"#;

#[test]
fn derived_values_are_reported_only_without_their_cause() {
    let with_next = || {
        let folder = catalog();
        folder.write("catalog.toml", format!("{CATALOG}{NEXT}"));
        folder
    };
    let changes = |edits: &[(&str, &str, &str)]| -> Vec<String> {
        let (base, head) = (with_next(), with_next());
        for (file, from, to) in edits {
            head.edit(file, from, to);
        }
        let base = base.path().to_str().unwrap();
        let run = head.codegen(&["diff", base, "--allow", "major"]);
        run.assert(0, &[], &[]);
        let mut lines: Vec<String> = run.stdout.lines().map(str::to_owned).collect();
        lines.pop();
        lines
    };
    assert_eq!(
        changes(&[("pay.csv", "unknown,after-query", "failure,after-query")]),
        [
            "major  pay::Code::SystemError (9999)  behavior change: outcome: unknown -> failure (required a query first)"
        ]
    );
    assert_eq!(
        changes(&[
            (
                "catalog.toml",
                "query = { outcome = [\"pending\", ",
                "query = { outcome = ["
            ),
            (
                "catalog.toml",
                "stop = { outcome = [",
                "stop = { outcome = [\"pending\", "
            ),
        ]),
        [
            "major  pay::Code::Processing (2008)  behavior change: next: query -> stop (required a query first)"
        ]
    );
}

#[test]
fn queries_and_statuses_of_values_are_compared() {
    for (from, to, expected) in [
        (
            "query = [\"pending\"]\n",
            "",
            "major  the catalog  method of_query removed",
        ),
        (
            "query = [\"pending\"]",
            "query = [\"unknown\"]",
            "minor  the catalog  behavior change: of_query: pending -> unknown",
        ),
        (
            "[attribute.outcome.http]\nsuccess = 200\npending = 202\nfailure = 422\nunknown = 500\n",
            "",
            "major  the catalog  method outcome.http_status removed",
        ),
        (
            "unknown = 500",
            "unknown = 502",
            "minor  the catalog  behavior change: HTTP status of outcome unknown: 500 -> 502",
        ),
    ] {
        let (lines, _) = changes("catalog.toml", from, to);
        assert_eq!(lines, [expected]);
    }
}

#[test]
fn declarations_that_add_caution_are_minor() {
    let (lines, status) = changes(
        "catalog.toml",
        "cautious = [\"after-query\"]",
        "cautious = [\"after-query\", \"later\"]",
    );
    assert_eq!(
        lines,
        ["minor  the catalog  cautious value of retry added: later"]
    );
    assert_eq!(status, 0);
    let (lines, status) = changes(
        "catalog.toml",
        "undocumented = \"unknown\"",
        "undocumented = \"pending\"",
    );
    assert_eq!(
        lines,
        ["minor  the catalog  behavior change: outcome of undocumented codes: unknown -> pending"]
    );
    assert_eq!(status, 0);
}
