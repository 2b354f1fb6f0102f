//! Support for running the command line in temporary folders.

pub(crate) mod catalogs;
mod folder;
mod run;
pub(crate) mod workbook;

use std::path::{Path, PathBuf};

pub(crate) use folder::Folder;
pub(crate) use run::{Run, in_process};

/// Returns the root of this repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs the command line on the tables of this repository.
pub(crate) fn codegen(arguments: &[&str]) -> Run {
    let catalog = ["--catalog=codes-data/catalog.toml"];
    run::in_process(&repository(), &[arguments, &catalog].concat())
}
