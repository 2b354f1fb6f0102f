//! A payment, end to end: the client, gateway and mock provider of the examples `client` and `gateway`. The guide's page `payment` explains
//! the steps. The tests send every code through them.
//!
//! `cargo run -p codes-services --example client` decides what to do with a provider's replies. `--example gateway` accepts payments,
//! queries their results, receives notifications, and answers in the caller's language. Both run on the local machine and stop by
//! themselves.

pub mod answer;
pub mod client;
pub mod gateway;
pub mod notification;
pub mod observe;
pub mod payment;
pub mod provider;
pub mod reply;
pub mod server;
pub mod store;
