impl<C: Code> ::serde::Serialize for Received<C> {
    #[inline]
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de, C: Code> ::serde::Deserialize<'de> for Received<C> {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = Visitor(::core::marker::PhantomData);
        // In a text format, a code may be a number. A binary format has the text that `serialize` wrote, and may not be
        // self-describing.
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(visitor)
        } else {
            deserializer.deserialize_str(visitor)
        }
    }
}

struct Visitor<C>(::core::marker::PhantomData<C>);

impl<C: Code> Visitor<C> {
    /// Reads an integer as the code with this number or, if the codes are texts, as the code with these digits.
    #[inline]
    fn integer(number: i128) -> Received<C> {
        match C::from_number(number) {
            Some(code) => Received::Known(code),
            None => alloc::format!("{number}").into(),
        }
    }
}

impl<C: Code> ::serde::de::Visitor<'_> for Visitor<C> {
    type Value = Received<C>;

    #[inline]
    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "a code of {}", C::TABLE)
    }

    #[inline]
    fn visit_str<E: ::serde::de::Error>(self, text: &str) -> Result<Received<C>, E> {
        Ok(text.into())
    }

    #[inline]
    fn visit_string<E: ::serde::de::Error>(
        self,
        text: alloc::string::String,
    ) -> Result<Received<C>, E> {
        Ok(text.into())
    }

    #[inline]
    fn visit_u64<E: ::serde::de::Error>(self, number: u64) -> Result<Received<C>, E> {
        Ok(Self::integer(number.into()))
    }

    #[inline]
    fn visit_i64<E: ::serde::de::Error>(self, number: i64) -> Result<Received<C>, E> {
        Ok(Self::integer(number.into()))
    }
}
