/// Returns the [`key`] of a code, without the calls that take rustc long to evaluate.
const fn key_of_code(code: &str) -> u64 {
    let bytes = code.as_bytes();
    let (mut key, mut index) = (0, bytes.len());
    while index > 0 {
        index -= 1;
        key = key << 8 | bytes[index] as u64;
    }
    key
}
