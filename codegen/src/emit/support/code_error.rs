/// An error: a code with the arguments of its message and, if there is one, the error that caused it.
///
/// Each enum of codes has a constructor for each error. `Display` writes the message; the alternate form (`{:#}`) writes the code
/// before it.
#[derive(Debug)]
pub struct CodeError<C> {
    code: C,
    /// In the order of the code's placeholders.
    arguments: alloc::vec::Vec<alloc::string::String>,
    lang: Lang,
    source: Option<alloc::boxed::Box<dyn ::core::error::Error + Send + Sync>>,
}

impl<C: Code> CodeError<C> {
    /// Returns an error without arguments.
    #[inline]
    const fn new(code: C) -> Self {
        CodeError {
            code,
            arguments: alloc::vec::Vec::new(),
            lang: Lang::DISPLAY,
            source: None,
        }
    }

    /// Returns an error with an argument for each of the code's placeholders, in their order.
    #[inline]
    fn with_arguments(code: C, arguments: &[&dyn ::core::fmt::Display]) -> Self {
        let arguments = arguments.iter();
        CodeError {
            arguments: arguments.map(|value| alloc::format!("{value}")).collect(),
            ..Self::new(code)
        }
    }

    /// Returns the code.
    #[inline]
    #[must_use]
    pub const fn code(&self) -> C {
        self.code
    }

    /// Returns the message in a language, with its arguments.
    #[inline]
    #[must_use]
    pub fn message(&self, lang: Lang) -> alloc::string::String {
        alloc::format!("{}", ErrorMessage { error: self, lang })
    }

    /// Returns the arguments of the message with their names, in alphabetical order of the names.
    #[inline]
    pub fn arguments(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let names = self.code.placeholders().iter().copied();
        names.zip(self.arguments.iter().map(|value| &**value))
    }

    /// Attaches the error that caused this one: `source()` returns it.
    #[inline]
    #[must_use]
    pub fn with_source(
        self,
        source: impl Into<alloc::boxed::Box<dyn ::core::error::Error + Send + Sync>>,
    ) -> Self {
        CodeError {
            source: Some(source.into()),
            ..self
        }
    }

    /// Sets the language in which the error is displayed and serialized. The default is [`Lang::DISPLAY`].
    #[inline]
    #[must_use]
    pub fn with_lang(self, lang: Lang) -> Self {
        CodeError { lang, ..self }
    }
}

impl<C: Code> ::core::fmt::Display for CodeError<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let (error, lang) = (self, self.lang);
        if f.alternate() {
            write!(f, "{} ", self.code.code())?;
        }
        write!(f, "{}", ErrorMessage { error, lang })
    }
}

impl<C: Code> ::core::error::Error for CodeError<C> {
    #[inline]
    fn source(&self) -> Option<&(dyn ::core::error::Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}

/// The message of an error in a language.
struct ErrorMessage<'e, C> {
    error: &'e CodeError<C>,
    lang: Lang,
}

impl<C: Code> ::core::fmt::Display for ErrorMessage<'_, C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        for piece in Pieces(self.error.code.message(self.lang)) {
            match piece {
                Piece::Text(text) => f.write_str(text)?,
                Piece::Placeholder(name) => {
                    match self.error.arguments().find(|argument| argument.0 == name) {
                        Some((_, value)) => f.write_str(value)?,
                        None => write!(f, "{{{name}}}")?,
                    }
                }
            }
        }
        Ok(())
    }
}

/// The error of `try_render`: the arguments do not fit the placeholders of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgumentError {
    missing: alloc::vec::Vec<&'static str>,
    unknown: alloc::vec::Vec<alloc::string::String>,
}

impl ArgumentError {
    /// Returns the error if an argument is missing or unknown.
    #[inline]
    fn check(
        placeholders: &'static [&'static str],
        arguments: &[(&str, &dyn ::core::fmt::Display)],
    ) -> Result<(), Self> {
        let is_given = |name: &&&str| arguments.iter().any(|argument| argument.0 == **name);
        let missing = placeholders.iter().filter(|name| !is_given(name));
        let names = arguments.iter().map(|argument| argument.0);
        let unknown = names.filter(|name| !placeholders.contains(name));
        let error = ArgumentError {
            missing: missing.copied().collect(),
            unknown: unknown.map(Into::into).collect(),
        };
        if error.missing.is_empty() && error.unknown.is_empty() {
            Ok(())
        } else {
            Err(error)
        }
    }

    /// Returns the placeholders without an argument.
    #[inline]
    #[must_use]
    pub fn missing(&self) -> &[&'static str] {
        &self.missing
    }

    /// Returns the names of arguments that are not placeholders of the message.
    #[inline]
    #[must_use]
    pub fn unknown(&self) -> &[alloc::string::String] {
        &self.unknown
    }
}

impl ::core::fmt::Display for ArgumentError {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let missing = self.missing.iter().map(|name| ("missing", *name));
        let unknown = self.unknown.iter().map(|name| ("unknown", &**name));
        for (index, (what, name)) in missing.chain(unknown).enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{what} argument `{}`", Excerpt(name))?;
        }
        Ok(())
    }
}

impl ::core::error::Error for ArgumentError {}
