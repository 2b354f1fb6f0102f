//! Turns tables of return codes into Rust enums.

mod builder;
mod check;
mod diagnostic;
mod emit;
mod freshness;
mod lower;
mod model;
mod names;
mod output;
mod read;
mod source;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;

pub use builder::Builder;
pub use diagnostic::{Diagnostic, Errors, Level, Location};
pub use freshness::{Stale, Why};
pub use output::{Output, Summary};
