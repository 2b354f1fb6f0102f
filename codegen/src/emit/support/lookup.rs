/// The index of a code in a table's codes, which stand in code order: numeric (then by text) where they are digits.
const fn find_code(codes: &[&str], text: &str, digits: bool) -> Option<usize> {
    let text = text.as_bytes();
    let (mut low, mut high) = (0, codes.len());
    while low < high {
        let middle = (low + high) / 2;
        match compare_codes(codes[middle].as_bytes(), text, digits) {
            ::core::cmp::Ordering::Equal => return Some(middle),
            ::core::cmp::Ordering::Less => low = middle + 1,
            ::core::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// The order of two codes. Only the first need be one: any text has its place among them.
const fn compare_codes(a: &[u8], b: &[u8], digits: bool) -> ::core::cmp::Ordering {
    if digits {
        let (skip_a, skip_b) = (leading_zeros(a), leading_zeros(b));
        let (digits_a, digits_b) = (a.len() - skip_a, b.len() - skip_b);
        if digits_a < digits_b {
            return ::core::cmp::Ordering::Less;
        }
        if digits_a > digits_b {
            return ::core::cmp::Ordering::Greater;
        }
        match compare_bytes(a, skip_a, b, skip_b) {
            ::core::cmp::Ordering::Equal => {}
            unequal => return unequal,
        }
    }
    compare_bytes(a, 0, b, 0)
}

const fn leading_zeros(text: &[u8]) -> usize {
    let mut index = 0;
    while index < text.len() && text[index] == b'0' {
        index += 1;
    }
    index
}

/// The order of what follows the first bytes of two texts.
const fn compare_bytes(
    a: &[u8],
    mut at_a: usize,
    b: &[u8],
    mut at_b: usize,
) -> ::core::cmp::Ordering {
    while at_a < a.len() && at_b < b.len() {
        if a[at_a] < b[at_b] {
            return ::core::cmp::Ordering::Less;
        }
        if a[at_a] > b[at_b] {
            return ::core::cmp::Ordering::Greater;
        }
        at_a += 1;
        at_b += 1;
    }
    if at_a < a.len() {
        ::core::cmp::Ordering::Greater
    } else if at_b < b.len() {
        ::core::cmp::Ordering::Less
    } else {
        ::core::cmp::Ordering::Equal
    }
}

/// The index of a number in a table's numbers, which grow.
#[allow(dead_code)] // Only tables of digits call it.
const fn find_number(numbers: &[u64], number: u64) -> Option<usize> {
    let (mut low, mut high) = (0, numbers.len());
    while low < high {
        let middle = (low + high) / 2;
        if numbers[middle] == number {
            return Some(middle);
        }
        if numbers[middle] < number {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}
