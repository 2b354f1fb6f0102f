//! Random catalogs, the same in each run.

pub mod catalog;
mod names;
mod rows;
mod strategies;
mod texts;
mod written;

use proptest::test_runner::{Config, RngSeed, TestRunner};

pub use strategies::{Size, catalogs};
pub use texts::text;
pub use written::{Layout, csv, files};

/// What makes values that look random and are the same in each run.
pub fn runner(cases: u32) -> TestRunner {
    TestRunner::new(config(cases))
}

/// The settings of such a runner, which keeps no file of what failed.
pub fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(8),
        max_shrink_iters: 2_000,
        ..Config::default()
    }
}
