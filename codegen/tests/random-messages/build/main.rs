//! Generates a table of random messages.

mod messages;

use std::env;
use std::path::Path;

use codegen::Builder;

fn main() {
    println!("cargo::rerun-if-changed=build");
    let output = Builder::new("catalog.toml")
        .files(messages::files())
        .generate();
    let output = output.unwrap_or_else(|errors| panic!("{errors}"));
    let out = env::var_os("OUT_DIR").unwrap();
    if let Err(errors) = output.write_to(Path::new(&out).join("generated")) {
        panic!("{errors}");
    }
}
