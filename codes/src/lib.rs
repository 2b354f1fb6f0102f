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
//! # Ok::<(), codes::UnknownCode>(())
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
//! The enums have no catch-all variant and are not `#[non_exhaustive]`: a `match` must name every code, or say that it
//! does not care. When a table gains a code, the compiler shows each place that has to decide about it.
//!
//! ```
//! use codes::cmi::HttpStatus;
//!
//! fn is_ours(status: HttpStatus) -> bool {
//!     match status {
//!         HttpStatus::Ok | HttpStatus::Created | HttpStatus::Found => false,
//!         HttpStatus::BadRequest | HttpStatus::Unauthorized | HttpStatus::NotFound => true,
//!         HttpStatus::MethodNotAllowed | HttpStatus::TooManyRequests => true,
//!         HttpStatus::InternalServerError => false,
//!     }
//! }
//! # assert!(is_ours(HttpStatus::NotFound));
//! ```
//!
//! The same without `TooManyRequests` does not compile:
//!
//! ```compile_fail,E0004
//! use codes::cmi::HttpStatus;
//!
//! fn is_ours(status: HttpStatus) -> bool {
//!     match status {
//!         HttpStatus::Ok | HttpStatus::Created | HttpStatus::Found => false,
//!         HttpStatus::BadRequest | HttpStatus::Unauthorized | HttpStatus::NotFound => true,
//!         HttpStatus::MethodNotAllowed => true,
//!         HttpStatus::InternalServerError => false,
//!     }
//! }
//! ```
//!
//! # Codes nobody documented
//!
//! Providers send codes that their documents do not list. Parsing one gives [`UnknownCode`], which keeps the text. Treat it
//! as [`Outcome::Unknown`], never as a failure.
//!
//! # Code for any table
//!
//! [`Code`] is the trait that all the enums share:
//!
//! ```
//! use codes::{Code, Lang, cmi, lianlian};
//!
//! fn line<C: Code>(code: C) -> String {
//!     format!("{} {}", code.http_status(), code.message(Lang::En))
//! }
//!
//! assert_eq!(line(cmi::ReturnCode::ImsiNotFound), "404 The IMSI does not exist");
//! assert_eq!(line(lianlian::ReturnCode::SystemError), "500 A system error occurred");
//! ```
//!
//! # Features
//!
//! - `generate` (default): the crate's build runs the generator on the tables in `codes-data`. Without it, the
//!   checked-in copy is compiled; it is the same to the byte, and the crate has no dependency, not even to build.
//!
//! The crate is `no_std`; it needs `alloc` for [`UnknownCode`].

#![no_std]

#[cfg(feature = "generate")]
include!(concat!(env!("OUT_DIR"), "/mod.rs"));

#[cfg(not(feature = "generate"))]
include!("generated/mod.rs");

/// The README's examples are tested as documentation is.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
