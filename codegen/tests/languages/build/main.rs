//! Generates `Lang` for each list of offered languages.

mod pairs;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use codegen::Builder;

fn main() {
    println!("cargo::rerun-if-changed=build");
    for file in pairs::FILES {
        println!("cargo::rerun-if-changed={file}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    let pairs = pairs::read();
    let mut offers: Vec<&Vec<String>> = pairs.iter().map(|pair| &pair.offered).collect();
    offers.sort();
    offers.dedup();
    let mut library = String::new();
    for (number, offered) in offers.iter().enumerate() {
        let folder = out.join(format!("offer_{number}"));
        let output = Builder::new("catalog.toml")
            .files(files(offered))
            .generate();
        let output = output.unwrap_or_else(|errors| panic!("{offered:?}: {errors}"));
        if let Err(errors) = output.write_to(&folder) {
            panic!("{errors}");
        }
        let root = folder.join("mod.rs");
        let _ = writeln!(library, "mod offer_{number} {{ include!({root:?}); }}");
    }
    library.push_str("/// The rows of the tables.\npub const PAIRS: &[Pair] = &[\n");
    for pair in &pairs {
        let number = offers.binary_search(&&pair.offered).unwrap();
        let _ = writeln!(
            library,
            "Pair {{ requested: {:?}, offered: &{:?}, selected: {:?}, \
             negotiate: |field| offer_{number}::Lang::negotiate(field).map(offer_{number}::Lang::tag) }},",
            pair.requested.join(","),
            pair.offered,
            pair.selected,
        );
    }
    library.push_str("];\n");
    fs::write(out.join("pairs.rs"), library).unwrap();
}

/// Returns the files of a catalog with these languages and one code.
fn files(languages: &[String]) -> BTreeMap<PathBuf, Vec<u8>> {
    let catalog =
        format!("languages = {languages:?}\ntables = [\"codes\"]\n[lints]\nscript = \"allow\"\n");
    let table = "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n";
    let (tags, messages) = (
        languages.join(","),
        vec!["Message"; languages.len()].join(","),
    );
    let rows = format!("code,name,{tags}\n1,order not found,{messages}\n");
    let files = [
        ("catalog.toml", catalog),
        ("codes.toml", table.to_owned()),
        ("codes.csv", rows),
    ];
    files
        .map(|(path, text)| (PathBuf::from(path), text.into_bytes()))
        .into()
}
