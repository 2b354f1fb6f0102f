//! Random catalogs, the same in each run.

pub mod catalog;
mod catalog_files;
mod names;
mod rows;
mod strategies;
mod texts;

use proptest::test_runner::{Config, RngSeed, TestRunner};

pub use catalog_files::{Layout, csv, files};
pub use strategies::{Size, catalogs};
pub use texts::text;

/// Returns a source of pseudo-random values, the same ones in each run.
pub fn runner(cases: u32) -> TestRunner {
    TestRunner::new(config(cases))
}

/// Returns the settings of such a runner, which writes no file of failures.
pub fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(8),
        max_shrink_iters: 2_000,
        ..Config::default()
    }
}
