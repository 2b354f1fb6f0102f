//! Tests the features `serde` and `http` with every code, language and attribute.

use std::collections::BTreeMap;
use std::fmt::Debug;

use codes::lianlian::ReturnCode;
use codes::{Code, Lang, Outcome, Received, Retry, cmi};
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

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
    for kept in ["true", "0.5", "1e300"] {
        let received: Received<C> = serde_json::from_str(kept).unwrap();
        assert_eq!((received.code(), received.known()), (kept, None));
        assert!(serde_json::from_str::<C>(kept).is_err(), "{kept}");
    }
    for nothing in ["null", "[]", r#"{"code": 0}"#] {
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

/// Reads the code of a reply in XML: from an element with text, CDATA or attributes, from an attribute, and inside `flatten`.
fn every_code_in_xml<C: Code + DeserializeOwned + 'static>() {
    #[derive(Deserialize)]
    #[serde(bound = "C: Code")]
    struct Reply<C> {
        element: Received<C>,
        #[serde(rename = "@attribute")]
        attribute: Received<C>,
        missing: Option<Received<C>>,
        #[serde(flatten)]
        rest: Rest<C>,
    }
    #[derive(Deserialize)]
    #[serde(bound = "C: Code")]
    struct Rest<C> {
        cdata: Received<C>,
    }
    let documented = C::ALL.iter().map(|code| code.code());
    for text in documented.chain(["", "2O08", "查无此码", "00000000", "-1", "true"]) {
        let xml = format!(
            r#"<xml attribute="{text}"><element type="string">{text}</element><cdata><![CDATA[{text}]]></cdata></xml>"#
        );
        let reply: Reply<C> = quick_xml::de::from_str(&xml).unwrap();
        let expected = Received::from(text);
        assert_eq!(reply.element, expected, "{xml}");
        assert_eq!(reply.attribute, expected, "{xml}");
        assert_eq!(reply.rest.cdata, expected, "{xml}");
        assert_eq!(reply.missing, None);
    }
    let nested = r#"<xml attribute=""><element><a>0</a></element><cdata/></xml>"#;
    assert!(quick_xml::de::from_str::<Reply<C>>(nested).is_err());
}

#[test]
fn codes_are_read_from_xml() {
    for_each_table!(every_code_in_xml);
}

/// A provider that sends ten megabytes as a code cannot flood a log, and the text is kept.
#[test]
fn a_huge_code_is_cut_when_it_is_shown() {
    let text = format!("\u{1b}{}", "9".repeat(10 << 20));
    let json = serde_json::to_string(&text).unwrap();
    let received: Received<ReturnCode> = serde_json::from_str(&json).unwrap();
    assert!(received.code() == text);
    let start = format!("\\u{{1b}}{}", "9".repeat(99));
    assert_eq!(received.to_string(), format!("{start}… (10485761 bytes)"));
    let error = serde_json::from_str::<ReturnCode>(&json)
        .unwrap_err()
        .to_string();
    let expected = format!("lianlian/return-code has no code \"{start}\"… (10485761 bytes)");
    assert!(
        error.starts_with(&expected),
        "{}",
        &error[..error.len().min(1000)]
    );
    let not_successful = received
        .clone()
        .into_result()
        .unwrap_err()
        .with_message(&*text);
    for shown in [
        error,
        format!("{received:?}"),
        format!("{not_successful:?}"),
        not_successful.to_string(),
    ] {
        assert!(shown.len() < 1000 && !shown.contains('\u{1b}'));
    }
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
