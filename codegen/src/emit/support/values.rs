/// The traits of every enum of values (of an attribute, or the scopes of a module).
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
