//! The pages of the guide that need other crates, tested as doctests.

/// Storing codes in a database.
#[doc = include_str!("../../src/docs/storage.md")]
pub mod storage {}

/// Describing codes in schemas.
#[doc = include_str!("../../src/docs/schema.md")]
pub mod schema {}

// The links of the pages refer to these as items of `codes`.
#[doc(no_inline)]
pub use codes::{Code, Received};
