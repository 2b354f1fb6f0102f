//! Text that tries to be something else than text, wherever a catalog, a document or a name of a file can have some: it is
//! refused, with its place, or it is shown as it stands.
//!
//! The page is tested in a browser besides: `tests/reference/browser/hostile.rs`.

mod catalog;
mod documents;
mod outputs;
mod refused;
mod rust;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/hostile.rs"]
mod texts;
