/// A number for a text of any length; different texts may have the same one.
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
