/// The error of parsing a text that is not a code of `C`. It keeps the text.
///
/// Only parsing creates one, so the text is certainly not a code of `C`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode<C> {
    text: alloc::boxed::Box<str>,
    expected: ::core::marker::PhantomData<C>,
}

impl<C: Code> UnknownCode<C> {
    #[inline]
    fn new(text: impl Into<alloc::boxed::Box<str>>) -> Self {
        UnknownCode {
            text: text.into(),
            expected: ::core::marker::PhantomData,
        }
    }

    /// Returns the received text.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the name of the table without the code.
    #[inline]
    #[must_use]
    pub fn table(&self) -> &'static str {
        C::TABLE
    }

    /// Returns the path of the enum `C`: `module::Type`.
    #[inline]
    #[must_use]
    pub fn expected(&self) -> &'static str {
        C::PATH
    }
}

impl<C: Code> ::core::fmt::Debug for UnknownCode<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("UnknownCode")
            .field("table", &C::TABLE)
            .field("code", &Excerpt(&self.text))
            .finish()
    }
}

impl<C: Code> ::core::fmt::Display for UnknownCode<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "{} has no code {:?}", C::TABLE, Excerpt(&self.text))
    }
}

impl<C: Code> ::core::error::Error for UnknownCode<C> {}
