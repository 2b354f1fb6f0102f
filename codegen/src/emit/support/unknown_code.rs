/// A text that is none of an enum's codes: the error of parsing one. It keeps what was received.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode {
    expected: &'static str,
    text: alloc::boxed::Box<str>,
}

impl UnknownCode {
    fn new(expected: &'static str, text: &str) -> Self {
        UnknownCode {
            expected,
            text: text.into(),
        }
    }

    /// What was received, as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The enum that has no such code: `module::Type`.
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl ::core::fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "{} has no code {:?}", self.expected, self.text)
    }
}

impl ::core::fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("UnknownCode")
            .field("expected", &self.expected)
            .field("text", &self.text)
            .finish()
    }
}

impl ::core::error::Error for UnknownCode {}
