//! The texts of all codes.

use shop_errors::{Code, DeliveryCode, ErrorCode, Lang};
use strum::IntoEnumIterator as _;

#[test]
fn sixty_codes_have_a_message_in_each_language() {
    assert_eq!(ErrorCode::ALL.len() + DeliveryCode::ALL.len(), 60);
    assert!(ErrorCode::iter().eq(ErrorCode::ALL.iter().copied()));
    every_message_is_its_own::<ErrorCode>();
    every_message_is_its_own::<DeliveryCode>();
}

fn every_message_is_its_own<C: Code>() {
    for code in C::ALL.iter().copied() {
        let messages = Lang::ALL.iter().map(|lang| code.message(*lang));
        let messages: Vec<&str> = messages.collect();
        assert!(
            messages[0] != messages[1] && messages[1] != messages[2],
            "{messages:?}"
        );
        let is_kana = |c: char| ('\u{3040}'..='\u{30ff}').contains(&c);
        assert!(messages[2].contains(is_kana), "{messages:?}");
    }
}
