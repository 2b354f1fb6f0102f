//! Versions by revision and by path, output formats, and versions that cannot be compared.

use super::catalog;
use crate::support::{Folder, Run};

/// Creates three commits: one adds a code, one changes a pending payment to a failure, one changes a word.
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
const OUTCOME_CHANGED: &str = "outcome: pending -> failure";
const REWORDED: &str = "en: The card [-is-]{+was+} lost";

#[track_caller]
fn differs(run: &Run, status: i32, with: &[&str], without: &[&str]) {
    run.assert(status, with, &[]);
    for text in without {
        assert!(!run.stdout.contains(text), "{text:?} in\n{}", run.stdout);
    }
}

/// Git sets variables for hooks that name its own repository.
#[test]
fn the_repository_of_a_hook_is_not_that_of_the_catalog() {
    let (folder, hook) = (history(), Folder::new());
    hook.init();
    let mut program = folder.program();
    program.args(["diff", "v1.0.0"]);
    let git = hook.path().join(".git");
    program.env("GIT_DIR", &git);
    program.env("GIT_INDEX_FILE", git.join("index"));
    Run::of(&mut program).assert(1, &[ADDED], &[]);
}

#[test]
fn revisions_are_compared() {
    let folder = history();
    let diff = |arguments: &[&str]| folder.codegen_process(&[&["diff"], arguments].concat());
    differs(
        &diff(&["v1.0.0"]),
        1,
        &[
            OUTCOME_CHANGED,
            ADDED,
            REWORDED,
            "requires a major release (1 major change, 1 minor change, 1 patch change)",
        ],
        &[],
    );
    differs(
        &diff(&["HEAD~2", "HEAD~1"]),
        1,
        &[ADDED],
        &[OUTCOME_CHANGED, REWORDED],
    );
    differs(
        &diff(&["HEAD~1", "HEAD"]),
        0,
        &[OUTCOME_CHANGED],
        &[ADDED, REWORDED],
    );
    differs(
        &diff(&["HEAD~1", "HEAD", "--allow", "patch"]),
        1,
        &[OUTCOME_CHANGED],
        &[],
    );
    differs(
        &diff(&["main"]),
        0,
        &[REWORDED, "requires a patch release (1 patch change)"],
        &[ADDED, OUTCOME_CHANGED],
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
fn a_catalog_in_a_subdirectory_is_found_in_a_revision() {
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
        .codegen_process(&["diff", "HEAD"])
        .assert(0, &[REWORDED], &[]);
    let absolute = folder.path().join("codes-data/catalog.toml");
    let absolute = absolute.to_str().unwrap();
    folder
        .codegen_process(&["diff", "HEAD", "--catalog", absolute])
        .assert(0, &[REWORDED], &[]);
    // The catalog was elsewhere then. This is an error, not an empty catalog.
    folder.codegen_process(&["diff", "HEAD~1"]).assert(
        2,
        &[],
        &[
            "failed to read `HEAD~1:codes-data/catalog.toml`",
            "failed to load the catalog of `HEAD~1`",
            "REVISION:PATH",
        ],
    );
    folder
        .codegen_process(&["diff", "HEAD~1:data/catalog.toml"])
        .assert(0, &[REWORDED], &[]);
}

#[test]
fn two_paths_are_compared_outside_a_repository() {
    let (base, head, elsewhere) = (catalog(), catalog(), Folder::new());
    head.edit("shop.csv", "The card is lost", "The card was lost");
    let (base, head) = (base.path().to_str().unwrap(), head.path().to_str().unwrap());
    elsewhere
        .codegen(&["diff", base, head])
        .assert(0, &[REWORDED], &[]);
    elsewhere.codegen(&["diff", base, "main"]).assert(
        2,
        &[],
        &["failed to read the git repository of"],
    );
    elsewhere
        .codegen(&["diff", base])
        .assert(2, &[], &["no `catalog.toml` in this directory"]);
}

#[test]
fn unreadable_base_exits_2() {
    let folder = catalog();
    folder.codegen_process(&["diff", "main"]).assert(
        2,
        &[],
        &[
            "failed to read the git repository of",
            "the path of another catalog",
        ],
    );
    folder.init();
    folder.edit("shop.csv", "202,pending", "202,pendin");
    folder.commit("Bad");
    folder.edit("shop.csv", "202,pendin", "202,pending");
    folder.codegen_process(&["diff", "nowhere"]).assert(
        2,
        &[],
        &[
            "unknown revision or catalog `nowhere`",
            "pass a branch, tag, commit or catalog path",
        ],
    );
    let run = folder.codegen_process(&["diff", "HEAD"]);
    run.assert(
        2,
        &[],
        &[
            "unknown value `pendin` for `outcome`",
            "failed to load the catalog of `HEAD`",
            "compare with a newer revision",
        ],
    );
    assert_eq!(run.stdout, "");
    folder.edit("shop.csv", "202,pending", "20,pending");
    folder.commit("Also bad");
    folder
        .codegen_process(&["diff", "HEAD"])
        .assert(2, &[], &["invalid HTTP status `20`"]);
    folder
        .codegen_process(&["diff", "--", "--output=x"])
        .assert(2, &[], &["unknown revision or catalog"]);
    folder
        .codegen_process(&["diff", "HEAD", "--allow", "huge"])
        .assert(
            2,
            &[],
            &["expected `patch`, `minor`, `major` or a version bump"],
        );
    folder
        .codegen_process(&["diff"])
        .assert(2, &[], &["<BASE>"]);
}

#[test]
fn json_markdown_and_github_formats() {
    let folder = history();
    let diff = |format: &str| folder.codegen_process(&["diff", "v1.0.0", "--format", format]);
    let run = diff("json");
    run.assert(1, &[], &[]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["level"], "major");
    assert_eq!(
        json["changes"][0],
        serde_json::json!({
            "level": "minor", "kind": "decision-changed", "behavior_change": true, "table": "shop", "path": "shop::ReturnCode",
            "code": "0060", "variant": "PaymentProcessing", "text": OUTCOME_CHANGED, "old": "pending", "new": "failure",
        })
    );
    assert_eq!(json["changes"].as_array().unwrap().len(), 3);
    diff("markdown").assert(
        1,
        &[
            "### Codes: requires a major release (1 major change, 1 minor change, 1 patch change)\n",
            "| Level | Subject | Change |\n| --- | --- | --- |\n",
            "| minor | `shop::ReturnCode::PaymentProcessing (0060)` | **behavior change:** outcome: pending → failure |",
            "| patch | `shop::ReturnCode::CardLost (0070)` | en: The card \\[-is-\\]{+was+} lost |",
        ],
        &[],
    );
    diff("github").assert(
        1,
        &[
            "::warning file=shop.csv,line=5,title=minor%3A shop%3A%3AReturnCode%3A%3APaymentProcessing (0060)::outcome: pending -> failure\n",
            "::error file=shop.csv,line=6,title=major%3A shop%3A%3AReturnCode%3A%3ACardStolen (0069)::code added\n",
            "::notice file=shop.csv,line=7,",
            "::notice title=codes::requires a major release",
        ],
        &[],
    );
    let nothing = folder.codegen_process(&["diff", "HEAD", "HEAD", "--format", "json"]);
    nothing.assert(0, &["\"level\": null"], &[]);
}

#[test]
fn removed_codes_are_annotated_at_their_table() {
    let folder = catalog();
    folder.init();
    folder.commit("One");
    let github = || folder.codegen_process(&["diff", "HEAD", "--format", "github"]);
    // A removed code has no line, so the annotation is at the name of the enum.
    folder.edit(
        "shop.csv",
        "0070,card lost,卡已挂失,The card is lost,400,failure,,\n",
        "",
    );
    folder.edit("status.toml", "\"Status\"", "\"Answer\"");
    github().assert(
        1,
        &[
            "::error file=shop.toml,line=2,title=major%3A shop%3A%3AReturnCode%3A%3ACardLost (0070)::code removed\n",
            "::error file=status.toml,line=2,title=major%3A shop%3A%3AAnswer::enum renamed: shop::Status -> shop::Answer\n",
        ],
        &[],
    );
    folder.edit("catalog.toml", ", \"status\"", "");
    github().assert(
        1,
        &["::error title=major%3A shop%3A%3AStatus::table removed\n"],
        &[],
    );
}
