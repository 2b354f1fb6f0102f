//! Codes over the wire: real requests, and formats that do not describe themselves.

#[path = "../../../tests/it/tables.rs"]
#[macro_use]
mod tables;

mod formats;
mod http;
