//! Measures the size of the generated tables in a program that uses all columns.

use std::path::Path;
use std::process::Command;

use object::{Object as _, ObjectSection as _, SectionKind};

/// Returns the size of the data sections in bytes, after compiling the generated code at `root`. Writes to `folder`.
pub fn bytes(root: &Path, folder: &Path) -> u64 {
    let source = folder.join("data.rs");
    let object = folder.join("data.o");
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(&source, format!("include!({root:?});\n")).unwrap();
    let rustc = Command::new("rustc")
        .args([
            "-O",
            "--edition=2024",
            "--crate-type=lib",
            "--emit=obj",
            "-Ccodegen-units=1",
            "-o",
        ])
        .args([&object, &source])
        .output()
        .unwrap();
    assert!(
        rustc.status.success(),
        "{}",
        String::from_utf8_lossy(&rustc.stderr)
    );
    let bytes = std::fs::read(object).unwrap();
    let object = object::File::parse(bytes.as_slice()).unwrap();
    let is_data = |kind| {
        matches!(
            kind,
            SectionKind::Data
                | SectionKind::ReadOnlyData
                | SectionKind::ReadOnlyDataWithRel
                | SectionKind::ReadOnlyString
        )
    };
    // The table of exception frames is in a data section, but belongs to the code.
    object
        .sections()
        .filter(|section| is_data(section.kind()) && section.name() != Ok(".eh_frame"))
        .map(|section| section.size())
        .sum()
}
