/// The error of parsing a text that is not a value of the attribute, or not a scope. It keeps the text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue {
    text: alloc::boxed::Box<str>,
    expected: &'static [&'static str],
}

impl UnknownValue {
    /// Returns the text, unchanged.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the values, as the table writes them.
    #[inline]
    #[must_use]
    pub fn expected(&self) -> &'static [&'static str] {
        self.expected
    }
}

impl ::core::fmt::Debug for UnknownValue {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("UnknownValue")
            .field("text", &Excerpt(&self.text))
            .field("expected", &self.expected)
            .finish()
    }
}

impl ::core::fmt::Display for UnknownValue {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "unknown value {:?}, expected ", Excerpt(&self.text))?;
        for (index, value) in self.expected.iter().enumerate() {
            let separator = if index == 0 { "one of " } else { ", " };
            write!(f, "{separator}{value}")?;
        }
        Ok(())
    }
}

impl ::core::error::Error for UnknownValue {}

/// The traits of every enum of values (of an attribute, or the scopes of a module).
macro_rules! value_traits {
    ($value:path) => {
        impl ::core::fmt::Display for $value {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// Parses a value as the table writes it.
        impl ::core::str::FromStr for $value {
            type Err = UnknownValue;

            #[inline]
            fn from_str(text: &str) -> Result<Self, UnknownValue> {
                const EXPECTED: [&str; <$value>::ALL.len()] = {
                    let mut texts = [""; <$value>::ALL.len()];
                    let mut index = 0;
                    while index < texts.len() {
                        texts[index] = <$value>::ALL[index].as_str();
                        index += 1;
                    }
                    texts
                };
                let found = Self::ALL.iter().find(|value| value.as_str() == text);
                found.copied().ok_or_else(|| UnknownValue {
                    text: text.into(),
                    expected: &EXPECTED,
                })
            }
        }

        impl TryFrom<&str> for $value {
            type Error = UnknownValue;

            #[inline]
            fn try_from(text: &str) -> Result<Self, UnknownValue> {
                text.parse()
            }
        }
    };
}
