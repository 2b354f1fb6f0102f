//! Small catalogs for tests.

use super::Folder;

/// Returns a catalog with three rows, one of which is a range.
pub(crate) fn shop() -> Folder {
    test_support::catalogs::shop().into()
}

/// Returns a catalog with rows of `code,name,zh,en,http,outcome,printed.zh,note` and further lines of `catalog.toml` and
/// `shop.toml`.
pub(crate) fn with_rows(rows: &str, head: &str, table: &str) -> Folder {
    test_support::catalogs::with_rows(rows, head, table).into()
}
