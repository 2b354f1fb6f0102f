//! What holds for every catalog, tried on random ones: of what is generated, of `diff` and of `reconcile`.
//!
//! The catalogs are the same in each run. What once failed is kept in `regressions`, and tried first.

mod catalog;
mod damage;
mod diff;
mod document;
mod mutations;
mod names;
mod reconcile;
mod rows;
mod rust;
mod strategies;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod templates;
mod texts;
mod written;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, FileFailurePersistence, RngSeed, TestCaseResult, TestRunner};

/// Tries a property on so many random values. `regressions` is the file of the cases that once failed.
#[track_caller]
fn check<S: Strategy>(
    regressions: &'static str,
    cases: u32,
    values: &S,
    property: impl Fn(S::Value) -> TestCaseResult,
) {
    let mut runner = runner(cases, Some(regressions));
    if let Err(failure) = runner.run(values, property) {
        panic!("{failure}");
    }
}

/// What makes values that look random and are the same in each run.
fn runner(cases: u32, regressions: Option<&'static str>) -> TestRunner {
    let persistence = regressions.map(|file| {
        Box::new(FileFailurePersistence::Direct(file))
            as Box<dyn proptest::test_runner::FailurePersistence>
    });
    TestRunner::new(Config {
        cases,
        failure_persistence: persistence,
        rng_seed: RngSeed::Fixed(8),
        max_shrink_iters: 2_000,
        ..Config::default()
    })
}
