/// The additional methods of enums whose codes are numbers that may be negative.
macro_rules! signed_number_methods {
    () => {
        /// Returns the variant whose code is a number; `None` if there is none.
        #[inline]
        #[must_use]
        pub const fn from_number(number: i64) -> Option<Self> {
            let bits = number.cast_unsigned();
            let found = NUMBER_SLOTS.at(BY_NUMBER.slot(bits));
            if NUMBERS.at(found as usize) == bits {
                Some(found)
            } else {
                None
            }
        }

        /// Returns the code as a number.
        #[inline]
        #[must_use]
        pub const fn number(self) -> i64 {
            NUMBERS.at(self as usize).cast_signed()
        }
    };
}
