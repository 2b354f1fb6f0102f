//! The columns of large tables, packed because rustc takes tens of microseconds for each element of an array.

use std::collections::BTreeMap;

use super::literal;

/// Returns numbers as a value of `PackedNumbers`, after the number of bytes of each.
pub(super) fn numbers(numbers: &[u64]) -> (usize, String) {
    let width = width(numbers);
    let mut rust = String::from("PackedNumbers::from_bytes(b\"\\\n");
    for line in numbers.chunks(32 / width) {
        let bytes = (line.iter()).flat_map(|number| number.to_le_bytes().into_iter().take(width));
        rust.push_str("    ");
        rust.push_str(&literal::bytes(bytes));
        rust.push_str("\\\n");
    }
    rust.push_str("\")");
    (width, rust)
}

/// Returns the number of bytes that the largest of the numbers needs: 1, 2, 4 or 8.
fn width(numbers: &[u64]) -> usize {
    match numbers.iter().max() {
        None | Some(0..=0xff) => 1,
        Some(0x100..=0xffff) => 2,
        Some(0x1_0000..=0xffff_ffff) => 4,
        Some(_) => 8,
    }
}

/// Returns a column of numbers.
pub(super) fn number_column(name: &str, values: &[u64]) -> String {
    let (width, numbers) = numbers(values);
    format!("static {name}: PackedNumbers<{width}, N> = {numbers};\n")
}

/// Returns a column of values, each written in Rust.
pub(super) fn value_column(name: &str, value_type: &str, values: &[String]) -> String {
    let mut distinct: BTreeMap<&str, u64> =
        values.iter().map(|value| (value.as_str(), 0)).collect();
    for (number, index) in (0..).zip(distinct.values_mut()) {
        *index = number;
    }
    let indices: Vec<u64> = (values.iter())
        .map(|value| distinct[value.as_str()])
        .collect();
    let (width, indices) = numbers(&indices);
    let count = distinct.len();
    let distinct: Vec<&str> = distinct.into_keys().collect();
    format!(
        "static {name}: PackedColumn<{value_type}, {count}, {width}, N> = PackedColumn {{ distinct: &[{}], indices: {indices} }};\n",
        distinct.join(", ")
    )
}

/// Returns a column of texts; `joined` is the Rust expression of all texts together.
pub(super) fn text_column<'t>(
    name: &str,
    joined: &str,
    texts: impl Iterator<Item = &'t str>,
) -> String {
    let mut bounds = vec![0];
    for text in texts {
        bounds.push(bounds[bounds.len() - 1] + text.len() as u64);
    }
    let (width, bounds) = numbers(&bounds);
    format!(
        "static {name}: PackedTexts<{width}, {{ N + 1 }}> = PackedTexts {{ joined: {joined}, bounds: {bounds} }};\n"
    )
}

/// Returns a column with the index of a code for each slot.
pub(super) fn slot_column(name: &str, code_type: &str, indices: &[u64]) -> String {
    let slots = indices.len();
    let (width, indices) = numbers(indices);
    format!(
        "static {name}: PackedColumn<{code_type}, N, {width}, {slots}> = PackedColumn {{ distinct: &ALL, indices: {indices} }};\n"
    )
}
