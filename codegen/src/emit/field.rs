//! A field of the rows.

use crate::lower::Code;

/// Gives the value of a field in the row of a code, in Rust; `None` if the row leaves the field out.
pub(super) type Value<'a> = Box<dyn Fn(&Code<'_>) -> Option<String> + 'a>;

/// A field of the rows.
pub(super) struct Field<'a> {
    pub(super) name: String,
    /// The fragment that matches its value in the macro.
    pub(super) fragment: &'static str,
    /// `true` if rows may omit it.
    pub(super) is_optional: bool,
    pub(super) value: Value<'a>,
    /// The column in the macro.
    pub(super) column: String,
}
