//! The path of the catalog, for build scripts that generate code from it.

#![no_std]

/// The absolute path of `catalog.toml` on the machine that built this crate.
pub const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog.toml");
