//! Support for the tests of `codegen` and of its command line.

pub mod catalogs;
pub mod expected;
mod folder;
pub mod hostile;

pub use folder::Folder;

/// Returns the number of cases to test: the first one, or the second with `FULL_TESTS=1`.
pub fn cases(few: u32, many: u32) -> u32 {
    if std::env::var_os("FULL_TESTS").is_some() {
        many
    } else {
        few
    }
}
