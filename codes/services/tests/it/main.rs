//! Tests codes in HTTP requests and in formats that are not self-describing.

#[path = "../../../tests/it/tables.rs"]
#[macro_use]
mod tables;

mod formats;
mod http;
