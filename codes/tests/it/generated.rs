//! Compares the checked-in copy and the output of the build script with a new generation, byte for byte.

use std::path::Path;

fn assert_current(folder: &Path) {
    let output = codegen::Builder::new(codes_data::CATALOG)
        .generate()
        .unwrap();
    let stale = output.stale_files(folder).unwrap();
    let list: String = stale.iter().map(|file| format!("\n{file}")).collect();
    assert!(
        stale.is_empty(),
        "{list}\nto update the checked-in copy, run `{}`",
        output.command()
    );
}

#[test]
fn checked_in_copy_is_current() {
    assert_current(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated"));
}

#[test]
#[cfg(feature = "generate")]
fn output_of_the_build_script_is_current() {
    assert_current(Path::new(env!("OUT_DIR")));
}

#[test]
fn tables_have_no_warnings() {
    let output = codegen::Builder::new(codes_data::CATALOG)
        .generate()
        .unwrap();
    let list: String = output
        .warnings()
        .iter()
        .map(|warning| format!("{warning}\n"))
        .collect();
    assert!(list.is_empty(), "{list}");
}
