/// Returns the number of a code of hexadecimal digits after `0x`.
const fn hexadecimal(code: &str) -> u64 {
    let digits = code.as_bytes();
    let (mut number, mut index, length) = (0, 2, digits.len());
    while index < length {
        let digit = match digits[index] {
            digit @ b'0'..=b'9' => digit - b'0',
            letter => (letter | 0x20) - b'a' + 10,
        };
        number = number << 4 | digit as u64;
        index += 1;
    }
    number
}
