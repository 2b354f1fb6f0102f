//! How to handle a provider's replies: one page per task.
//!
//! Read [`next_step`] first: it says when a payment may be sent again. [`payment`] follows a payment through all tasks.
//!
//! - [`next_step`]: decide what to do next.
//! - [`payment`]: a payment, end to end.
//! - [`query`]: query the result of a payment.
//! - [`unknown_code`]: handle undocumented codes.
//! - [`message`]: translate the reply's message, or write a code's message with your own arguments.
//! - [`language`]: select the language of the caller.
//! - [`reply_types`]: deserialize replies with serde, from JSON, XML and other formats.
//! - [`http_status`]: choose the HTTP status to answer with.
//! - [`storage`](mod@storage): store codes in a database.
//! - [`schema`](mod@schema): describe codes in JSON schemas and OpenAPI documents.
//! - [`any_provider`]: write one function for the codes of every provider.
//!
//! Two examples combine these tasks. They run on servers on the local machine and stop by themselves:
//!
//! - `cargo run -p codes-services --example client` decides what to do with a provider's replies.
//! - `cargo run -p codes-services --example gateway` does what the page [`payment`] describes: it accepts payments, queries their results,
//!   receives notifications, and answers in the caller's language.

#[doc = include_str!("docs/payment.md")]
pub mod payment {}

#[doc = include_str!("docs/query.md")]
pub mod query {}

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

// `codes/storage` tests these pages, because they need other crates.
#[cfg(not(doctest))]
#[doc = include_str!("docs/storage.md")]
pub mod storage {}

#[cfg(not(doctest))]
#[doc = include_str!("docs/schema.md")]
pub mod schema {}
