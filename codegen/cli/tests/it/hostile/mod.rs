//! Hostile text in catalogs, documents and file names: it is refused with its place, or shown as it is.
//!
//! `browser-tests` tests the page in a browser too.

mod documents;
mod generated_rust;
mod outputs;
mod refused;

use crate::support::Folder;

/// Returns a catalog with each hostile text in each place for text.
fn hostile() -> Folder {
    test_support::hostile::catalog().into()
}
