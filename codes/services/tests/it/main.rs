//! Tests the services over HTTP, and codes in formats that are not self-describing.

#[path = "../../../tests/it/tables.rs"]
#[macro_use]
mod tables;

mod flow;
mod formats;
mod gateway;
mod never_twice;
mod notifications;
mod observe;
mod odd_replies;
mod support;
