/// `from_code` of codes of one width: a code is compared as a number.
macro_rules! from_code_by_key {
    ($width:literal) => {
        /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
        #[inline]
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
