/// A code that is not a success, as an error: what `into_result` gives for one. It says nothing of a failure: ask its
/// [`code`](Self::code) what may be concluded and whether to send again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NotSuccessful<C>(Received<C>);

impl<C: Code> NotSuccessful<C> {
    /// The code.
    #[inline]
    pub fn code(&self) -> &Received<C> {
        &self.0
    }

    /// The code, without the error around it.
    #[inline]
    pub fn into_code(self) -> Received<C> {
        self.0
    }
}

/// The code and its message; of a code that nobody documented, that nobody did.
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
