/// Serializes the error as `{code, message, args}`, with the message in the error's language.
impl<C: Code> ::serde::Serialize for CodeError<C> {
    #[inline]
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeStruct as _;
        let mut fields = serializer.serialize_struct("CodeError", 3)?;
        fields.serialize_field("code", self.code.code())?;
        fields.serialize_field("message", &self.message(self.lang))?;
        fields.serialize_field("args", &ErrorArguments(self))?;
        fields.end()
    }
}

/// The arguments of an error, as a map.
struct ErrorArguments<'e, C>(&'e CodeError<C>);

impl<C: Code> ::serde::Serialize for ErrorArguments<'_, C> {
    #[inline]
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.arguments())
    }
}
