//! Changes of what a table adds to its enum: derives, Rust attributes and `non_exhaustive`, in both directions.

use super::declarations::{between, there_and_back};

#[test]
fn derives_and_rust_attributes_are_added_and_removed() {
    let table = "type = \"ReturnCode\"\n";
    let with = |keys: &str| format!("{table}{keys}\n");
    there_and_back(
        &[(
            "shop.toml",
            table,
            &with("derive = [\"strum::EnumIter\"]\nattributes = [\"#[must_use]\"]"),
        )],
        &[
            "minor  shop::ReturnCode  Rust attribute `#[must_use]` added",
            "minor  shop::ReturnCode  derive `strum::EnumIter` added",
        ],
        &[
            "major  shop::ReturnCode  Rust attribute `#[must_use]` removed",
            "major  shop::ReturnCode  derive `strum::EnumIter` removed",
        ],
    );
    // Neither their order nor their layout matters.
    between(
        &[(
            "shop.toml",
            table,
            &with("attributes = [\"#[must_use]\", \"#[doc(hidden)]\"]"),
        )],
        &[(
            "shop.toml",
            table,
            &with("attributes = [\"#[ doc( hidden ) ]\", \"#[must_use]\"]"),
        )],
        &[],
        &[],
    );
}

#[test]
fn a_new_code_of_a_non_exhaustive_enum_is_minor() {
    let table = "type = \"ReturnCode\"\n";
    let options = format!("{table}non_exhaustive = true\n");
    let non_exhaustive = ("shop.toml", table, &*options);
    there_and_back(
        &[non_exhaustive],
        &["major  shop::ReturnCode  became non-exhaustive"],
        &["minor  shop::ReturnCode  no longer non-exhaustive"],
    );
    let lost = "0070,card lost,卡已挂失,The card is lost,400,failure,,\n";
    let more = format!("{lost}0080,card stolen,卡被盗,The card was stolen,400,failure,,\n");
    let added = ("shop.csv", lost, &*more);
    let code = "shop::ReturnCode::CardStolen (0080)";
    between(
        &[non_exhaustive],
        &[non_exhaustive, added],
        &[&format!("minor  {code}  code added")],
        &[&format!("major  {code}  code removed")],
    );
    // Callers already have an arm `_` if the enum was non-exhaustive before.
    between(
        &[non_exhaustive],
        &[added],
        &[
            "minor  shop::ReturnCode  no longer non-exhaustive",
            &format!("minor  {code}  code added"),
        ],
        &[
            "major  shop::ReturnCode  became non-exhaustive",
            &format!("major  {code}  code removed"),
        ],
    );
}
