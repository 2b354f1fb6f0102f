#![doc = include_str!("../README.md")]

#[doc(hidden)]
pub mod builder;
pub mod catalog;
mod check;
#[doc(hidden)]
pub mod diagnostic;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod escape;
#[doc(hidden)]
pub mod limits;
#[doc(hidden)]
pub mod lower;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod names;
#[doc(hidden)]
pub mod output;
#[doc(hidden)]
pub mod read;
#[doc(hidden)]
pub mod report;
mod resolve;
#[doc(hidden)]
pub mod sanitize;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod suggest;
#[doc(hidden)]
pub mod unicode;

/// Messages and their placeholders.
pub mod message {
    pub use crate::model::{Piece, pieces, placeholders};
}

#[doc = include_str!("../docs/format.md")]
pub mod format {}

pub use builder::Builder;
pub use catalog::Catalog;
pub use diagnostic::{Diagnostic, Errors, Level, Location};
pub use limits::{Limit, Limits};
pub use model::Charset;
pub use output::{Output, StaleFile, StaleReason, TableSummary};
