//! `codes` beside other crates, and in what rustc makes of it.

#[path = "../../../tests/it/tables.rs"]
#[macro_use]
mod tables;
#[path = "../../../tests/it/texts.rs"]
mod texts;

mod extract;
mod lookup;
mod negotiate;
mod pay_for_use;
mod static_data;

/// As many as are tried: all where `FULL_TESTS` is set, else a fiftieth.
fn scaled(all: usize) -> usize {
    if std::env::var_os("FULL_TESTS").is_some() {
        all
    } else {
        all / 50
    }
}
