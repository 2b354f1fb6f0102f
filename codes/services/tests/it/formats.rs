//! Feature `serde` in a format that does not describe itself: in postcard, a code is its text. JSON is tested in `codes`.

use std::fmt::Debug;

use codes::{Code, Lang, Outcome, Received, Retry, cmi};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn stays<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, text: &str) {
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(bytes, postcard::to_allocvec(text).unwrap());
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
}

fn every_code<C: Code + Serialize + DeserializeOwned>() {
    for code in C::ALL.iter().copied() {
        stays(&code, code.code());
        stays(&Received::Known(code), code.code());
    }
    for text in ["", "2O08", "\"", "查无此码", "00000000", "5e3"] {
        stays(&Received::<C>::from(text), text);
        let bytes = postcard::to_allocvec(text).unwrap();
        assert!(postcard::from_bytes::<C>(&bytes).is_err(), "{text}");
    }
}

#[test]
fn a_code_is_its_text() {
    for_each_table!(every_code);
}

#[test]
fn languages_and_attributes_are_their_texts() {
    for lang in Lang::ALL {
        stays(lang, lang.tag());
    }
    for outcome in Outcome::ALL {
        stays(outcome, outcome.as_str());
    }
    for retry in Retry::ALL {
        stays(retry, retry.as_str());
    }
    for scope in cmi::Scope::ALL {
        stays(scope, scope.as_str());
    }
}
