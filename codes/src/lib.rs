//! Return codes of payment and mobile-network providers as exhaustive Rust enums.
//!
//! Each table of codes that a provider publishes is an enum here: [`cmi::HttpStatus`], [`cmi::ReturnCode`] and
//! [`lianlian::ReturnCode`]. A code knows its messages in Chinese and English, the HTTP status that stands for it, and
//! what may be concluded from it about the operation.
//!
//! ```
//! use codes::{Lang, Outcome, Retry, lianlian::ReturnCode};
//!
//! let code: ReturnCode = "2008".parse()?;
//! assert_eq!(code, ReturnCode::TransactionProcessing);
//! assert_eq!(code.message(Lang::En), "The transaction is being processed");
//! assert_eq!((code.outcome(), code.retry()), (Outcome::Pending, Retry::AfterQuery));
//! # Ok::<(), codes::UnknownCode<ReturnCode>>(())
//! ```
//!
//! # What is the provider's and what is this project's
//!
//! Codes and [printed texts](Code::printed) are the documents'. Names, translations, corrected messages,
//! [`http_status`](Code::http_status), [`outcome`](Code::outcome) and [`retry`](Code::retry) are this project's
//! judgement, by rules that `codes-data/README.md` states. Where a code leaves it in doubt whether money has moved, its
//! outcome is [`Outcome::Unknown`]: query before sending again.
//!
//! # Matching on every code
//!
//! The enums have no catch-all variant and are not `#[non_exhaustive]`: a `match` must name every code, or say what it does
//! with all others. When a table gains a code, the compiler shows each `match` that has to decide about it.
//!
//! ```
//! use codes::cmi::HttpStatus;
//!
//! fn is_ours(status: HttpStatus) -> bool {
//!     match status {
//!         HttpStatus::BadRequest | HttpStatus::Unauthorized | HttpStatus::NotFound => true,
//!         _ => false,
//!     }
//! }
//! # assert!(is_ours(HttpStatus::NotFound));
//! ```
//!
//! The same without `_` does not compile:
//!
//! ```compile_fail,E0004
//! use codes::cmi::HttpStatus;
//!
//! fn is_ours(status: HttpStatus) -> bool {
//!     match status {
//!         HttpStatus::BadRequest | HttpStatus::Unauthorized | HttpStatus::NotFound => true,
//!     }
//! }
//! ```
//!
//! # Handling a reply
//!
//! A provider's reply has a code and a message. [`Received`] reads any code, also one that nobody documented;
//! [`Outcome`] says what may be concluded from it; [`localize`](Code::localize) puts the message into another language:
//!
//! ```
//! use codes::{Lang, Received, cmi::ReturnCode};
//!
//! let (code, message) = ("1000007", "参数imsi格式错误，不符合规范");
//! let received = Received::<ReturnCode>::from(code);
//! assert!(received.outcome().is_failure());
//! assert!(received.retry().must_change());
//! let english = received.known().and_then(|code| code.localize(message, Lang::En));
//! assert_eq!(english.unwrap(), "Parameter imsi is malformed and does not meet the specification");
//! ```
//!
#![cfg_attr(
    any(doc, doctest),
    doc = "The [guide] has a page for each task: unknown codes, what to do next, messages, languages, replies as types, HTTP statuses, and one function for the codes of every provider."
)]
//!
//! # Features
//!
//! - `generate` (default): the crate's build runs the generator on the tables in `codes-data`. Without it, the
//!   checked-in copy is compiled; it is the same to the byte, and the crate has no dependency, not even to build.
//! - `serde`: codes, [`Received`], [`Lang`] and the attributes are read and written with serde.
//! - `http`: a code becomes an `http::StatusCode`. (The crate `http` needs `std`.)
//!
//! The crate is `no_std`; it needs `alloc` for codes and messages as they were received.

#![no_std]

#[cfg(feature = "generate")]
include!(concat!(env!("OUT_DIR"), "/mod.rs"));

#[cfg(not(feature = "generate"))]
include!("generated/mod.rs");

#[cfg(any(doc, doctest))]
pub mod guide;

/// The README's examples are tested as documentation is.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
