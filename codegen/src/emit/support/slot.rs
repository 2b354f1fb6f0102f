/// Returns the slot of a number among 2 to the power of `bits`. If there are too many codes for the factor alone, a pilot
/// for each bucket separates them.
#[inline]
#[allow(clippy::cast_possible_truncation)] // The hash is some of the bits.
const fn slot(number: u64, factor: u64, pilots: &[u8], bits: u32) -> usize {
    // Not `wrapping_mul`: rustc evaluates this for each code, and a call takes longer than a dozen operations.
    let product = (number as u128 * factor as u128) as u64;
    if pilots.is_empty() {
        return (product >> (u64::BITS - bits)) as usize;
    }
    let pilot = pilots[bucket(number, factor, pilots.len())] as u64;
    let turned = fold(product) ^ pilot.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (turned.wrapping_mul(factor) >> (u64::BITS - bits)) as usize
}

/// Returns the bucket of a number. Numbers in one bucket have the same lowest bits after the multiplication.
#[inline]
#[allow(clippy::cast_possible_truncation)] // The hash is some of the bits.
const fn bucket(number: u64, factor: u64, buckets: usize) -> usize {
    fold(number.wrapping_mul(factor)) as usize & (buckets - 1)
}

#[inline]
const fn fold(number: u64) -> u64 {
    number ^ number >> 32
}
