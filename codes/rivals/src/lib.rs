//! Benchmarks of `codes`, and tests that compare it with other crates.
//!
//! The tests need additional crates and time, so they are not part of the workspace's default members. `cargo test -p codes-rivals`
//! runs them, with `FULL_TESTS=1` on all texts. `cargo bench -p codes-rivals` runs the benchmarks.

pub mod static_data;
