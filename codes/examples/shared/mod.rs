//! What the examples `client` and `gateway` are made of. `tests/http.rs` runs the same code over every code.

#![allow(dead_code)] // Each example uses a part of it.

pub(crate) mod client;
pub(crate) mod gateway;
pub(crate) mod provider;
pub(crate) mod server;
