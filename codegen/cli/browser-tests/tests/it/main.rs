//! The page in headless Chromium, as people use it.

mod copying;
mod driver;
mod finding;
mod hostile;
mod keyboard;
mod language;
mod links;
mod scale;
mod screen;

use std::path::PathBuf;

/// The catalog of this repository.
fn ours() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../codes-data/catalog.toml"
    ))
}
