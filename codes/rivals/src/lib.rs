//! What the benchmarks and the tests of this package share.
//!
//! Its tests need crates, and time, that `cargo test` of the workspace shall not need: `cargo test -p codes-rivals` runs them, with
//! `FULL_TESTS=1` over as many texts as they were meant for. Its benchmarks run with `cargo bench -p codes-rivals`.

pub mod static_data;
