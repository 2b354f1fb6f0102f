/// Serializes and deserializes a value as the table writes it.
macro_rules! serde_value {
    ($feature:literal, $value:path) => {
        #[cfg(feature = $feature)]
        const _: () = {
            extern crate alloc;

            impl ::serde::Serialize for $value {
                #[inline]
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            impl<'de> ::serde::Deserialize<'de> for $value {
                #[inline]
                fn deserialize<D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Self, D::Error> {
                    let text: alloc::string::String =
                        ::serde::Deserialize::deserialize(deserializer)?;
                    let mut known = alloc::vec::Vec::new();
                    for value in Self::ALL {
                        if value.as_str() == text {
                            return Ok(*value);
                        }
                        known.push(value.as_str());
                    }
                    let known = known.join(", ");
                    Err(::serde::de::Error::custom(format_args!(
                        "unknown value `{text}`, expected one of {known}"
                    )))
                }
            }
        };
    };
}
