//! Generated code returns the values of the tables.

mod charsets;
mod errors;
mod every_feature;
mod messages_missing;
mod random_tables;
