//! Generates the enums of the tables.

fn main() -> Result<(), codegen::Errors> {
    codegen::Builder::new("tables/catalog.toml").compile()
}
