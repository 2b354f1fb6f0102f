/// A received code: one of the codes of `C`, or an unknown one.
///
/// Every text converts into it without loss: [`code`](Self::code) and `Display` return the received text byte for byte. The
/// text is not trimmed, and case matters: `"2008 "` is not `"2008"`. A text that is a code of `C` is always `Known`, because
/// only parsing creates an [`UnknownCode`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Received<C> {
    /// One of the codes of `C`.
    Known(C),
    /// Any other text.
    Unknown(UnknownCode<C>),
}

impl<C: Code> Received<C> {
    /// Returns the received text.
    #[inline]
    pub fn code(&self) -> &str {
        match self {
            Received::Known(code) => code.code(),
            Received::Unknown(unknown) => unknown.text(),
        }
    }

    /// Returns the code if it is one of `C`.
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
