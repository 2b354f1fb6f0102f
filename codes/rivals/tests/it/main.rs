//! Compares `codes` with other crates, and checks compiled programs.

#[path = "../../../tests/it/tables.rs"]
#[macro_use]
mod tables;
#[path = "../../../tests/it/texts.rs"]
mod texts;

mod binary_size;
mod extract;
mod lookup;
mod negotiate;
mod static_data;

/// Returns the number of cases to try: all if `FULL_TESTS` is set, otherwise a fiftieth.
fn scaled(all: usize) -> usize {
    if std::env::var_os("FULL_TESTS").is_some() {
        all
    } else {
        all / 50
    }
}
