/// The error of `into_result`: a code that is not a success. It need not be a failure: ask its [`code`](Self::code) for the
/// outcome, and before you retry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NotSuccessful<C>(Received<C>);

impl<C: Code> NotSuccessful<C> {
    /// Returns the code.
    #[inline]
    pub fn code(&self) -> &Received<C> {
        &self.0
    }

    /// Returns the code and drops the error.
    #[inline]
    pub fn into_code(self) -> Received<C> {
        self.0
    }
}

/// Writes the code and its message, or that the code is unknown.
impl<C: Code> ::core::fmt::Display for NotSuccessful<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match &self.0 {
            Received::Known(code) => ::core::fmt::Display::fmt(code, f),
            Received::Unknown(unknown) => ::core::fmt::Display::fmt(unknown, f),
        }
    }
}

impl<C: Code> ::core::error::Error for NotSuccessful<C> {}
