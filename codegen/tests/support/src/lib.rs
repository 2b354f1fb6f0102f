//! What the tests of `codegen` and of its command line share.

pub mod catalogs;
pub mod expected;
mod folder;
pub mod hostile;

pub use folder::Folder;

/// Returns the first number, or with `FULL_TESTS=1` the second: how many cases are tried.
pub fn cases(few: u32, many: u32) -> u32 {
    if std::env::var_os("FULL_TESTS").is_some() {
        many
    } else {
        few
    }
}
