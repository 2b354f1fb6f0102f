//! The page in headless Chromium.

mod axe;
mod copying;
mod driver;
mod finding;
mod hostile;
mod keyboard;
mod language;
mod links;
mod scale;
mod screen;
mod searching;

use std::path::PathBuf;

/// Returns the path of this repository's catalog.
fn ours() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../codes-data/catalog.toml"
    ))
}
