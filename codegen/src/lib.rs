#![doc = include_str!("../README.md")]

mod builder;
pub mod catalog;
mod check;
mod diagnostic;
mod emit;
mod escape;
mod limits;
mod lower;
mod model;
mod names;
mod output;
mod read;
mod report;
mod resolve;
mod sanitize;
mod source;
mod suggest;
mod unicode;

/// Messages and their placeholders.
pub mod message {
    pub use crate::model::{Piece, pieces, placeholders};
}

/// Text of a catalog for other outputs: as Markdown, as a Rust name, as a line of a terminal.
pub mod text {
    pub use crate::escape::{markdown, markdown_code, markdown_part};
    pub use crate::names::{is_identifier, upper_camel};
    pub use crate::sanitize::{Sanitized, sanitized_path};
    pub use crate::suggest::suggestion;
    pub use crate::unicode::{is_han, is_invisible};
}

/// Reading files up to a limit, and writing them whole or not at all.
pub mod files {
    pub use crate::names::is_portable_file_name;
    pub use crate::output::{OutputDir, Overwrite, edit_file, stale_files, write_all, write_file};
    pub use crate::source::{BYTE_ORDER_MARK, ReadError, read_within};
}

#[doc = include_str!("../docs/format.md")]
pub mod format {}

pub use builder::Builder;
pub use catalog::Catalog;
pub use diagnostic::{Diagnostic, Errors, Level, Location};
pub use limits::{Limit, Limits};
pub use model::Charset;
pub use output::{Output, StaleFile, StaleReason, TableSummary};
