//! Small catalogs to try things on.

use super::Folder;

/// A catalog of three rows, one of which is a range.
pub(crate) fn shop() -> Folder {
    test_support::catalogs::shop().into()
}

/// A catalog with rows of `code,name,zh,en,http,outcome,printed.zh,note`, and more for `catalog.toml` and `shop.toml`.
pub(crate) fn with_rows(rows: &str, head: &str, table: &str) -> Folder {
    test_support::catalogs::with_rows(rows, head, table).into()
}
