//! The client, gateway and mock provider of the examples `client` and `gateway`. The tests send every code through them.
//!
//! `cargo run -p codes-services --example client` decides by the replies of a provider. `--example gateway` forwards requests and answers
//! in the caller's language. Both run on the local machine and stop by themselves.

pub mod client;
pub mod gateway;
pub mod provider;
pub mod server;
