//! The reference that people read: the page, in a real browser; the Markdown, as its readers' tools read it; `explain`.

mod browser;
mod catalog;
mod explain;
mod markdown;
mod page;
mod retired;
#[path = "../support/hostile.rs"]
mod texts;
