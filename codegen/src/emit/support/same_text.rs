/// Whether two texts are the same. `==` is not `const`.
#[inline]
const fn same_text(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    while let (Some((chunk_a, rest_a)), Some((chunk_b, rest_b))) =
        (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*chunk_a) != u64::from_le_bytes(*chunk_b) {
            return false;
        }
        (a, b) = (rest_a, rest_b);
    }
    while let (Some((byte_a, rest_a)), Some((byte_b, rest_b))) = (a.split_first(), b.split_first())
    {
        if *byte_a != *byte_b {
            return false;
        }
        (a, b) = (rest_a, rest_b);
    }
    true
}
