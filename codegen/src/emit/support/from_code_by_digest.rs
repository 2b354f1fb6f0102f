/// `from_code` for codes of any length, which are compared as texts.
macro_rules! from_code_by_digest {
    () => {
        /// Returns the variant of a code; `None` if there is none. The text is not trimmed, and case matters.
        #[inline]
        #[must_use]
        pub const fn from_code(code: &str) -> Option<Self> {
            let found = CODE_SLOTS.at(BY_CODE.slot(digest(code, BY_CODE.factor)));
            if const_str_eq(CODES.at(found as usize), code) {
                Some(found)
            } else {
                None
            }
        }
    };
}
