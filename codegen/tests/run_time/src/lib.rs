//! The generated code, in the edition that it has to compile in.
#![no_std]
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]
include!("generated/mod.rs");
