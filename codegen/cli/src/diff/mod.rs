//! The comparison of two catalogs, and the version bump that the changes require.
//!
//! The comparison is about meaning, not text: another layout of the same data is not a change.

pub(crate) mod advice;
pub(crate) mod annotations;
pub(crate) mod bump;
mod catalog_level;
mod caution;
pub(crate) mod change;
mod codes;
pub(crate) mod json;
pub(crate) mod revision;
mod tables;
pub(crate) mod text;

pub(crate) use self::tables::compare;
