/// The methods of `Code` for numbers, which call the enum's own.
macro_rules! number_forwards {
    ($number:ty) => {
        #[inline]
        fn from_number(number: i128) -> Option<Self> {
            Self::from_number(<$number>::try_from(number).ok()?)
        }

        #[inline]
        fn number(self) -> Option<i128> {
            Some(self.number().into())
        }
    };
}

/// The additional traits of enums whose codes are numbers, of a type of 64 bits and one of 32.
macro_rules! number_traits {
    ($code:path, $number:ty, $half:ty) => {
        impl TryFrom<$number> for $code {
            type Error = UnknownCode<Self>;

            #[inline]
            fn try_from(number: $number) -> Result<Self, UnknownCode<Self>> {
                let unknown = || UnknownCode::new(alloc::format!("{number}"));
                Self::from_number(number).ok_or_else(unknown)
            }
        }

        impl TryFrom<$half> for $code {
            type Error = UnknownCode<Self>;

            #[inline]
            fn try_from(number: $half) -> Result<Self, UnknownCode<Self>> {
                <$number>::from(number).try_into()
            }
        }
    };
}
