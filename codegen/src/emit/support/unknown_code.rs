/// A text that is none of the codes of `C`: the error of parsing one. It keeps what was received.
///
/// Only parsing makes one, so the text is none of the codes of `C` for certain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// What was received, as it came.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The enum that has no such code: `module::Type`.
    #[inline]
    pub fn expected(&self) -> &'static str {
        C::PATH
    }
}

impl<C: Code> ::core::fmt::Display for UnknownCode<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "{} has no code {:?}", C::PATH, self.text)
    }
}

impl<C: Code> ::core::error::Error for UnknownCode<C> {}
