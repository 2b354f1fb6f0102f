/// What the enums whose codes are numbers have besides.
macro_rules! number_methods {
    () => {
        /// The variant of a code by its number; `None` where there is none.
        #[inline]
        pub const fn from_number(number: u64) -> Option<Self> {
            let found = NUMBER_SLOTS.at(BY_NUMBER.slot(number));
            if NUMBERS.at(found as usize) == number {
                Some(found)
            } else {
                None
            }
        }

        /// The code as a number.
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
