/// Returns `true` if two texts are equal. `==` is not `const`.
#[inline]
const fn const_str_eq(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let (mut rest_a, mut rest_b) = (a, b);
    while let (Some((chunk_a, more_a)), Some((chunk_b, more_b))) = (
        rest_a.split_first_chunk::<8>(),
        rest_b.split_first_chunk::<8>(),
    ) {
        if u64::from_le_bytes(*chunk_a) != u64::from_le_bytes(*chunk_b) {
            return false;
        }
        (rest_a, rest_b) = (more_a, more_b);
    }
    // The last eight bytes, some of which were compared before; shorter texts byte by byte.
    if let (Some(last_a), Some(last_b)) = (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        return u64::from_le_bytes(*last_a) == u64::from_le_bytes(*last_b);
    }
    while let (Some((byte_a, more_a)), Some((byte_b, more_b))) =
        (rest_a.split_first(), rest_b.split_first())
    {
        if *byte_a != *byte_b {
            return false;
        }
        (rest_a, rest_b) = (more_a, more_b);
    }
    true
}
