/// The additional methods of enums whose codes are numbers.
macro_rules! number_methods {
    () => {
        /// Returns the variant whose code is a number; `None` if there is none.
        #[inline]
        pub const fn from_number(number: u64) -> Option<Self> {
            let found = NUMBER_SLOTS.at(BY_NUMBER.slot(number));
            if NUMBERS.at(found as usize) == number {
                Some(found)
            } else {
                None
            }
        }

        /// Returns the code as a number.
        #[inline]
        pub const fn number(self) -> u64 {
            NUMBERS.at(self as usize)
        }
    };
}

macro_rules! number_forwards {
    () => {
        #[inline]
        fn from_number(number: u64) -> Option<Self> {
            Self::from_number(number)
        }

        #[inline]
        fn number(self) -> Option<u64> {
            Some(self.number())
        }
    };
}

/// The additional traits of enums whose codes are numbers.
macro_rules! number_traits {
    ($code:path) => {
        impl TryFrom<u64> for $code {
            type Error = UnknownCode<Self>;

            #[inline]
            fn try_from(number: u64) -> Result<Self, UnknownCode<Self>> {
                let unknown = || UnknownCode::new(alloc::format!("{number}"));
                Self::from_number(number).ok_or_else(unknown)
            }
        }

        impl TryFrom<u32> for $code {
            type Error = UnknownCode<Self>;

            #[inline]
            fn try_from(number: u32) -> Result<Self, UnknownCode<Self>> {
                u64::from(number).try_into()
            }
        }
    };
}
