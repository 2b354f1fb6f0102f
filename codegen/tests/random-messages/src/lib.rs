//! A table of random messages.
#![no_std]
#![forbid(unsafe_code)]
#![allow(clippy::all)] // Random names are not chosen for style.

include!(concat!(env!("OUT_DIR"), "/generated/mod.rs"));
