//! Reads codes of every charset from every format: each code of each table, and things that are not codes.

mod format;
mod json_numbers;
mod requested;
mod scalar;
mod shapes;
mod xml_reply;
