//! The properties that the fuzz targets check. They are in a library because it forbids `unsafe`, which the macro of the targets
//! uses.

#![forbid(unsafe_code)]

pub mod catalog;
pub mod document;
pub mod plan;
