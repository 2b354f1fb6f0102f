//! Scalars that only some formats have: dates, bytes, floats of 32 bits, and integers of more than 64 bits.

use codes_formats::charsets::{Ascii, Digits};
use codes_formats::{Code, Received, any_scalar};
use serde::{Deserialize, Serialize};

use crate::format::{Cbor, Format, MessagePack, Toml};

#[derive(Deserialize)]
#[serde(bound = "")]
struct Reply<C: Code> {
    #[serde(with = "any_scalar")]
    code: Received<C>,
}

#[derive(Serialize)]
struct Sent<T> {
    code: T,
}

/// Bytes, which serde serializes as a sequence without this type.
struct Bytes(&'static [u8]);

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

#[test]
fn a_date_of_toml_is_its_text() {
    for date in ["2008-01-01", "12:30:00", "2008-01-01T12:30:00Z"] {
        let reply: Reply<Digits> = Toml::read(format!("code = {date}").as_bytes()).unwrap();
        assert_eq!((reply.code.known(), reply.code.code()), (None, date));
    }
}

fn bytes_are_texts<F: Format>() {
    let read = |bytes| {
        F::read::<Reply<Digits>>(&F::write(&Sent { code: Bytes(bytes) }))
            .unwrap()
            .code
    };
    assert_eq!(read(b"0106"), Received::from("0106"));
    assert_eq!(read(b"106"), Received::from("106"));
    assert_eq!(read(b"01\xff06"), Received::from("01\u{fffd}06"));
}

#[test]
fn bytes_are_a_text_in_utf8() {
    bytes_are_texts::<MessagePack>();
    bytes_are_texts::<Cbor>();
}

#[test]
fn a_float_of_32_bits_is_a_code_if_it_is_an_integer() {
    for (number, text) in [
        (2008_f32, "2008"),
        (0.1, "0.1"),
        (16_777_216.0, "16777216.0"),
        (1.1, "1.1 (number)"),
    ] {
        let reply: Reply<Ascii> =
            MessagePack::read(&MessagePack::write(&Sent { code: number })).unwrap();
        assert_eq!(reply.code, Received::from(text));
    }
    let reply: Reply<Digits> =
        MessagePack::read(&MessagePack::write(&Sent { code: 2008_f32 })).unwrap();
    assert_eq!(reply.code, Received::from("2008"));
}

#[test]
fn an_integer_of_more_than_64_bits_is_its_digits() {
    for number in [
        i128::from(u64::MAX),
        i128::from(u64::MAX) + 1,
        i128::MAX,
        i128::MIN,
    ] {
        let reply: Reply<Digits> = Cbor::read(&Cbor::write(&Sent { code: number })).unwrap();
        assert_eq!(reply.code.code(), number.to_string());
        let is_code = number == i128::from(u64::MAX);
        assert_eq!(reply.code.known().is_some(), is_code, "{number}");
    }
}
