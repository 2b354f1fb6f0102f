/// A code as it was received: one of the codes of `C`, or one that nobody documented.
///
/// It is made from any text, never fails and loses nothing: [`code`](Self::code) and `Display` give back what came in,
/// byte for byte. Nothing is trimmed or folded: what differs from a code in a blank is not that code. A text that is a
/// code is always `Known`; only parsing makes an [`UnknownCode`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Received<C> {
    /// One of the codes of `C`.
    Known(C),
    /// A text that is none of them.
    Unknown(UnknownCode<C>),
}

impl<C: Code> Received<C> {
    /// What was received, as it came.
    #[inline]
    pub fn code(&self) -> &str {
        match self {
            Received::Known(code) => code.code(),
            Received::Unknown(unknown) => unknown.text(),
        }
    }

    /// The code, where it is one of the codes of `C`.
    #[inline]
    pub fn known(&self) -> Option<C> {
        match self {
            Received::Known(code) => Some(*code),
            Received::Unknown(_) => None,
        }
    }
}

impl<C: Code> From<C> for Received<C> {
    #[inline]
    fn from(code: C) -> Self {
        Received::Known(code)
    }
}

impl<C: Code> From<&str> for Received<C> {
    #[inline]
    fn from(text: &str) -> Self {
        match C::from_code(text) {
            Some(code) => Received::Known(code),
            None => Received::Unknown(UnknownCode::new(text)),
        }
    }
}

impl<C: Code> From<alloc::string::String> for Received<C> {
    #[inline]
    fn from(text: alloc::string::String) -> Self {
        match C::from_code(&text) {
            Some(code) => Received::Known(code),
            None => Received::Unknown(UnknownCode::new(text)),
        }
    }
}

impl<C: Code> ::core::str::FromStr for Received<C> {
    type Err = ::core::convert::Infallible;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ::core::convert::Infallible> {
        Ok(text.into())
    }
}

impl<C: Code> ::core::fmt::Display for Received<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(self.code())
    }
}
