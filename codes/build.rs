//! Generates the enums from `codes-data` if the feature `generate` is enabled.

#[cfg(feature = "generate")]
fn main() -> Result<(), codegen::Errors> {
    codegen::Builder::new(codes_data::CATALOG).compile()
}

#[cfg(not(feature = "generate"))]
fn main() {}
