/// Serializes a code as its text, and deserializes it like `Received`.
macro_rules! serde_code {
    ($feature:literal, $code:path) => {
        #[cfg(feature = $feature)]
        impl ::serde::Serialize for $code {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        #[cfg(feature = $feature)]
        impl<'de> ::serde::Deserialize<'de> for $code {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                any_scalar::by_format(deserializer)
            }
        }
    };
}
