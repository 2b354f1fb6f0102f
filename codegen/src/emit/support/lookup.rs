/// A text of `WIDTH` bytes, of at most 8, as a number; different texts are different numbers. `None` for any other width.
#[allow(dead_code)] // Only tables of one such width call it.
#[inline]
const fn key<const WIDTH: usize>(text: &str) -> Option<u64> {
    let text = text.as_bytes();
    if text.len() != WIDTH {
        return None;
    }
    // Two loads, which overlap where the width is no power of two.
    if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return Some(first as u64 | (last as u64) << 32);
    }
    if let (Some(first), Some(last)) = (text.first_chunk::<2>(), text.last_chunk::<2>()) {
        let (first, last) = (u16::from_le_bytes(*first), u16::from_le_bytes(*last));
        return Some(first as u64 | (last as u64) << 16);
    }
    match text {
        [byte] => Some(*byte as u64),
        _ => None,
    }
}

/// A number for a text of any length; different texts may have the same one.
#[allow(dead_code)] // Only tables of several widths, or of large ones, call it.
#[inline]
const fn digest(text: &str, factor: u64) -> u64 {
    let text = text.as_bytes();
    // Times the factor, so that it does not make up for a difference in the characters.
    let mut digest = factor.wrapping_mul(text.len() as u64);
    // By sixteen bytes; the last sixteen overlap others where the length is no multiple.
    let mut rest = text;
    while let Some((chunk, more)) = rest.split_first_chunk::<16>() {
        if more.is_empty() {
            break;
        }
        let (first, last) = ends(chunk);
        digest = mix(digest ^ first, last, factor);
        rest = more;
    }
    let (first, last) = match text.last_chunk::<16>() {
        Some(chunk) => ends(chunk),
        None => ends(text),
    };
    mix(digest ^ first, last, factor)
}

/// The first eight bytes and the last eight of a text of at most sixteen, which overlap where it has fewer.
#[inline]
const fn ends(text: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return (first as u64, last as u64);
    }
    match text {
        [] => (0, 0),
        [first, .., last] => (
            (*first as u64) << 8 | text[text.len() / 2] as u64,
            *last as u64,
        ),
        [byte] => (*byte as u64, 0),
    }
}

/// Both halves of a product.
#[inline]
const fn mix(a: u64, b: u64, factor: u64) -> u64 {
    let product = (a ^ factor) as u128 * (b ^ factor.rotate_left(32)) as u128;
    product as u64 ^ (product >> 64) as u64
}

#[inline]
const fn fold(number: u64) -> u64 {
    number ^ number >> 32
}

/// The bucket of a number: numbers of one bucket have the same lowest bits once they are multiplied.
#[inline]
const fn bucket(number: u64, factor: u64, buckets: usize) -> usize {
    fold(number.wrapping_mul(factor)) as usize & (buckets - 1)
}

/// The slot, of 2 to the power of `bits`, that holds the code with this number, or its index. The generator found the
/// factor so that no two codes meet. Where there are too many codes for that, a pilot for each bucket keeps them apart.
#[inline]
const fn slot(number: u64, factor: u64, pilots: &[u8], bits: u32) -> usize {
    let product = number.wrapping_mul(factor);
    if pilots.is_empty() {
        return (product >> (u64::BITS - bits)) as usize;
    }
    let pilot = pilots[bucket(number, factor, pilots.len())] as u64;
    let turned = fold(product) ^ pilot.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (turned.wrapping_mul(factor) >> (u64::BITS - bits)) as usize
}
