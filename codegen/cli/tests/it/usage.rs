//! Arguments, help, and the search for the catalog.

use crate::support::catalogs::shop;
use crate::support::{Folder, Run};

#[test]
fn the_catalog_is_found_here_or_one_level_below() {
    let catalog = shop();
    let parent = Folder::new();
    parent.codegen(&["--check"]).assert(
        2,
        &[],
        &[
            "no `catalog.toml` in this directory",
            "--catalog PATH",
            "`codegen init`",
        ],
    );
    for name in ["a", "b"] {
        for file in ["catalog.toml", "shop.toml", "shop.csv"] {
            parent.write(&format!("{name}/{file}"), catalog.read(file));
        }
        if name == "a" {
            parent.codegen(&[]).assert(0, &[], &["wrote a/out/mod.rs"]);
        }
    }
    parent.codegen(&[]).assert(
        2,
        &[],
        &["found several catalogs", "a/catalog.toml", "b/catalog.toml"],
    );
    parent
        .codegen(&["--catalog", "b/catalog.toml"])
        .assert(0, &[], &["wrote b/out/mod.rs"]);
    parent
        .codegen(&["--catalog", "c.toml"])
        .assert(2, &[], &["failed to read `c.toml`"]);
    parent
        .codegen(&["--catalog", "a", "--check"])
        .assert(0, &[], &[]);
    parent.codegen(&["--catalog", "a/out"]).assert(
        2,
        &[],
        &[
            "no `catalog.toml` in `a/out`",
            "`codegen init --own` for your own codes",
        ],
    );
}

/// A variable of a script may hold something else than it should.
#[test]
fn long_values_are_cut_in_messages() {
    let long = "x".repeat(2000);
    let run = shop().codegen(&["diff", "base", "--allow", &long]);
    run.assert(2, &[], &["x…' for '--allow <LEVEL>': expected `patch`"]);
    assert!(run.stderr.len() < 500, "{}", run.stderr);
}

#[test]
fn help_and_version_exit_0_and_invalid_usage_exits_2() {
    let catalog = shop();
    catalog
        .codegen(&["--help"])
        .assert(0, &["--check", "explain", "export", "Exit status"], &[]);
    catalog.codegen(&["--version"]).assert(
        0,
        &[concat!("codegen ", env!("CARGO_PKG_VERSION"))],
        &[],
    );
    catalog
        .codegen(&["--catalog", "catalog.toml", "explain", "0042"])
        .assert(0, &["OrderNotFound"], &[]);
    catalog
        .codegen(&["--check", "explain", "0042"])
        .assert(2, &[], &["are options of `generate`"]);
    catalog.codegen(&["--chekc"]).assert(2, &[], &["--check"]);
    catalog
        .codegen(&["export", "--format", "yaml"])
        .assert(2, &[], &["json"]);
}

#[test]
fn all_commands_list_their_options_in_the_same_order() {
    const ORDER: [&str; 23] = [
        "--check",
        "--prune",
        "--received",
        "--own",
        "--empty",
        "--languages",
        "--lang",
        "--allow",
        "--table",
        "--columns",
        "--names",
        "--no-header",
        "--name",
        "--write",
        "--date",
        "--format",
        "--out",
        "--help",
        "--version",
        "--catalog",
        "--message-format",
        "--color",
        "--quiet",
    ];
    let folder = Folder::new();
    let place = |option: &str| {
        let place = ORDER.iter().position(|name| *name == option);
        place.unwrap_or_else(|| panic!("{option} has a place in the order"))
    };
    for command in COMMANDS {
        let help = folder.codegen(&[command, "--help"]).clean();
        // Deeper lines are descriptions.
        let lines = help.lines().filter(|line| !line.starts_with("       "));
        let lines = lines
            .map(str::trim_start)
            .filter(|line| line.starts_with('-'));
        let options = lines.map(|line| {
            let start = line.find("--").unwrap();
            line[start..].split(' ').next().unwrap()
        });
        let places: Vec<usize> = options.map(place).collect();
        assert!(places.len() >= 5 && places.is_sorted(), "{help}");
    }
}

const COMMANDS: [&str; 9] = [
    "generate",
    "explain",
    "export",
    "init",
    "diff",
    "import",
    "reconcile",
    "completions",
    "man",
];

#[test]
fn each_command_has_a_manual_page_and_is_completed() {
    let folder = Folder::new();
    let main = folder.codegen(&["man"]).clean();
    let completions = folder.codegen(&["completions", "bash"]).clean();
    for command in COMMANDS {
        assert!(main.contains(&format!("codegen\\-{command}(1)")), "{main}");
        let page = folder.codegen(&["man", command]).clean();
        assert!(
            page.contains(".SH NAME") && page.contains("Exit status"),
            "{page}"
        );
        assert!(
            completions.contains(&format!("codegen,{command})")),
            "{command}"
        );
    }
    // The options of all commands come last.
    let page = folder.codegen(&["man", "explain"]).clean();
    let places = [
        "lang",
        "format",
        "catalog",
        "message\\-format",
        "color",
        "quiet",
    ];
    let places = places.map(|option| page.find(&format!("\\-\\-{option}\\fR")).unwrap());
    assert!(places.is_sorted(), "{page}");
    let unknown = folder.codegen(&["man", "explian"]);
    unknown.assert(2, &[], &["unknown command `explian`", "`explain`"]);
    for shell in ["elvish", "fish", "powershell", "zsh"] {
        let script = folder.codegen(&["completions", shell]).clean();
        assert!(script.contains("message-format"), "{shell}: {script}");
    }
}

#[test]
fn quiet_prints_only_results_warnings_and_errors() {
    let catalog = shop();
    let run = |arguments: &[&str]| catalog.codegen(&[arguments, &["--quiet"]].concat());
    let is_silent = |run: &Run| run.stderr.is_empty();
    assert!(is_silent(&run(&[])));
    assert!(is_silent(&run(&[
        "export",
        "--format=json",
        "--out=all.json"
    ])));
    assert!(is_silent(&run(&["init", "other"])));
    let found = run(&["explain", "the"]);
    found.assert(0, &["StockLocked0"], &[]);
    assert!(is_silent(&found));
    run(&["explain", "0043"]).assert(1, &[], &["no code matches"]);
    catalog.edit("shop.csv", "Succeeded", "Accepted");
    let stale = run(&["--check"]);
    stale.assert(1, &["Accepted"], &["error"]);
    assert!(!stale.stderr.contains("make codes"), "{}", stale.stderr);
}
