/// A received code: one of the codes of `C`, or an unknown one.
///
/// Every text converts into it without loss: [`code`](Self::code) returns the received text byte for byte. The text is not
/// trimmed, and case matters: `"2008 "` is not `"2008"`. A text that is a code of `C` is always `Known`, because only parsing
/// creates an [`UnknownCode`].
///
/// `Display` and `Debug` are for people: they escape hidden characters of an unknown code, and replace what follows the first 100
/// characters with the length of the code.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Received<C> {
    /// One of the codes of `C`.
    Known(C),
    /// Any other text.
    Unknown(UnknownCode<C>),
}

impl<C: Code> Received<C> {
    /// Returns the received text.
    #[inline]
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Received::Known(code) => code.code(),
            Received::Unknown(unknown) => unknown.text(),
        }
    }

    /// Returns the code if it is one of `C`.
    #[inline]
    #[must_use]
    pub fn known(&self) -> Option<C> {
        match self {
            Received::Known(code) => Some(*code),
            Received::Unknown(_) => None,
        }
    }
}

impl<C: Code> Received<C> {
    /// Returns a text for the user, in a language: for a known code, the received message in this language if it is recognized
    /// (see [`localize`](Code::localize)), otherwise the code's own message.
    ///
    /// For an unknown code, it is a text of the catalog. It may contain the code and the message, with hidden characters escaped
    /// and cut after 100 characters.
    #[inline]
    #[must_use]
    pub fn text(&self, message: Option<&str>, lang: Lang) -> alloc::borrow::Cow<'_, str> {
        let code = match self {
            Received::Known(code) => *code,
            Received::Unknown(unknown) => {
                let arguments: [(&str, &dyn ::core::fmt::Display); 2] = [
                    ("code", &Excerpt(unknown.text())),
                    ("message", &Excerpt(message.unwrap_or_default())),
                ];
                let rendered = Rendered {
                    template: UNKNOWN_CODE[lang as usize],
                    arguments: &arguments,
                };
                return alloc::format!("{rendered}").into();
            }
        };
        match message.and_then(|message| code.localize(message, lang)) {
            Some(text) => text.into(),
            None if code.message(lang).contains(['{', '}']) => {
                alloc::format!("{}", code.render(lang, &[])).into()
            }
            None => code.message(lang).into(),
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

impl<C: Code> From<Received<C>> for alloc::string::String {
    #[inline]
    fn from(code: Received<C>) -> Self {
        match code {
            Received::Known(code) => code.code().into(),
            Received::Unknown(unknown) => unknown.text.into(),
        }
    }
}

impl<C: Code> ::core::convert::AsRef<str> for Received<C> {
    #[inline]
    fn as_ref(&self) -> &str {
        self.code()
    }
}

impl<C: Code> PartialEq<C> for Received<C> {
    #[inline]
    fn eq(&self, code: &C) -> bool {
        self.known() == Some(*code)
    }
}

impl<C: Code> PartialEq<str> for Received<C> {
    #[inline]
    fn eq(&self, code: &str) -> bool {
        self.code() == code
    }
}

impl<C: Code> PartialEq<&str> for Received<C> {
    #[inline]
    fn eq(&self, code: &&str) -> bool {
        self.code() == *code
    }
}

impl<C: Code> ::core::str::FromStr for Received<C> {
    type Err = ::core::convert::Infallible;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ::core::convert::Infallible> {
        Ok(text.into())
    }
}

/// Writes the code; the alternate form (`{:#}`) adds the message of a known code in the language of `Display`.
impl<C: Code> ::core::fmt::Display for Received<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            Received::Known(code) => display(*code, f),
            Received::Unknown(unknown) => ::core::fmt::Display::fmt(&Excerpt(unknown.text()), f),
        }
    }
}

impl<C: Code> ::core::fmt::Debug for Received<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            Received::Known(code) => f.debug_tuple("Known").field(code).finish(),
            Received::Unknown(unknown) => f.debug_tuple("Unknown").field(unknown).finish(),
        }
    }
}
