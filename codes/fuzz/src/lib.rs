//! What the fuzz targets do with their bytes. Each property stands here, where no `unsafe` is allowed; the targets
//! in `fuzz_targets` hand the bytes over.

#![forbid(unsafe_code)]

pub mod code;
pub mod language;
pub mod message;
