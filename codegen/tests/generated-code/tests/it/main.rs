//! What generated code answers is what the data say.

mod every_feature;
mod random_tables;
