//! Tests of the library by its public API: fixtures, limits, a build script.

mod build_script;
mod exhaustion;
mod exporter;
mod fixtures;
mod large_table;
mod limits;
mod names;
