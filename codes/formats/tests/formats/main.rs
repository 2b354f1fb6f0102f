//! Reads codes of every charset from every format: each code of each table, and things that are not codes.

mod format;
mod huge;
mod json_numbers;
mod other_scalars;
mod requested;
mod scalar;
mod shapes;
mod xml_reply;
