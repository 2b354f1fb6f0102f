//! The checked-in copy.

#[test]
fn the_generated_code_is_up_to_date() {
    let output = codegen::Builder::new("tables/catalog.toml").generate();
    let output = output.unwrap_or_else(|errors| panic!("{errors}"));
    let stale = output.stale_files("src/generated").unwrap();
    assert!(stale.is_empty(), "run `codegen`: {stale:?}");
}
