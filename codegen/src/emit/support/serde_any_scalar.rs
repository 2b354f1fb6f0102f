//! Reads a code from any scalar: `#[serde(with = "…::any_scalar")]`.
//!
//! Without this module, a code in a binary format is read as a text, because some of these formats are not self-describing. In those
//! that are, such as CBOR, this module also reads codes that are numbers. The field is a code, a `Received`, or an `Option` of either.

use ::core::marker::PhantomData;
use ::serde::de::{Error, IgnoredAny, MapAccess, Unexpected};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
use alloc::string::String;

use super::{Code, Received, UnknownCode, alloc};

/// Serializes the text of a code.
///
/// # Errors
///
/// Returns the errors of the serializer.
#[allow(private_bounds)]
#[inline]
pub fn serialize<T: Field, S: Serializer>(field: &T, serializer: S) -> Result<S::Ok, S::Error> {
    field.serialize(serializer)
}

/// Deserializes a code from a text, a number or a boolean.
///
/// # Errors
///
/// Returns the errors of the deserializer, and an error if the field is not of this form or requires a code of the table.
#[allow(private_bounds)]
#[inline]
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Field,
    D: Deserializer<'de>,
{
    T::read(deserializer, Ask::AnyScalar)
}

/// What to request from a deserializer.
#[derive(Clone, Copy)]
pub(super) enum Ask {
    AnyScalar,
    Text,
}

/// The type of a field with a code.
pub(super) trait Field: Serialize + Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, ask: Ask) -> Result<Self, D::Error>;
}

impl<C: Code> Field for Received<C> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D, ask: Ask) -> Result<Self, D::Error> {
        let scalar = Scalar(PhantomData);
        match ask {
            Ask::AnyScalar => deserializer.deserialize_any(scalar),
            // Not `deserialize_str`, for which ciborium has a buffer of limited length.
            Ask::Text => deserializer.deserialize_string(scalar),
        }
    }
}

impl<C: Code + Serialize> Field for C {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D, ask: Ask) -> Result<Self, D::Error> {
        match Received::read(deserializer, ask)? {
            Received::Known(code) => Ok(code),
            Received::Unknown(unknown) => Err(D::Error::custom(unknown)),
        }
    }
}

impl<T: Field> Field for Option<T> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D, ask: Ask) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Optional(ask, PhantomData))
    }
}

struct Optional<T>(Ask, PhantomData<T>);

impl<'de, T: Field> ::serde::de::Visitor<'de> for Optional<T> {
    type Value = Option<T>;

    #[inline]
    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("a code or nothing")
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer, self.0).map(Some)
    }
}

impl<C: Code> Serialize for Received<C> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de, C: Code> Deserialize<'de> for Received<C> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        by_format(deserializer)
    }
}

/// Reads a field without `with`.
#[inline]
pub(super) fn by_format<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Field,
    D: Deserializer<'de>,
{
    let ask = if deserializer.is_human_readable() {
        Ask::AnyScalar
    } else {
        Ask::Text
    };
    T::read(deserializer, ask)
}

struct Scalar<C>(PhantomData<C>);

impl<C: Code> Scalar<C> {
    /// Reads an integer as the code with this number or, if the codes are texts, as the code with these digits.
    #[inline]
    fn integer(number: i128) -> Received<C> {
        match C::from_number(number) {
            Some(code) => Received::Known(code),
            None => alloc::format!("{number}").into(),
        }
    }

    /// Reads a float as an integer if it is one and less than `limit`. Other floats are not codes, even if a code looks like one: `1.1`
    /// may have been sent as `1.10`.
    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::float_cmp
    )] // Below the limit, both are exact.
    fn float(number: f64, limit: f64, mut shown: String) -> Received<C> {
        let integer = number as i64;
        if number.abs() < limit && integer as f64 == number {
            return Self::integer(integer.into());
        }
        if C::from_code(&shown).is_some() {
            shown.push_str(" (number)");
        }
        Received::Unknown(UnknownCode::new(shown))
    }

    /// Reads a number that `serde_json` delivers as its text.
    #[inline]
    fn number(text: String) -> Received<C> {
        match (text.parse::<i128>(), text.parse::<f64>()) {
            (Ok(number), _) => Self::integer(number),
            (_, Ok(number)) => Self::float(number, DOUBLE, text),
            _ => text.into(),
        }
    }
}

/// The limits of floats of 32 and 64 bits. The first is the number from which on they skip integers. The second is a quarter of that,
/// because `serde_json` reads the last digits of `9007199254740991.0` wrong: below it, the error is less than one.
#[allow(clippy::cast_precision_loss)] // A power of two.
const SINGLE: f64 = (1_u64 << f32::MANTISSA_DIGITS) as f64;
#[allow(clippy::cast_precision_loss)] // A power of two.
const DOUBLE: f64 = (1_u64 << (f64::MANTISSA_DIGITS - 2)) as f64;

impl<'de, C: Code> ::serde::de::Visitor<'de> for Scalar<C> {
    type Value = Received<C>;

    #[inline]
    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "a code of {}", C::TABLE)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<Received<C>, E> {
        Ok(text.into())
    }

    #[inline]
    fn visit_string<E: Error>(self, text: String) -> Result<Received<C>, E> {
        Ok(text.into())
    }

    #[inline]
    fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Received<C>, E> {
        Ok((&*String::from_utf8_lossy(text)).into())
    }

    #[inline]
    fn visit_bool<E: Error>(self, value: bool) -> Result<Received<C>, E> {
        Ok(if value { "true" } else { "false" }.into())
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Received<C>, E> {
        Ok(Self::integer(number.into()))
    }

    #[inline]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Received<C>, E> {
        Ok(Self::integer(number.into()))
    }

    #[inline]
    fn visit_u128<E: Error>(self, number: u128) -> Result<Received<C>, E> {
        Ok(match number.try_into() {
            Ok(number) => Self::integer(number),
            Err(_) => alloc::format!("{number}").into(),
        })
    }

    #[inline]
    fn visit_i128<E: Error>(self, number: i128) -> Result<Received<C>, E> {
        Ok(Self::integer(number))
    }

    #[inline]
    fn visit_f32<E: Error>(self, number: f32) -> Result<Received<C>, E> {
        let shown = alloc::format!("{number:?}");
        Ok(Self::float(number.into(), SINGLE, shown))
    }

    #[inline]
    fn visit_f64<E: Error>(self, number: f64) -> Result<Received<C>, E> {
        Ok(Self::float(number, DOUBLE, alloc::format!("{number:?}")))
    }

    /// Reads scalars that some formats deliver as maps: an XML element of quick-xml (its attributes are ignored), a date of TOML, and a
    /// number of `serde_json` with `arbitrary_precision`.
    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Received<C>, A::Error> {
        let mut received = None;
        while let Some(key) = map.next_key::<String>()? {
            match &*key {
                _ if key.starts_with('@') => {
                    map.next_value::<IgnoredAny>()?;
                }
                "$text" | "$__toml_private_datetime" if received.is_none() => {
                    received = Some(map.next_value::<String>()?.into());
                }
                "$serde_json::private::Number" if received.is_none() => {
                    received = Some(Self::number(map.next_value()?));
                }
                _ => return Err(A::Error::invalid_type(Unexpected::Map, &self)),
            }
        }
        // An element without text is empty.
        Ok(received.unwrap_or_else(|| "".into()))
    }
}
