//! Fields that ask for a text (`as_text`) or for any scalar (`any_scalar`).

use codes_formats::charsets::{Alphanumeric, Ascii, Digits};
use codes_formats::{Code, Received, any_scalar, as_text};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::format::{Cbor, Format, Xml, Yaml};
use crate::scalar::{ForTable, NOT_CODES, Scalar, for_each_table};

#[derive(Debug, PartialEq, Deserialize)]
#[serde(bound = "")]
struct AsText<C: Code> {
    #[serde(with = "as_text")]
    code: Received<C>,
    #[serde(with = "as_text", default)]
    other: Option<Received<C>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
struct AnyScalar<C: Code> {
    #[serde(with = "any_scalar")]
    code: Received<C>,
    #[serde(with = "any_scalar", default)]
    other: Option<Received<C>>,
}

#[derive(Debug, Deserialize)]
#[serde(bound = "")]
struct Plain<C: Code + Serialize> {
    #[serde(with = "any_scalar")]
    code: C,
}

/// A field without `with`.
#[derive(Debug, Deserialize)]
#[serde(bound = "")]
struct Read<C: Code> {
    code: Received<C>,
}

#[derive(Serialize)]
struct Sent<T> {
    code: T,
}

/// Returns the codes of a table, and texts that are not codes.
fn texts<C: Code>() -> impl Iterator<Item = String> {
    let codes = C::ALL.iter().map(|code| code.code().to_owned());
    codes.chain(NOT_CODES.iter().map(Scalar::to_string))
}

#[test]
fn any_scalar_reads_numbers_in_cbor() {
    struct Numbers;
    impl ForTable for Numbers {
        fn run<C: Code + DeserializeOwned + Serialize>(&self) {
            for sent in Scalar::all::<C>() {
                let expected = sent.expected::<C>();
                let bytes = Cbor::write(&Sent { code: sent });
                let read: AnyScalar<C> = Cbor::read(&bytes).unwrap();
                assert_eq!((&read.code, &read.other), (&expected, &None), "{sent:?}");
                assert_eq!(Cbor::read::<AnyScalar<C>>(&Cbor::write(&read)), Ok(read));
                match (Cbor::read::<Plain<C>>(&bytes), expected) {
                    (Ok(plain), Received::Known(code)) => assert_eq!(plain.code, code),
                    (Err(error), Received::Unknown(_)) => assert!(error.contains("has no code")),
                    (read, _) => panic!("{read:?}: {sent:?}"),
                }
            }
        }
    }
    for_each_table(Numbers);
    // Without it, numbers are an error.
    let number = Cbor::write(&Sent { code: 2008 });
    assert!(Cbor::read::<AsText<Digits>>(&number).is_err());
}

#[test]
fn as_text_reads_xml_of_serde_xml_rs() {
    struct Elements;
    impl ForTable for Elements {
        fn run<C: Code + DeserializeOwned + Serialize>(&self) {
            for text in texts::<C>() {
                let xml = String::from_utf8(Xml::write(&Sent { code: &text })).unwrap();
                let read: AsText<C> = serde_xml_rs::from_str(&xml).unwrap();
                assert_eq!(read.code.code(), text, "{xml}");
                assert_eq!(read.code, Received::from(text));
                // quick-xml delivers texts too if it is asked for them.
                assert_eq!(Xml::read::<AsText<C>>(xml.as_bytes()), Ok(read));
            }
        }
    }
    for_each_table(Elements);
    let xml = "<xml><code>7</code><other>0106</other></xml>";
    let read: AsText<Digits> = serde_xml_rs::from_str(xml).unwrap();
    assert_eq!((read.code.code(), read.other), ("7", Some("0106".into())));
}

#[test]
fn as_text_keeps_leading_zeros_in_csv() {
    struct Rows;
    impl ForTable for Rows {
        fn run<C: Code + DeserializeOwned + Serialize>(&self) {
            for text in texts::<C>() {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.serialize(Sent { code: &text }).unwrap();
                let rows = writer.into_inner().unwrap();
                let mut reader = csv::Reader::from_reader(&*rows);
                let read: AsText<C> = reader.deserialize().next().unwrap().unwrap();
                assert_eq!(read.code, Received::from(text));
            }
        }
    }
    for_each_table(Rows);
    let mut reader = csv::Reader::from_reader(&b"code\n0007\n"[..]);
    let plain: Read<Alphanumeric> = reader.deserialize().next().unwrap().unwrap();
    assert_eq!(plain.code.code(), "7", "csv takes the text for a number");
}

#[test]
fn as_text_keeps_unquoted_texts_in_yaml() {
    for text in [
        "0007", "1e3", "0x10", "true", "yes", "NaN", "2008.0", "1_000", "0o17",
    ] {
        let yaml = format!("code: {text}\n");
        let read: AsText<Alphanumeric> = Yaml::read(yaml.as_bytes()).unwrap();
        assert_eq!(read.code, Received::from(text), "{yaml}");
    }
    let null: AsText<Alphanumeric> = Yaml::read(b"code: yes\nother: null\n").unwrap();
    assert_eq!(null.other, None);
    // YAML takes these for numbers: the second one loses its sign.
    let read = |text: &str| {
        Yaml::read::<Read<Ascii>>(format!("code: {text}\n").as_bytes())
            .unwrap()
            .code
    };
    assert_eq!(read("-4002"), Received::from("-4002"));
    assert_eq!(read("+17"), Received::from("17"));
    assert_eq!(read("1.1"), Received::from("1.1 (number)"));
}
