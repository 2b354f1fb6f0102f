/// Returns the scope of a code's first row; `None` in tables without scopes.
#[inline]
const fn scope_of(scopes: &[&'static str], index: usize) -> Option<&'static str> {
    if index < scopes.len() {
        Some(scopes[index])
    } else {
        None
    }
}

/// Returns the values of the code with this index in a column that few codes have values in; `rows` is in code order.
#[inline]
const fn lookup_sparse<T>(rows: &'static [(usize, &'static [T])], index: usize) -> &'static [T] {
    // A binary search for the first row of this code or a later one.
    let (mut low, mut high) = (0, rows.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if rows[middle].0 < index {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < rows.len() && rows[low].0 == index {
        rows[low].1
    } else {
        &[]
    }
}

/// Returns the row after the first one whose placeholders have arguments; `None` if no row has more of them than the first.
#[inline]
const fn filled_row(
    rows: &'static [Entry],
    first: &[&str],
    arguments: &[(&str, &dyn ::core::fmt::Display)],
) -> Option<&'static Entry> {
    let (mut found, mut most) = (None, filled(first, arguments));
    let mut index = 0;
    while index < rows.len() {
        let placeholders = rows[index].placeholders;
        let count = filled(placeholders, arguments);
        if count > most && count == placeholders.len() {
            (found, most) = (Some(&rows[index]), count);
        }
        index += 1;
    }
    found
}

/// Returns the number of placeholders that have an argument.
#[inline]
const fn filled(placeholders: &[&str], arguments: &[(&str, &dyn ::core::fmt::Display)]) -> usize {
    let (mut count, mut index) = (0, 0);
    while index < placeholders.len() {
        let mut argument = 0;
        while argument < arguments.len() {
            if const_str_eq(arguments[argument].0, placeholders[index]) {
                count += 1;
                break;
            }
            argument += 1;
        }
        index += 1;
    }
    count
}

/// The traits of every enum of codes, except `Code` itself.
macro_rules! code_traits {
    ($code:path) => {
        impl Sealed for $code {}

        /// Writes the code; the alternate form (`{:#}`) adds the message in the language of `Display`.
        impl ::core::fmt::Display for $code {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                display(*self, f)
            }
        }

        /// Writes the name of the variant and the code.
        impl ::core::fmt::Debug for $code {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                write!(f, "{}({})", self.name(), self.code())
            }
        }

        impl ::core::str::FromStr for $code {
            type Err = UnknownCode<Self>;

            #[inline]
            fn from_str(code: &str) -> Result<Self, UnknownCode<Self>> {
                Self::from_code(code).ok_or_else(|| UnknownCode::new(code))
            }
        }

        impl TryFrom<&str> for $code {
            type Error = UnknownCode<Self>;

            #[inline]
            fn try_from(code: &str) -> Result<Self, UnknownCode<Self>> {
                code.parse()
            }
        }

        impl TryFrom<alloc::string::String> for $code {
            type Error = UnknownCode<Self>;

            #[inline]
            fn try_from(code: alloc::string::String) -> Result<Self, UnknownCode<Self>> {
                Self::from_code(&code).ok_or_else(|| UnknownCode::new(code))
            }
        }

        impl From<$code> for &'static str {
            #[inline]
            fn from(code: $code) -> Self {
                code.code()
            }
        }

        impl ::core::convert::AsRef<str> for $code {
            #[inline]
            fn as_ref(&self) -> &str {
                self.code()
            }
        }
    };
}
