//! The code that `build/main.rs` generates.
#![no_std]
#![deny(warnings, missing_docs)]
#![deny(clippy::pedantic)] // Users may do so too.
#![forbid(unsafe_code)]
#![allow(clippy::all)] // Random names are not chosen for style.

/// The fixture `three-languages`.
pub mod every_feature {
    include!(concat!(env!("OUT_DIR"), "/every_feature/mod.rs"));
}

/// The fixture `errors`.
pub mod errors {
    include!(concat!(env!("OUT_DIR"), "/errors/mod.rs"));
}

/// The fixture `messages-missing`.
pub mod messages_missing {
    include!(concat!(env!("OUT_DIR"), "/messages_missing/mod.rs"));
}

/// A table of each charset.
pub mod charsets {
    include!(concat!(env!("OUT_DIR"), "/charsets/mod.rs"));
}

/// Codes of a team's own.
pub mod own_codes {
    include!(concat!(env!("OUT_DIR"), "/own_codes/mod.rs"));
}

include!(concat!(env!("OUT_DIR"), "/random_catalogs.rs"));
