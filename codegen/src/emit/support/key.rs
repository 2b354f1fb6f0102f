/// Returns a text of `WIDTH` bytes, at most 8, as a little-endian number; `None` for a text of another width.
#[inline]
const fn key<const WIDTH: usize>(text: &str) -> Option<u64> {
    let text = text.as_bytes();
    if text.len() != WIDTH {
        return None;
    }
    // Two loads, which overlap unless the width is a power of two.
    if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return Some(first as u64 | (last as u64) << (8 * (WIDTH - 4)));
    }
    if let (Some(first), Some(last)) = (text.first_chunk::<2>(), text.last_chunk::<2>()) {
        let (first, last) = (u16::from_le_bytes(*first), u16::from_le_bytes(*last));
        return Some(first as u64 | (last as u64) << (8 * (WIDTH - 2)));
    }
    match text {
        [byte] => Some(*byte as u64),
        _ => None,
    }
}
