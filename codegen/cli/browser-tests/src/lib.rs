//! The page of the reference in a real browser: everything is in `tests/it`.
