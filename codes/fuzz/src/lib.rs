//! The properties that the fuzz targets check. They are in a library because it forbids `unsafe`, which the macro of the targets
//! uses.

#![forbid(unsafe_code)]

pub mod code;
pub mod language;
pub mod message;
