//! Codes in fields, options, keys, and types that serde reads into memory first.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use codes_formats::charsets::Digits;
use codes_formats::{Code, Received};
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::format::{Cbor, Form, Format, Json, JsonValue, MessagePack, Postcard, Toml, Xml, Yaml};
use crate::scalar::{ForTable, Scalar, for_each_table};

/// What is sent.
#[derive(Serialize)]
struct Sent<T> {
    kind: &'static str,
    code: T,
}

/// What is read: the same with a type for the code.
#[derive(Debug, PartialEq, Deserialize)]
struct Reply<T> {
    kind: String,
    code: T,
}

#[derive(Deserialize)]
#[serde(bound = "C: Code")]
struct Flat<C> {
    #[serde(flatten)]
    rest: Rest<C>,
}

#[derive(Deserialize)]
#[serde(bound = "C: Code")]
struct Rest<C> {
    code: Received<C>,
}

#[derive(Deserialize)]
#[serde(bound = "C: Code", untagged)]
enum Untagged<C> {
    Reply { code: Received<C> },
}

#[derive(Deserialize)]
#[serde(bound = "C: Code", tag = "kind", rename_all = "lowercase")]
enum Tagged<C> {
    Reply { code: Received<C> },
}

/// A map with one key.
struct Keyed(Scalar);

impl Serialize for Keyed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(&self.0, &1_u8)?;
        map.end()
    }
}

struct In<F>(PhantomData<F>);

impl<F: Format> ForTable for In<F> {
    fn run<C: Code + DeserializeOwned + Serialize>(&self) {
        for sent in Scalar::all::<C>() {
            let Some(sent) = F::form(sent) else {
                continue;
            };
            let expected = sent.expected::<C>();
            read_in_all_shapes::<F, C>(sent, &expected);
            let written = F::write(&Sent {
                kind: "reply",
                code: &expected,
            });
            let text = F::write(&Sent {
                kind: "reply",
                code: expected.code(),
            });
            assert_eq!(written, text, "codes are serialized as texts");
        }
    }
}

fn read_in_all_shapes<F: Format, C: Code + DeserializeOwned>(sent: Scalar, expected: &Received<C>) {
    let bytes = F::write(&Sent {
        kind: "reply",
        code: sent,
    });
    let document = String::from_utf8_lossy(&bytes);
    let case = format!("{sent:?} in {}: {document}", std::any::type_name::<F>());

    assert_eq!(
        F::read::<Reply<Received<C>>>(&bytes).map(|reply| reply.code),
        Ok(expected.clone()),
        "{case}"
    );
    match (F::read::<Reply<C>>(&bytes), expected) {
        (Ok(reply), Received::Known(code)) => assert_eq!(reply.code, *code, "{case}"),
        (Err(error), Received::Unknown(unknown)) => {
            // ciborium quotes messages.
            let message = unknown.to_string();
            let is_named = error.contains(&message) || error.contains(&format!("{message:?}"));
            assert!(is_named || !F::HAS_MESSAGES, "{error}: {case}");
        }
        (read, _) => panic!("{read:?}: {case}"),
    }
    if !F::IS_SELF_DESCRIBING {
        return;
    }
    let optional = F::read::<Reply<Option<Received<C>>>>(&bytes).unwrap();
    assert_eq!(optional.code.as_ref(), Some(expected), "{case}");
    let flat = F::read::<Flat<C>>(&bytes).unwrap();
    assert_eq!(flat.rest.code, *expected, "{case}");
    let Untagged::Reply { code } = F::read::<Untagged<C>>(&bytes).unwrap();
    assert_eq!(code, *expected, "{case}");
    let Tagged::Reply { code } = F::read::<Tagged<C>>(&bytes).unwrap();
    assert_eq!(code, *expected, "{case}");
}

/// Reads texts as the keys of a map.
struct Keys<F>(PhantomData<F>);

impl<F: Format> ForTable for Keys<F> {
    fn run<C: Code + DeserializeOwned + Serialize>(&self) {
        for sent in Scalar::all::<C>() {
            if !matches!(sent, Scalar::Text(_)) {
                continue;
            }
            let bytes = F::write(&Keyed(sent));
            let expected = BTreeMap::from([(sent.expected::<C>(), 1)]);
            let read: BTreeMap<Received<C>, u8> = F::read(&bytes).unwrap();
            assert_eq!(read, expected, "{sent:?} in {}", std::any::type_name::<F>());
        }
    }
}

fn all_shapes<F: Format>() {
    for_each_table(In::<F>(PhantomData));
}

fn keys<F: Format>() {
    for_each_table(Keys::<F>(PhantomData));
}

#[test]
fn codes_are_read_from_json() {
    all_shapes::<Json>();
    all_shapes::<JsonValue>();
    keys::<Json>();
    keys::<JsonValue>();
}

#[test]
fn codes_are_read_from_message_pack() {
    all_shapes::<MessagePack>();
    keys::<MessagePack>();
}

#[test]
fn a_number_as_a_key_is_a_code() {
    for (number, text) in [(0, "0000"), (106, "0106"), (2009, "2009")] {
        let bytes = MessagePack::write(&Keyed(Scalar::Integer(number)));
        let read: BTreeMap<Received<Digits>, u8> = MessagePack::read(&bytes).unwrap();
        assert_eq!(read, BTreeMap::from([(text.into(), 1)]));
    }
}

#[test]
fn codes_are_read_from_texts_in_cbor() {
    all_shapes::<Cbor>();
    keys::<Cbor>();
}

#[test]
fn codes_are_read_from_postcard() {
    all_shapes::<Postcard>();
    keys::<Postcard>();
}

#[test]
fn codes_are_read_from_yaml() {
    all_shapes::<Yaml>();
    keys::<Yaml>();
}

#[test]
fn codes_are_read_from_toml() {
    all_shapes::<Toml>();
    keys::<Toml>();
}

#[test]
fn codes_are_read_from_forms() {
    all_shapes::<Form>();
    keys::<Form>();
}

#[test]
fn codes_are_read_from_elements_of_xml() {
    all_shapes::<Xml>();
}
