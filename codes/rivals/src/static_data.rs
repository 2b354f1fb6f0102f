//! How many bytes a program would hold if it called for every column of the generated code.

use std::path::Path;
use std::process::Command;

use object::{Object as _, ObjectSection as _, SectionKind};

/// The data of the object that rustc makes of generated code; `folder` is where it may be written.
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
    // Notes for debuggers and for unwinding are other kinds, but for the table of exception frames.
    object
        .sections()
        .filter(|section| is_data(section.kind()) && section.name() != Ok(".eh_frame"))
        .map(|section| section.size())
        .sum()
}
