//! Return codes of payment and mobile-network providers as exhaustive Rust enums.
//!
//! Each table of codes is an enum: [`cmi::HttpStatus`], [`cmi::ReturnCode`] and [`lianlian::ReturnCode`]. A code has messages in
//! Chinese and English, an HTTP status, and an outcome, which says what is known about the requested operation.
//!
//! ```
//! use codes::{Lang, Outcome, Retry, lianlian::ReturnCode};
//!
//! let code: ReturnCode = "2008".parse()?;
//! assert_eq!(code, ReturnCode::TransactionProcessing);
//! assert_eq!(code.name(), "TransactionProcessing");
//! assert_eq!(code.message(Lang::En), "The transaction is being processed");
//! assert_eq!(code.zh(), "交易处理中");
//! assert_eq!(code.printed(Lang::En), Some("payment processing")); // the text in the document
//! assert_eq!((code.outcome(), code.retry()), (Outcome::Pending, Retry::AfterQuery));
//! assert_eq!(code.http_status(), 202);
//! assert_eq!(code.to_string(), "2008");
//! # Ok::<(), codes::UnknownCode<ReturnCode>>(())
//! ```
//!
//! # What comes from the provider, and what from this project
//!
//! Codes and [printed texts](Code::printed) are copied from the documents. Names, translations, corrected messages,
//! [`http_status`](Code::http_status), [`outcome`](Code::outcome) and [`retry`](Code::retry) are this project's judgment, by the
//! rules in `codes-data/README.md`. If a code does not tell whether money has moved, its outcome is [`Outcome::Unknown`]: query the
//! result before you send the request again.
//!
//! # Handling a reply
//!
//! A reply has a code and a message. [`Received`] accepts any code, even an undocumented one. [`Outcome`] says what is known about the
//! operation. [`localize`](Code::localize) translates the message:
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
    doc = "The [guide] has a page for each task. Start with [`guide::next_step`], which says when a payment may be sent again."
)]
//!
//! # Exhaustive enums
//!
//! The enums are exhaustive: a `match` must name every code or have a `_` arm. When a table gains a code, the compiler points out each
//! `match` without `_`. **Each new code is therefore a breaking release of this crate.** If you write a library, or do not want to
//! change your code for each release, match on the [`Outcome`] or use a `_` arm:
//!
//! ```
//! use codes::cmi::HttpStatus;
//!
//! fn is_our_mistake(status: HttpStatus) -> bool {
//!     match status {
//!         HttpStatus::BadRequest | HttpStatus::Unauthorized | HttpStatus::NotFound => true,
//!         _ => false,
//!     }
//! }
//! # assert!(is_our_mistake(HttpStatus::NotFound));
//! ```
//!
//! Without `_`, it does not compile:
//!
//! ```compile_fail,E0004
//! use codes::cmi::HttpStatus;
//!
//! fn is_our_mistake(status: HttpStatus) -> bool {
//!     match status {
//!         HttpStatus::BadRequest | HttpStatus::Unauthorized | HttpStatus::NotFound => true,
//!     }
//! }
//! ```
//!
//! # Features
//!
//! - `generate` (default): the build of this crate runs the generator on the tables in `codes-data`. Without it, the crate compiles the
//!   checked-in copy, which is identical byte for byte, and has no dependencies, not even at build time.
//! - `serde`: implements `Serialize` and `Deserialize` for codes, [`Received`], [`Lang`] and attributes.
//! - `http`: converts codes into `http::StatusCode` (`From`). The crate `http` needs `std`.
//! - `sqlx`: stores codes and [`Received`] in text columns of a database. sqlx needs `std`.
//!
//! The crate is `no_std`. It uses `alloc` for received codes and messages.

#![no_std]

#[cfg(feature = "generate")]
include!(concat!(env!("OUT_DIR"), "/mod.rs"));

#[cfg(not(feature = "generate"))]
include!("generated/mod.rs");

#[cfg(any(doc, doctest))]
pub mod guide;

/// The examples in README.md, tested as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
