//! Codes of a team's own, with each option that an enum can have.

use generated_code::own_codes::shop::ErrorCode;
use strum::{EnumCount as _, IntoEnumIterator as _, VariantNames as _};

#[test]
fn an_enum_has_the_derives_and_the_rust_attributes_of_its_table() {
    assert!(ErrorCode::iter().eq(ErrorCode::ALL.iter().copied()));
    assert_eq!(ErrorCode::COUNT, ErrorCode::ALL.len());
    let names: Vec<_> = ErrorCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(ErrorCode::VARIANTS, names);
}
