//! Properties of the generated code, of `diff` and of `reconcile`, tried on random catalogs.
//!
//! The catalogs are the same in each run. Cases that once failed are in `regressions` and run first.

mod damage;
mod diff;
mod document;
mod mutations;
mod reconcile;
mod rust;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseResult, TestRunner};

/// Tries a property on this many random values. `regressions` is the file of cases that once failed.
#[track_caller]
fn check<S: Strategy>(
    regressions: &'static str,
    cases: u32,
    values: &S,
    property: impl Fn(S::Value) -> TestCaseResult,
) {
    let mut runner = TestRunner::new(Config {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(regressions))),
        ..random_catalogs::config(cases)
    });
    if let Err(failure) = runner.run(values, property) {
        panic!("{failure}");
    }
}
