//! The Rust for codes that are numbers too.

use crate::lower::Table;
use crate::model::Charset;

/// The names of what the generated code of a table uses for numbers.
pub(super) struct Numbers {
    /// The type of the numbers, of 64 bits.
    pub(super) number: &'static str,
    /// The type of 32 bits that the enum is converted from as well.
    pub(super) half: &'static str,
    /// The macro with the methods of the enum.
    pub(super) methods: &'static str,
    /// The function that computes the bits of a code's number.
    pub(super) of_code: &'static str,
}

/// Returns the names for a table; `None` if its codes are not numbers.
pub(super) fn of_table(table: &Table<'_>) -> Option<Numbers> {
    let unsigned = |of_code| Numbers {
        number: "u64",
        half: "u32",
        methods: "number_methods",
        of_code,
    };
    match table.model.charset {
        Charset::Digits => Some(unsigned("decimal")),
        Charset::Hex => Some(unsigned("hexadecimal")),
        Charset::Integer => Some(Numbers {
            number: "i64",
            half: "i32",
            methods: "signed_number_methods",
            of_code: "signed_decimal",
        }),
        Charset::Alphanumeric | Charset::Ascii => None,
    }
}
