/// Returns a number for a text of any length. Different texts may have the same number.
#[inline]
const fn digest(text: &str, factor: u64) -> u64 {
    let text = text.as_bytes();
    // The factor keeps the length from cancelling a difference in the characters.
    let mut digest = factor.wrapping_mul(text.len() as u64);
    // Sixteen bytes at a time; the last sixteen overlap others unless the length is a multiple of sixteen.
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

/// Returns the first and the last eight bytes of a text of at most sixteen. In a shorter text, they overlap.
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

/// Returns the two halves of a product, combined.
#[inline]
#[allow(clippy::cast_possible_truncation)] // The hash is some of the bits.
const fn mix(a: u64, b: u64, factor: u64) -> u64 {
    let product = (a ^ factor) as u128 * (b ^ factor.rotate_left(32)) as u128;
    product as u64 ^ (product >> 64) as u64
}
