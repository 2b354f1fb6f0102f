//! Tests the feature `serde` in postcard, which is not self-describing. `codes` tests JSON.

use std::fmt::Debug;

use codes::{Code, Lang, Next, Outcome, Received, Retry, cmi};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn assert_round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, text: &str) {
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(bytes, postcard::to_allocvec(text).unwrap());
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
}

fn every_code<C: Code + Serialize + DeserializeOwned>() {
    for code in C::ALL.iter().copied() {
        assert_round_trip(&code, code.code());
        assert_round_trip(&Received::Known(code), code.code());
    }
    for text in ["", "2O08", "\"", "查无此码", "00000000", "5e3"] {
        assert_round_trip(&Received::<C>::from(text), text);
        let bytes = postcard::to_allocvec(text).unwrap();
        assert!(postcard::from_bytes::<C>(&bytes).is_err(), "{text}");
    }
}

#[test]
fn codes_are_serialized_as_text() {
    for_each_table!(every_code);
}

#[test]
fn languages_and_attributes_are_serialized_as_text() {
    for lang in Lang::ALL {
        assert_round_trip(lang, lang.tag());
    }
    for outcome in Outcome::ALL {
        assert_round_trip(outcome, outcome.as_str());
    }
    for retry in Retry::ALL {
        assert_round_trip(retry, retry.as_str());
    }
    for next in Next::ALL {
        assert_round_trip(next, next.as_str());
    }
    for scope in cmi::Scope::ALL {
        assert_round_trip(scope, scope.as_str());
    }
}
