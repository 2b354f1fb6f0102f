//! Generated code returns the values of the tables.

mod charsets;
mod every_feature;
mod random_tables;
