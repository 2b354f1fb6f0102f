//! Generated code returns the values of the tables.

mod every_feature;
mod random_tables;
