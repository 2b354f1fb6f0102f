//! Tests the features `serde` and `http` with every code, language and attribute.

use std::collections::BTreeMap;
use std::fmt::Debug;

use codes::{Code, Lang, Outcome, Received, Retry, cmi};
use http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Checks that a value is this text in JSON, and is read back. `codes/services` tests a format that is not self-describing.
fn assert_round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, text: &str) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(json, serde_json::to_string(text).unwrap());
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
}

fn every_code<C: Code + Serialize + DeserializeOwned>() {
    for code in C::ALL.iter().copied() {
        assert_round_trip(&code, code.code());
        assert_round_trip(&Received::Known(code), code.code());
        let number = u64::try_from(code.number().unwrap()).unwrap();
        assert_eq!(
            serde_json::from_str::<C>(&number.to_string()).unwrap(),
            code
        );
        assert_eq!(
            serde_json::from_value::<Received<C>>(number.into()).unwrap(),
            Received::Known(code)
        );
        let map = BTreeMap::from([(code, 1)]);
        let json = serde_json::to_string(&map).unwrap();
        assert_eq!(serde_json::from_str::<BTreeMap<C, u8>>(&json).unwrap(), map);
    }
    for text in ["", "2O08", "\"", "查无此码", "00000000", "5e3"] {
        assert_round_trip(&Received::<C>::from(text), text);
        let json = serde_json::to_string(text).unwrap();
        let error = serde_json::from_str::<C>(&json).unwrap_err().to_string();
        assert_eq!(
            error.split(" at line").next(),
            Some(&*format!("{} has no code {text:?}", C::TABLE))
        );
    }
    // An undocumented integer is kept as its digits.
    for number in ["12345678901", "-1", "18446744073709551615"] {
        let received: Received<C> = serde_json::from_str(number).unwrap();
        assert_eq!((received.code(), received.known()), (number, None));
        let error = serde_json::from_str::<C>(number).unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("{} has no code {number:?}", C::TABLE)),
            "{error}"
        );
    }
    for nothing in ["null", "0.0", "true", "[]", "{}"] {
        assert!(serde_json::from_str::<C>(nothing).is_err(), "{nothing}");
        let error = serde_json::from_str::<Received<C>>(nothing)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(&format!("expected a code of {}", C::TABLE)),
            "{error}"
        );
    }
}

#[test]
fn codes_are_serialized_as_text() {
    for_each_table!(every_code);
    assert_eq!(
        serde_json::from_str::<cmi::ReturnCode>("0").unwrap(),
        cmi::ReturnCode::Success
    );
}

#[test]
fn languages_and_attributes_are_serialized_as_text() {
    Lang::ALL
        .iter()
        .for_each(|lang| assert_round_trip(lang, lang.tag()));
    Outcome::ALL
        .iter()
        .for_each(|outcome| assert_round_trip(outcome, outcome.as_str()));
    Retry::ALL
        .iter()
        .for_each(|retry| assert_round_trip(retry, retry.as_str()));
    cmi::Scope::ALL
        .iter()
        .for_each(|scope| assert_round_trip(scope, scope.as_str()));
    assert!(serde_json::from_str::<Outcome>(r#""Success""#).is_err());
    assert!(serde_json::from_str::<Lang>(r#""zh-TW""#).is_err());
}

fn received<C: Code>(code: &Received<C>) -> StatusCode {
    code.into()
}

fn every_status<C: Code>()
where
    StatusCode: From<C>,
{
    let mut found = 0;
    for status in (0..=1000).chain([u16::MAX]) {
        for code in C::with_status(status) {
            assert_eq!(code.http_status(), status);
            assert_eq!(StatusCode::from(code).as_u16(), status);
            assert_eq!(received(&Received::Known(code)).as_u16(), status);
            found += 1;
        }
    }
    assert_eq!(
        found,
        C::ALL.len(),
        "with_status finds each code under its status only"
    );
    assert_eq!(
        received(&Received::<C>::from("?")),
        StatusCode::INTERNAL_SERVER_ERROR
    );
}

#[test]
fn codes_convert_into_status_codes() {
    for_each_table!(every_status);
    assert!(cmi::HttpStatus::with_status(404).eq([cmi::HttpStatus::NotFound]));
}
