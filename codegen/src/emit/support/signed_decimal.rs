/// Returns the two's complement of the number of a decimal code, which may be negative.
const fn signed_decimal(code: &str) -> u64 {
    match code.as_bytes() {
        [b'-', ..] => decimal(code.split_at(1).1).wrapping_neg(),
        _ => decimal(code),
    }
}
