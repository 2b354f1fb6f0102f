/// The slot of a number, of 2 to the power of `bits`. Where there are too many codes for the factor alone, a pilot for
/// each bucket keeps them apart.
#[inline]
const fn slot(number: u64, factor: u64, pilots: &[u8], bits: u32) -> usize {
    // Not `wrapping_mul`: rustc computes this for each code, and takes longer for a call than for a dozen steps.
    let product = (number as u128 * factor as u128) as u64;
    if pilots.is_empty() {
        return (product >> (u64::BITS - bits)) as usize;
    }
    let pilot = pilots[bucket(number, factor, pilots.len())] as u64;
    let turned = fold(product) ^ pilot.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (turned.wrapping_mul(factor) >> (u64::BITS - bits)) as usize
}

/// The bucket of a number: numbers of one bucket have the same lowest bits once they are multiplied.
#[inline]
const fn bucket(number: u64, factor: u64, buckets: usize) -> usize {
    fold(number.wrapping_mul(factor)) as usize & (buckets - 1)
}

#[inline]
const fn fold(number: u64) -> u64 {
    number ^ number >> 32
}
