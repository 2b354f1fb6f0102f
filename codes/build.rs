//! Generates the enums from `codes-data`, under the feature `generate`.

fn main() {
    #[cfg(feature = "generate")]
    codegen::Builder::new(codes_data::CATALOG).compile();
}
