//! What to do with the reply that a provider has sent: a page for each task.
//!
//! - [`unknown_code`]: the code may be one that nobody documented.
//! - [`next_step`]: from the code to what to do next.
//! - [`message`]: the reply's message in another language, and messages of one's own.
//! - [`language`]: which language the caller wants.
//! - [`reply_types`]: replies as types, with serde.
//! - [`http_status`]: the HTTP status to answer with.
//! - [`any_provider`]: one function for the codes of every provider.
//!
//! Two examples bring them together, on servers of this machine that stop by themselves: `cargo run -p codes-services
//! --example client` decides by the replies of a provider, `--example gateway` answers for it in the caller's language.

#[doc = include_str!("docs/unknown_code.md")]
pub mod unknown_code {}

#[doc = include_str!("docs/next_step.md")]
pub mod next_step {}

#[doc = include_str!("docs/message.md")]
pub mod message {}

#[doc = include_str!("docs/language.md")]
pub mod language {}

#[doc = include_str!("docs/reply_types.md")]
pub mod reply_types {}

#[doc = include_str!("docs/http_status.md")]
pub mod http_status {}

#[doc = include_str!("docs/any_provider.md")]
pub mod any_provider {}
