//! Every identifier of the generated code as the name of everything that a catalog names: codegen refuses it, or rustc accepts
//! the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use codegen::{Builder, Output};
use heck::{ToSnakeCase as _, ToUpperCamelCase as _};
use proc_macro2::{TokenStream, TokenTree};

use crate::fixtures::VALID;
use test_support::cases;

/// The files of a catalog that has these names.
type Files = fn(&[String]) -> BTreeMap<String, String>;

const ERRORS: &str = "[rust]\nerrors = true\n";

/// Returns the name of a table's files, their texts.
fn table(module: &str, type_name: &str, rows: &str) -> (String, String, String) {
    let toml = format!(
        "module = \"{module}\"\ntype = \"{type_name}\"\ncode = {{ charset = \"digits\" }}\n"
    );
    (module.to_owned(), toml, rows.to_owned())
}

fn catalog(
    head: String,
    tables: impl IntoIterator<Item = (String, String, String)>,
) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut names = Vec::new();
    for (name, toml, rows) in tables {
        files.insert(format!("{name}.toml"), toml);
        files.insert(format!("{name}.csv"), rows);
        names.push(format!("{name:?}"));
    }
    let text = format!(
        "languages = [\"en\"]\ntables = [{}]\n[http]\noptional = true\n[lints]\nname = \"allow\"\n\
         redundant = \"allow\"\nsame-message = \"allow\"\n{head}",
        names.join(", ")
    );
    files.insert("catalog.toml".to_owned(), text);
    files
}

/// The identifiers of the generated code of all fixtures.
static IDENTIFIERS: LazyLock<BTreeSet<String>> = LazyLock::new(identifiers);

fn identifiers() -> BTreeSet<String> {
    fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => collect(group.stream(), names),
                TokenTree::Ident(ident) => {
                    names.insert(ident.to_string().trim_start_matches("r#").to_owned());
                }
                _ => {}
            }
        }
    }
    let mut names = BTreeSet::new();
    for text in VALID.iter().flat_map(|case| case.output.files().values()) {
        collect(text.parse().unwrap(), &mut names);
    }
    names
}

/// Generates the code of a catalog with all of the names that codegen accepts; returns them.
fn generate(files: Files, mut names: Vec<String>) -> (Output, Vec<String>) {
    loop {
        let files = files(&names).into_iter();
        let files = files.map(|(name, text)| (PathBuf::from(name), text.into_bytes()));
        let errors = match Builder::new("catalog.toml")
            .files(files.collect())
            .generate()
        {
            Ok(output) => return (output, names),
            Err(errors) => errors,
        };
        let messages: String = errors.iter().map(|error| format!("{error}\n")).collect();
        let before = names.len();
        let is_refused = |name: &str| messages.contains(&format!("`{name}`"));
        names.retain(|name| !is_refused(name) && !is_refused(&name.to_upper_camel_case()));
        assert!(names.len() < before, "{messages}");
    }
}

/// Tries every identifier as this kind of name.
fn check(kind: &str, files: Files) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("names");
    // The short run takes some of them: each makes a method of every enum.
    let step = usize::try_from(cases(10, 1)).unwrap();
    let identifiers = IDENTIFIERS.iter().step_by(step);
    let form = |name: &String| match kind {
        "type" => name.to_upper_camel_case(),
        _ => name.to_snake_case(),
    };
    let names: BTreeSet<String> = identifiers.map(form).collect();
    let names = names.into_iter().filter(|name| !name.is_empty());
    let (output, accepted) = generate(files, names.collect());
    assert!(accepted.len() > 200 / step, "{accepted:?}");
    let folder = folder.join(kind);
    let _ = fs::remove_dir_all(&folder);
    output.write_to(&folder).unwrap();
    let path = folder.with_extension("rs");
    let root = format!("#![no_std]\ninclude!({:?});\n", folder.join("mod.rs"));
    fs::write(&path, root).unwrap();
    let rustc = Command::new("rustc")
        .args([
            "--crate-type=lib",
            "--emit=metadata",
            "--edition=2024",
            "--cap-lints=allow",
            "--out-dir",
        ])
        .arg(&folder)
        .arg(&path)
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&rustc.stderr);
    assert!(rustc.status.success(), "{stderr}");
}

#[test]
fn names_of_attributes() {
    check("attribute", |names| {
        let attribute = |name: &String| {
            format!(
                "[attribute.{name}]\ndoc = \"D.\"\nundocumented = \"one\"\n\
                     [attribute.{name}.values]\none = \"One.\"\n"
            )
        };
        let head = names.iter().map(attribute).collect();
        let columns: String = names.iter().map(|name| format!(",{name}")).collect();
        let cells = ",one".repeat(names.len());
        catalog(
            head,
            [table(
                "shop",
                "ReturnCode",
                &format!("code,name,en{columns}\n1,thing,Thing{cells}\n"),
            )],
        )
    });
}

#[test]
fn names_of_values() {
    check("value", |names| {
        let values = names.iter().map(|name| format!("{name} = \"V.\"\n"));
        let head = format!(
            "[attribute.kind]\ndoc = \"D.\"\n[attribute.kind.values]\n{}",
            values.collect::<String>()
        );
        let rows = format!("code,name,en,kind\n1,thing,Thing,{}\n", names[0]);
        catalog(head, [table("shop", "ReturnCode", &rows)])
    });
}

#[test]
fn names_of_predicates() {
    check("predicate", |names| {
        let predicates = names
            .iter()
            .map(|name| format!("{name} = {{ values = [\"one\"], doc = \"D.\" }}\n"));
        let head = format!(
            "[attribute.kind]\ndoc = \"D.\"\n[attribute.kind.values]\none = \"One.\"\n[attribute.kind.predicates]\n{}",
            predicates.collect::<String>()
        );
        catalog(
            head,
            [table(
                "shop",
                "ReturnCode",
                "code,name,en,kind\n1,thing,Thing,one\n",
            )],
        )
    });
}

#[test]
fn names_of_scopes() {
    check("scope", |names| {
        let values = names.iter().map(|name| format!("{name} = \"V.\"\n"));
        let mut table = table(
            "shop",
            "ReturnCode",
            &format!("code,scope,name,en\n1,{},thing,Thing\n", names[0]),
        );
        let _ = write!(table.1, "[scope.values]\n{}", values.collect::<String>());
        catalog(String::new(), [table])
    });
}

#[test]
fn names_of_variants() {
    check("variant", |names| {
        let row = |(code, name): (usize, &String)| format!("{code},{name},Thing {code}\n");
        let rows: String = names.iter().enumerate().map(row).collect();
        catalog(
            String::new(),
            [table(
                "shop",
                "ReturnCode",
                &format!("code,name,en\n{rows}"),
            )],
        )
    });
}

#[test]
fn names_of_constructors() {
    check("constructor", |names| {
        let row = |(code, name): (usize, &String)| format!("{code},{name},Thing {code}\n");
        let rows: String = names.iter().enumerate().map(row).collect();
        let rows = format!("code,name,en\n{rows}");
        catalog(ERRORS.to_owned(), [table("shop", "ReturnCode", &rows)])
    });
}

#[test]
fn names_of_placeholders() {
    check("placeholder", |names| {
        let row =
            |(code, name): (usize, &String)| format!("{code},thing {code},Thing {{{name}}}\n");
        let rows: String = names.iter().enumerate().map(row).collect();
        let rows = format!("code,name,en\n{rows}");
        catalog(ERRORS.to_owned(), [table("shop", "ReturnCode", &rows)])
    });
}

#[test]
fn names_of_modules() {
    check("module", |names| {
        let tables = names
            .iter()
            .map(|name| table(name, "ReturnCode", "code,name,en\n1,thing,Thing\n"));
        catalog(String::new(), tables)
    });
}

#[test]
fn names_of_types() {
    check("type", |names| {
        let tables = names.iter().map(|name| {
            let (file, _, rows) = table(
                &format!("t_{}", name.to_snake_case()),
                name,
                "code,name,en\n1,thing,Thing\n",
            );
            (
                file,
                format!(
                    "module = \"shop\"\ntype = \"{name}\"\ncode = {{ charset = \"digits\" }}\n"
                ),
                rows,
            )
        });
        catalog(String::new(), tables)
    });
}
