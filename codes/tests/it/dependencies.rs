//! The dependencies of the crate, and the lints of all packages.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Returns the crates that `cargo tree` lists for `codes` with these arguments.
fn tree(arguments: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "--edges=normal,build",
            "--prefix=none",
            "--package=codes",
        ])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn checked_in_copy_has_no_dependencies() {
    let crates = tree(&["--no-default-features"]);
    assert_eq!(crates.len(), 1, "{crates:?}");
    assert!(crates[0].starts_with("codes v"));
}

#[test]
fn each_feature_adds_only_its_crate() {
    for (feature, allowed) in [
        ("serde", &["codes", "serde", "serde_core"][..]),
        ("http", &["codes", "http", "bytes", "itoa"]),
    ] {
        let crates = tree(&["--no-default-features", "--features", feature]);
        let names: Vec<&str> = crates
            .iter()
            .filter_map(|name| name.split(' ').next())
            .collect();
        assert_eq!(names, allowed, "{feature}");
    }
}

#[test]
fn generator_does_not_depend_on_the_command_line() {
    let crates = tree(&[]);
    assert!(crates.iter().any(|name| name.starts_with("codegen v")));
    for tool in [
        "annotate-snippets",
        "anstream",
        "calamine",
        "askama",
        "clap",
        "pulldown-cmark",
        "scraper",
        "serde_json",
        "similar",
    ] {
        assert!(
            !crates
                .iter()
                .any(|name| name.starts_with(&format!("{tool} v"))),
            "{tool}"
        );
    }
}

/// The workspace forbids `unsafe`. Its lints apply to build scripts, examples, tests and included files of each package that inherits them.
#[test]
fn every_package_inherits_forbid_unsafe_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = |folder: &Path| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        text.parse::<toml::Table>().unwrap()
    };
    let workspace = &manifest(&root)["workspace"];
    assert_eq!(
        workspace["lints"]["rust"]["unsafe_code"].as_str(),
        Some("forbid")
    );
    let members = workspace["members"].as_array().unwrap();
    for member in members {
        let package = manifest(&root.join(member.as_str().unwrap()));
        assert_eq!(
            package["lints"]["workspace"].as_bool(),
            Some(true),
            "{member:?}"
        );
    }
}
