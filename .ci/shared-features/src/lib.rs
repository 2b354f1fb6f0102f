//! Nothing: this package matters for the features in its `Cargo.toml`.
