//! Text that tries to be something else than text, wherever a catalog, a document or a name of a file can have some: it is
//! refused, with its place, or it is shown as it stands.
//!
//! The page is tested in a browser besides: `browser-tests`.

mod documents;
mod generated_rust;
mod outputs;
mod refused;

use crate::support::Folder;

/// A catalog with each of the texts in each place that a catalog has for text.
fn hostile() -> Folder {
    test_support::hostile::catalog().into()
}
