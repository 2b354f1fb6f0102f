//! The tests of the crate. What needs rivals, real requests or rustc's optimizer is in `codes/rivals` and `codes/services`.

#[macro_use]
mod tables;

mod auto_traits;
mod dependencies;
mod formats;
mod generated;
mod lookup;
mod messages;
mod received;
mod rows;
mod style;
mod texts;
