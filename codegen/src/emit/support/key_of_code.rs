/// The [`key`] of a code, computed without the calls for which rustc takes long.
const fn key_of_code(code: &str) -> u64 {
    let bytes = code.as_bytes();
    let (mut key, mut index) = (0, bytes.len());
    while index > 0 {
        index -= 1;
        key = key << 8 | bytes[index] as u64;
    }
    key
}
