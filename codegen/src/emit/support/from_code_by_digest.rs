/// `from_code` of codes of any length: a code is compared as text.
macro_rules! from_code_by_digest {
    () => {
        /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
        #[inline]
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
