//! What differs between two catalogs, and which version bump that needs.
//!
//! It compares what is generated from, not text: a catalog that is laid out anew does not differ.

pub(crate) mod annotations;
pub(crate) mod bump;
mod catalog_level;
pub(crate) mod change;
mod codes;
pub(crate) mod json;
pub(crate) mod revision;
mod tables;
pub(crate) mod text;

pub(crate) use self::tables::compare;
