fn main() {
    codegen::Builder::new("data/catalog.toml").compile();
}
