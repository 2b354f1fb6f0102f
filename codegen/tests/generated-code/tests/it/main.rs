//! Generated code returns the values of the tables.

mod charsets;
mod errors;
mod every_feature;
mod messages_missing;
mod own_codes;
mod random_tables;
