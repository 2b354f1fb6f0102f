/// Returns the number of a code of decimal digits.
const fn decimal(code: &str) -> u64 {
    let digits = code.as_bytes();
    let (mut number, mut index, length) = (0, 0, digits.len());
    while index < length {
        number = number * 10 + (digits[index] - b'0') as u64;
        index += 1;
    }
    number
}
