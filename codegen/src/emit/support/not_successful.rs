/// The error of `into_result`: a code that is not a success. The operation may still have been carried out, so check the outcome of
/// the code before you retry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NotSuccessful<C> {
    code: Received<C>,
    message: Option<alloc::boxed::Box<str>>,
}

impl<C: Code> NotSuccessful<C> {
    /// Returns the code.
    #[inline]
    #[must_use]
    pub fn code(&self) -> &Received<C> {
        &self.code
    }

    /// Returns the code and drops the error.
    #[inline]
    #[must_use]
    pub fn into_code(self) -> Received<C> {
        self.code
    }

    /// Returns the received message; `None` without [`with_message`](Self::with_message).
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Adds the message that was received with the code.
    #[inline]
    #[must_use]
    pub fn with_message(self, message: impl Into<alloc::boxed::Box<str>>) -> Self {
        NotSuccessful {
            message: Some(message.into()),
            ..self
        }
    }
}

/// Writes the table, the code and its message, or that the code is unknown; then the received message.
impl<C: Code> ::core::fmt::Display for NotSuccessful<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match &self.code {
            Received::Known(code) => {
                let message = code.render(Lang::DISPLAY, &[]);
                write!(f, "{} {code}: {message}", C::TABLE)?;
            }
            Received::Unknown(unknown) => write!(f, "{unknown}")?,
        }
        match &self.message {
            Some(message) => write!(f, " (received {:?})", Excerpt(message)),
            None => Ok(()),
        }
    }
}

impl<C: Code> ::core::fmt::Debug for NotSuccessful<C> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let mut shown = f.debug_struct("NotSuccessful");
        shown.field("table", &C::TABLE);
        match &self.code {
            Received::Known(code) => shown.field("code", code),
            Received::Unknown(unknown) => shown.field("code", &Excerpt(unknown.text())),
        };
        if let Some(message) = &self.message {
            shown.field("message", &Excerpt(message));
        }
        shown.finish()
    }
}

impl<C: Code> ::core::error::Error for NotSuccessful<C> {}
