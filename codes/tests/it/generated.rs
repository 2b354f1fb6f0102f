//! The checked-in copy, what the build wrote and a fresh generation are the same to the byte.

use std::path::Path;

fn assert_current(folder: &Path) {
    let output = codegen::Builder::new(codes_data::CATALOG)
        .generate()
        .unwrap();
    let stale = output.stale_files(folder).unwrap();
    let list: String = stale.iter().map(|file| format!("\n{file}")).collect();
    assert!(
        stale.is_empty(),
        "{list}\nrun `{}` to mend the checked-in copy",
        output.command()
    );
}

#[test]
fn the_checked_in_copy_is_current() {
    assert_current(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated"));
}

#[test]
#[cfg(feature = "generate")]
fn the_build_wrote_the_same() {
    assert_current(Path::new(env!("OUT_DIR")));
}

#[test]
fn the_data_have_no_warnings() {
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
