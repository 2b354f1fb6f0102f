/// The traits that every enum of values (an attribute's, a module's scopes) has.
macro_rules! value_traits {
    ($value:path) => {
        impl ::core::fmt::Display for $value {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
