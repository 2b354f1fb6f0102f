#![doc = include_str!("../README.md")]

mod builder;
mod check;
mod diagnostic;
mod emit;
mod escape;
mod freshness;
mod limits;
mod lower;
mod model;
mod names;
mod output;
mod read;
mod source;
mod write;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;

#[doc = include_str!("../docs/format.md")]
pub mod format {}

pub use builder::Builder;
pub use diagnostic::{Diagnostic, Errors, Level, Location};
pub use freshness::{Stale, Why};
pub use output::{Output, Summary};
