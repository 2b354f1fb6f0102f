/// Numbers of `WIDTH` bytes each, the lowest byte first, as the generator writes them for nobody to read.
#[allow(dead_code)] // A catalog without tables has none.
#[inline]
const fn numbers<const WIDTH: usize, const COUNT: usize>(bytes: &[u8]) -> [[u8; WIDTH]; COUNT] {
    match bytes.as_chunks::<WIDTH>().0.first_chunk::<COUNT>() {
        Some(numbers) => *numbers,
        None => panic!("the generator writes as many numbers as it says"),
    }
}

/// One such number. The width is known when this is compiled: it is one load.
#[allow(dead_code)] // A catalog without tables has none.
#[inline]
const fn number<const WIDTH: usize>(bytes: &[u8; WIDTH]) -> u64 {
    match *bytes.as_slice() {
        [a] => a as u64,
        [a, b] => u16::from_le_bytes([a, b]) as u64,
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]) as u64,
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => panic!("numbers have 1, 2, 4 or 8 bytes"),
    }
}

/// Each item in its place; the first one in all that are left over, and in its own.
#[allow(dead_code)] // Large tables do not call it.
#[inline]
const fn placed<T: Copy, const WIDTH: usize, const COUNT: usize>(
    items: &[T],
    places: &[[u8; WIDTH]],
) -> [T; COUNT] {
    let mut placed = [items[0]; COUNT];
    let mut index = 1;
    while index < items.len() {
        placed[number(&places[index]) as usize] = items[index];
        index += 1;
    }
    placed
}

/// One of the texts that are joined to one. `starts` says where each begins, and then where the last ends.
#[allow(dead_code)] // Only large tables call it.
#[inline]
const fn joined<const WIDTH: usize>(
    texts: &'static str,
    starts: &[[u8; WIDTH]],
    index: usize,
) -> &'static str {
    let (start, end) = (number(&starts[index]), number(&starts[index + 1]));
    texts.split_at(end as usize).0.split_at(start as usize).1
}
