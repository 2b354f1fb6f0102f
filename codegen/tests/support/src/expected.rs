//! Expected texts in files: compared, or updated with `UPDATE_FIXTURES=1`.

use std::fs;
use std::path::Path;

/// Returns `true` if expected files are updated instead of compared.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE_FIXTURES").is_some()
}

/// Compares a text with a file, or updates the file.
///
/// # Errors
///
/// Returns the difference.
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

/// Asserts that a text equals a file, or updates the file.
#[track_caller]
pub fn assert(path: &Path, actual: &str) {
    assert_none(&Vec::from_iter(compare(path, actual).err()));
}
