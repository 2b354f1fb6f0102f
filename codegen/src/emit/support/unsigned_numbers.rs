/// The additional methods of enums whose codes are numbers.
macro_rules! number_methods {
    () => {
        /// Returns the variant whose code is a number; `None` if there is none.
        #[inline]
        #[must_use]
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
        #[must_use]
        pub const fn number(self) -> u64 {
            NUMBERS.at(self as usize)
        }
    };
}
