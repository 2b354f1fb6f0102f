//! The generator, as other crates use it: catalogs beside what comes of them, limits, a build script.

mod build_script;
mod exhaustion;
mod exporter;
mod fixtures;
mod large_table;
mod limits;
