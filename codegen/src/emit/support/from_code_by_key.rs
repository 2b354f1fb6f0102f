/// `from_code` for codes of one width, which are compared as numbers.
macro_rules! from_code_by_key {
    ($width:literal) => {
        /// Returns the variant of a code; `None` if there is none. The text is not trimmed, and case matters.
        #[inline]
        #[must_use]
        pub const fn from_code(code: &str) -> Option<Self> {
            let Some(key) = key::<$width>(code) else {
                return None;
            };
            let found = CODE_SLOTS.at(BY_CODE.slot(key));
            if KEYS.at(found as usize) == key {
                Some(found)
            } else {
                None
            }
        }
    };
}
