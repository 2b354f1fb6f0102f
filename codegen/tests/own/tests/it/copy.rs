//! The checked-in copy. `UPDATE_FIXTURES=1 cargo test -p shop-errors` refreshes it after a change of the generator.

#[test]
fn the_generated_code_is_up_to_date() {
    let output = codegen::Builder::new("tables/catalog.toml").generate();
    let output = output.unwrap_or_else(|errors| panic!("{errors}"));
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        output.write_to("src/generated").unwrap();
    }
    let stale = output.stale_files("src/generated").unwrap();
    assert!(
        stale.is_empty(),
        "to update it, run with UPDATE_FIXTURES=1: {stale:?}"
    );
}
