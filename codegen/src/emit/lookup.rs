//! The lookup of a variant by its code or number: constants, and the columns that are computed with them.

use super::layout::{code_path, is_packed};
use super::numbers::{self, Numbers};
use super::{literal, packed};
use crate::lower::{HashParameters, Table, key_of};

/// The parts of a table's lookup.
pub(super) struct Lookup {
    /// A constant for each lookup. For small tables, the generator computes nothing else.
    pub(super) constants: String,
    /// The columns.
    pub(super) columns: String,
    /// The macro calls in the `impl` of the enum.
    pub(super) methods: String,
}

impl Lookup {
    pub(super) fn of(table: &Table<'_>) -> Self {
        let mut lookup = by_code(table);
        if let Some(numbers) = numbers::of_table(table) {
            let by_number = by_number(table, &numbers);
            lookup.constants.push_str(&by_number.constants);
            lookup.columns.push_str(&by_number.columns);
            lookup.methods.push_str(&by_number.methods);
        }
        lookup
    }
}

/// Returns the lookup by text. Codes of one width are compared as numbers; others are found by a digest and compared as texts.
fn by_code(table: &Table<'_>) -> Lookup {
    let hash = HashParameters::of_texts(&table.texts());
    let code = code_path(table);
    let slots = format!("static CODE_SLOTS: Column<{code}, {{ BY_CODE.slots() }}>");
    let (columns, methods) = match (table.key_width(), is_packed(table)) {
        (Some(width), false) => (
            format!(
                "static KEYS: Column<u64, N> = numbers_of_codes!(code => key_of_code(code));\n\
                 {slots} = scatter(&ALL, &KEYS, BY_CODE);\n"
            ),
            format!("from_code_by_key!({width});\n"),
        ),
        (None, false) => (
            format!(
                "{slots} = scatter(&ALL, &numbers_of_codes!(code => digest(code, BY_CODE.factor)), BY_CODE);\n"
            ),
            "from_code_by_digest!();\n".to_owned(),
        ),
        (Some(width), true) => {
            let key = |code: &&str| key_of(code).expect("a code of this width has a key");
            let keys: Vec<u64> = table.texts().iter().map(key).collect();
            (
                packed::number_column("KEYS", &keys) + &packed_slots("CODE_SLOTS", &hash, &code),
                format!("from_code_by_key!({width});\n"),
            )
        }
        (None, true) => (
            packed_slots("CODE_SLOTS", &hash, &code),
            "from_code_by_digest!();\n".to_owned(),
        ),
    };
    Lookup {
        constants: constant("BY_CODE", &hash),
        columns,
        methods,
    }
}

/// Returns the lookup by number.
fn by_number(table: &Table<'_>, rust: &Numbers) -> Lookup {
    let numbers = table.numbers();
    let hash = HashParameters::of_numbers(&numbers);
    let code = code_path(table);
    let columns = if is_packed(table) {
        packed::number_column("NUMBERS", &numbers) + &packed_slots("NUMBER_SLOTS", &hash, &code)
    } else {
        format!(
            "static NUMBERS: Column<u64, N> = numbers_of_codes!(code => {}(code));\n\
             static NUMBER_SLOTS: Column<{code}, {{ BY_NUMBER.slots() }}> = scatter(&ALL, &NUMBERS, BY_NUMBER);\n",
            rust.of_code
        )
    };
    Lookup {
        constants: constant("BY_NUMBER", &hash),
        columns,
        methods: format!("{}!();\n", rust.methods),
    }
}

fn constant(name: &str, hash: &HashParameters) -> String {
    let HashParameters {
        factor,
        bits,
        pilots,
        ..
    } = hash;
    let pilots = literal::bytes(pilots.iter().copied());
    format!(
        "const {name}: PerfectHash = PerfectHash {{ factor: {factor}, bits: {bits}, pilots: b\"{pilots}\" }};\n"
    )
}

/// Returns the slots of a large table as indices: rustc takes longer for each variant in an array the more variants there are.
fn packed_slots(name: &str, hash: &HashParameters, code: &str) -> String {
    let indices: Vec<u64> = hash.slots.iter().map(|index| *index as u64).collect();
    packed::slot_column(name, code, &indices)
}
