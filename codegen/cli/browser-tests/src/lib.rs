//! Tests of the page in a real browser; see `tests/it`.
