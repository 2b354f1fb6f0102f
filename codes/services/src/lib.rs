//! What the examples `client` and `gateway` are made of; the tests run the same code over every code.
//!
//! `cargo run -p codes-services --example client` decides by the replies of a provider, `--example gateway` answers for it in the
//! caller's language. All of it runs on this machine, and stops by itself.

pub mod client;
pub mod gateway;
pub mod provider;
pub mod server;
