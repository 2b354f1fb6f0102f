//! Expected texts in files: compared, or written where `UPDATE_FIXTURES=1` says that what comes now is what is expected.

use std::fs;
use std::path::Path;

/// Returns whether expected files are to be written instead of compared.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE_FIXTURES").is_some()
}

/// Compares a text with a file, or writes the file.
///
/// # Errors
///
/// Returns the difference, for a person to read.
pub fn compare(path: &Path, actual: &str) -> Result<(), String> {
    if is_update() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, actual).unwrap();
        return Ok(());
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    let diff = similar::TextDiff::from_lines(&expected, actual);
    let (path, diff) = (
        path.display(),
        diff.unified_diff().context_radius(2).to_string(),
    );
    Err(format!("{path}:\n{diff}"))
}

/// Fails with all differences together.
#[track_caller]
pub fn assert_none(differences: &[String]) {
    assert!(
        differences.is_empty(),
        "{}\nif this is intended, run the test with UPDATE_FIXTURES=1",
        differences.join("\n")
    );
}

/// Compares one text with a file, or writes the file.
#[track_caller]
pub fn assert(path: &Path, actual: &str) {
    assert_none(&Vec::from_iter(compare(path, actual).err()));
}
