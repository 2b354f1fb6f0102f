//! Nothing is written outside the folders, whatever the data call their modules and tables.

use super::{Catalog, TABLE};

#[test]
fn no_module_leads_out_of_the_folder() {
    let modules = [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "/x",
        "a\\\\b",
        "C:x",
        "a.b",
        "a::..::b",
        "a::",
        "::a",
        "mod",
        "self",
        "super",
        "crate",
        "type",
        "alloc",
        "con",
        "nul",
        "aux",
        "prn",
        "com1",
        "lpt9",
        "con::x",
        "readme",
        "A",
        "ｘ",
        "a b",
        "a\\u0000b",
    ];
    for module in modules {
        let catalog = Catalog::new();
        catalog
            .0
            .write("shop.toml", format!("module = \"{module}\"\n{TABLE}"));
        let before = catalog.0.files();
        let run = catalog.0.codegen(&[]);
        run.assert(2, &[], &["shop.toml:1:10", "help:"]);
        assert_eq!(catalog.0.files(), before, "{module}");
    }
}

#[test]
fn a_module_may_have_a_name_that_only_looks_like_one_of_those() {
    for module in ["console", "a::con", "com10", "readme::a", "nul_l"] {
        let catalog = Catalog::new();
        catalog
            .0
            .write("shop.toml", format!("module = \"{module}\"\n{TABLE}"));
        catalog.0.codegen(&[]).assert(0, &[], &[]);
        let file = format!("out/{}.rs", module.replace("::", "."));
        assert!(catalog.0.files().contains(&file), "{file}");
    }
}

#[test]
fn no_folder_of_output_is_that_of_the_data_or_of_another_output() {
    let absolute = std::env::temp_dir();
    let absolute = absolute.to_str().unwrap().replace('\\', "/");
    let cases = [
        ("out = \"out\"", "out = \"\"", "5"),
        ("out = \"out\"", "out = \".\"", "5"),
        ("out = \"out\"", "out = \"..\"", "5"),
        ("out = \"out\"", "out = \"out/../../\"", "5"),
        ("out = \"out\"", &format!("out = \"{absolute}\""), "5"),
        ("out = \"reference\"", "out = \"out\"", "8"),
        ("out = \"reference\"", "out = \"./x/../out/\"", "8"),
        ("out = \"reference\"", "out = \"out/reference\"", "8"),
        ("out = \"schema\"", "out = \"reference\"", "11"),
    ];
    for (from, to, line) in cases {
        let catalog = Catalog::new();
        catalog.0.edit("catalog.toml", from, to);
        let before = catalog.0.files();
        let place = format!("catalog.toml:{line}:7");
        catalog.0.codegen(&[]).assert(2, &[], &[&place, "help:"]);
        assert_eq!(catalog.0.files(), before, "{to}");
    }
}

#[test]
fn a_folder_given_by_an_argument_is_not_that_of_another_output() {
    let catalog = Catalog::new();
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    let before = catalog.0.files();
    for folder in ["reference", "./schema/", "out/../reference"] {
        let run = catalog.0.codegen(&["--out", folder]);
        run.assert(2, &[], &["is the folder of two outputs", "help:"]);
        assert_eq!(catalog.0.files(), before);
    }
}

#[test]
fn a_folder_beside_the_catalogs_is_where_a_checked_in_copy_may_lie() {
    let catalog = Catalog::new();
    for file in catalog.0.files() {
        catalog
            .0
            .write(&format!("data/{file}"), catalog.0.read(&file));
    }
    catalog
        .0
        .edit("data/catalog.toml", "\"out\"", "\"../src/generated\"");
    let run = catalog.0.codegen(&["--catalog", "data/catalog.toml"]);
    run.assert(0, &[], &["wrote src/generated/mod.rs"]);
}
