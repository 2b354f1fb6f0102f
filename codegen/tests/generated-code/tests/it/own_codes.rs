//! Codes of a team's own, with each option that an enum can have.

use generated_code::own_codes::Received;
use generated_code::own_codes::shop::ErrorCode;
use strum::{EnumCount as _, IntoEnumIterator as _, VariantNames as _};

#[test]
fn an_enum_has_the_derives_and_the_rust_attributes_of_its_table() {
    assert!(ErrorCode::iter().eq(ErrorCode::ALL.iter().copied()));
    assert_eq!(ErrorCode::COUNT, ErrorCode::ALL.len());
    let names: Vec<_> = ErrorCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(ErrorCode::VARIANTS, names);
}

#[test]
fn attributes_are_integers_of_their_type_and_web_addresses() {
    const TOTAL: u64 = ErrorCode::OrderNotFound.total();
    assert_eq!(TOTAL, u64::MAX);
    assert_eq!(Received::<ErrorCode>::from("?").total(), 7_u64);
    let pages = [ErrorCode::OrderNotFound, ErrorCode::TooManyRequests].map(ErrorCode::page);
    assert_eq!(pages, [Some("https://docs.example.com/4040"), None]);
}
