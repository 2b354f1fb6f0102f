//! The Rust types of attributes of kind `integer`.

use serde::Deserialize;

/// The type of the values of an attribute: `type = "u8"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IntegerType {
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    #[default]
    I64,
}

impl IntegerType {
    /// Returns the name of the type.
    pub fn name(self) -> &'static str {
        match self {
            IntegerType::U8 => "u8",
            IntegerType::U16 => "u16",
            IntegerType::U32 => "u32",
            IntegerType::U64 => "u64",
            IntegerType::I8 => "i8",
            IntegerType::I16 => "i16",
            IntegerType::I32 => "i32",
            IntegerType::I64 => "i64",
        }
    }

    /// Returns the smallest and the largest value.
    pub fn range(self) -> (i128, i128) {
        match self {
            IntegerType::U8 => (0, u8::MAX.into()),
            IntegerType::U16 => (0, u16::MAX.into()),
            IntegerType::U32 => (0, u32::MAX.into()),
            IntegerType::U64 => (0, u64::MAX.into()),
            IntegerType::I8 => (i8::MIN.into(), i8::MAX.into()),
            IntegerType::I16 => (i16::MIN.into(), i16::MAX.into()),
            IntegerType::I32 => (i32::MIN.into(), i32::MAX.into()),
            IntegerType::I64 => (i64::MIN.into(), i64::MAX.into()),
        }
    }

    /// Parses a value; `None` if the text is not an integer of the type.
    pub fn parse(self, text: &str) -> Option<i128> {
        let (least, most) = self.range();
        let value = text.parse().ok()?;
        (least..=most).contains(&value).then_some(value)
    }
}
