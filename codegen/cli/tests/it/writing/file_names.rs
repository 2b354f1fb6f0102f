//! Names of modules and tables cannot lead outside the output directories.

use super::{Catalog, TABLE};

#[test]
fn modules_cannot_escape_the_output_directory() {
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
fn names_similar_to_reserved_ones_are_allowed() {
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
fn tables_have_names_that_are_valid_on_every_system() {
    let catalog = Catalog::new();
    catalog
        .0
        .write("new.md", "| code | en |\n| --- | --- |\n| 0001 | Lost |\n");
    let before = catalog.0.files();
    let import = |name| {
        catalog
            .0
            .codegen(&["import", "new.md", "--table", "1", "--name", name])
    };
    for name in [
        "",
        ".",
        "../x",
        "/x",
        "x/",
        "a//b",
        "a/../b",
        "a\\b",
        "con",
        "a/nul.x",
        "a:b",
        "a|b",
        "line\nbreak",
        "a ",
    ] {
        import(name).assert(2, &[], &["invalid table name `", "help: "]);
        assert_eq!(catalog.0.files(), before, "{name:?}");
    }
    import("drafts/返回码").assert(0, &[], &["wrote drafts/返回码.toml"]);
}

#[test]
fn output_directories_must_not_overlap() {
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
fn the_out_argument_must_not_overlap_other_outputs() {
    let catalog = Catalog::new();
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    let before = catalog.0.files();
    for folder in ["reference", "./schema/", "out/../reference"] {
        let run = catalog.0.codegen(&["--out", folder]);
        run.assert(2, &[], &["two outputs share this directory", "help:"]);
        assert_eq!(catalog.0.files(), before);
    }
}

#[test]
fn out_may_be_next_to_the_directory_of_the_catalog() {
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
