//! Tests of the crate. Tests that need other crates or rustc's optimizer are in `codes/rivals`, those that need HTTP in `codes/services`.

#[macro_use]
mod tables;

mod aliases;
mod auto_traits;
mod dependencies;
mod formats;
mod generated;
mod lookup;
mod messages;
mod queries;
mod received;
mod rows;
mod style;
mod texts;
mod traits;
