//! The formats, each with what it can write.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::scalar::Scalar;

/// A format.
pub(crate) trait Format {
    /// Whether the format tells what it contains, so that `flatten` and tagged enums work.
    const IS_SELF_DESCRIBING: bool = true;
    /// Whether errors contain the text of the error of the type.
    const HAS_MESSAGES: bool = true;
    /// Returns what the format has in place of a scalar: the scalar, or its text; `None` if it has neither.
    fn form(scalar: Scalar) -> Option<Scalar>;
    fn write<T: Serialize>(value: &T) -> Vec<u8>;
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String>;
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Returns a scalar as a text.
fn as_text(scalar: Scalar) -> Scalar {
    match scalar {
        Scalar::Text(_) => scalar,
        _ => Scalar::Text(scalar.to_string().leak()),
    }
}

pub(crate) struct Json;

impl Format for Json {
    fn form(scalar: Scalar) -> Option<Scalar> {
        // serde_json writes infinity as `null`. With `arbitrary_precision`, it delivers `1e+300` for `1e300`.
        let is_other = |number: f64| {
            !number.is_finite()
                || cfg!(feature = "arbitrary-precision") && format!("{number:?}").contains('e')
        };
        (!matches!(scalar, Scalar::Float(number) if is_other(number))).then_some(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        serde_json::to_vec(value).unwrap()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        serde_json::from_slice(bytes).map_err(|error| error.to_string())
    }
}

/// A `serde_json::Value`, which programs read first if they do not know the reply's type yet.
pub(crate) struct JsonValue;

impl Format for JsonValue {
    fn form(scalar: Scalar) -> Option<Scalar> {
        Json::form(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        Json::write(value)
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        let value: serde_json::Value = Json::read(bytes)?;
        serde_json::from_value(value).map_err(|error| error.to_string())
    }
}

pub(crate) struct MessagePack;

impl Format for MessagePack {
    fn form(scalar: Scalar) -> Option<Scalar> {
        Some(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        rmp_serde::to_vec_named(value).unwrap()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        rmp_serde::from_slice(bytes).map_err(|error| error.to_string())
    }
}

pub(crate) struct Cbor;

impl Format for Cbor {
    fn form(scalar: Scalar) -> Option<Scalar> {
        matches!(scalar, Scalar::Text(_)).then_some(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        bytes
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        ciborium::from_reader(bytes).map_err(|error| error.to_string())
    }
}

pub(crate) struct Postcard;

impl Format for Postcard {
    const IS_SELF_DESCRIBING: bool = false;
    const HAS_MESSAGES: bool = false;
    fn form(scalar: Scalar) -> Option<Scalar> {
        matches!(scalar, Scalar::Text(_)).then_some(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        postcard::to_allocvec(value).unwrap()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        postcard::from_bytes(bytes).map_err(|error| error.to_string())
    }
}

pub(crate) struct Yaml;

impl Format for Yaml {
    fn form(scalar: Scalar) -> Option<Scalar> {
        // serde-saphyr refuses infinity.
        Json::form(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        serde_saphyr::to_string(value).unwrap().into_bytes()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        serde_saphyr::from_str(text(bytes)).map_err(|error| error.to_string())
    }
}

pub(crate) struct Toml;

impl Format for Toml {
    fn form(scalar: Scalar) -> Option<Scalar> {
        // TOML has no integers of 64 bits without a sign.
        let is_integer =
            !matches!(scalar, Scalar::Unsigned(number) if i64::try_from(number).is_err());
        is_integer.then_some(scalar)
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        toml::to_string(value).unwrap().into_bytes()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        // `Display` of the error quotes the line, whatever its length.
        toml::from_str(text(bytes)).map_err(|error| error.message().to_owned())
    }
}

pub(crate) struct Form;

impl Format for Form {
    fn form(scalar: Scalar) -> Option<Scalar> {
        Some(as_text(scalar))
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        serde_urlencoded::to_string(value).unwrap().into_bytes()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        serde_urlencoded::from_bytes(bytes).map_err(|error| error.to_string())
    }
}

/// Elements of quick-xml.
pub(crate) struct Xml;

impl Format for Xml {
    fn form(scalar: Scalar) -> Option<Scalar> {
        Some(as_text(scalar))
    }
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        quick_xml::se::to_string_with_root("xml", value)
            .unwrap()
            .into_bytes()
    }
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        quick_xml::de::from_str(text(bytes)).map_err(|error| error.to_string())
    }
}
