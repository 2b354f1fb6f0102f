//! The lookup of a code by its text or its number: a perfect hash, which gives each code of a table a slot of its own.
//!
//! The hash functions are those of the generated code. This file searches the constants for them.

include!("../emit/support/slot.rs");
include!("../emit/support/key.rs");
include!("../emit/support/digest.rs");

impl HashParameters {
    /// Searches the constants for codes by text: by [`key`] if all have one width, by [`digest`] otherwise.
    pub(crate) fn of_texts(codes: &[&str]) -> Self {
        match keys_of(codes) {
            Some(keys) => HashParameters::search(|_| keys.clone()),
            None => HashParameters::search(|factor| {
                codes.iter().map(|code| digest(code, factor)).collect()
            }),
        }
    }

    /// Searches the constants for codes by number.
    pub(crate) fn of_numbers(numbers: &[u64]) -> Self {
        HashParameters::search(|_| numbers.to_vec())
    }
}

/// Constants that give each code of a table a slot of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HashParameters {
    pub factor: u64,
    /// Empty if the factor alone separates the codes.
    pub pilots: Vec<u8>,
    /// There are 2 to the power of `bits` slots.
    pub bits: u32,
    /// The index of the code in each slot; 0 in an unused one.
    pub slots: Vec<usize>,
}

/// Returns the width of the codes if they all have the same one, and it has keys.
pub(super) fn width(codes: &[&str]) -> Option<usize> {
    let width = codes.first()?.len();
    (width <= 8 && codes.iter().all(|code| code.len() == width)).then_some(width)
}

/// Returns the key of each code if they all have the same width, and it has keys.
fn keys_of(codes: &[&str]) -> Option<Vec<u64>> {
    width(codes)?;
    codes.iter().map(|code| key_of(code)).collect()
}

/// Returns the [`key`] of a code of 1 to 8 characters.
pub(crate) fn key_of(code: &str) -> Option<u64> {
    match code.len() {
        1 => key::<1>(code),
        2 => key::<2>(code),
        3 => key::<3>(code),
        4 => key::<4>(code),
        5 => key::<5>(code),
        6 => key::<6>(code),
        7 => key::<7>(code),
        8 => key::<8>(code),
        _ => None,
    }
}

impl HashParameters {
    fn new(numbers: &[u64], factor: u64, pilots: Vec<u8>, bits: u32) -> Self {
        let mut slots = vec![0; 1 << bits];
        for (index, number) in numbers.iter().enumerate() {
            slots[slot(*number, factor, &pilots, bits)] = index;
        }
        HashParameters {
            factor,
            pilots,
            bits,
            slots,
        }
    }

    /// Searches constants for numbers that may depend on the factor.
    pub(crate) fn search(numbers: impl Fn(u64) -> Vec<u64>) -> Self {
        let count = numbers(1).len();
        let fewest_bits = usize::BITS - count.saturating_sub(1).leading_zeros();
        let mut factors = Factors(0);
        // Up to 256 codes, an index is a byte, so there can be enough slots for a factor alone.
        let bits = if count <= 256 {
            fewest_bits + 1..fewest_bits + 5
        } else {
            0..0
        };
        for bits in bits {
            for factor in factors.by_ref().take(4096) {
                if is_apart(&numbers(factor), factor, bits) {
                    return HashParameters::new(&numbers(factor), factor, Vec::new(), bits);
                }
            }
        }
        // A quarter as many pilots as codes, and at least a fifth of the slots free; more if the search fails.
        let needed = count + count / 4;
        let bits = (usize::BITS - needed.leading_zeros()).max(2);
        for bits in bits.. {
            for factor in factors.by_ref().take(16) {
                if let Some(pilots) = pilots(&numbers(factor), factor, bits) {
                    return HashParameters::new(&numbers(factor), factor, pilots, bits);
                }
            }
        }
        unreachable!("factors never end")
    }
}

/// Returns `true` if each number has a slot of its own.
fn is_apart(numbers: &[u64], factor: u64, bits: u32) -> bool {
    let mut taken = vec![false; 1 << bits];
    numbers
        .iter()
        .all(|number| !std::mem::replace(&mut taken[slot(*number, factor, &[], bits)], true))
}

/// Returns a pilot for each bucket of numbers, so that each number has a slot of its own. Large buckets come first, while most
/// slots are free.
fn pilots(numbers: &[u64], factor: u64, bits: u32) -> Option<Vec<u8>> {
    let count = (1_usize << bits) / 4;
    let mut buckets: Vec<Vec<u64>> = vec![Vec::new(); count];
    for number in numbers {
        buckets[bucket(*number, factor, count)].push(*number);
    }
    let mut order: Vec<usize> = (0..count)
        .filter(|bucket| !buckets[*bucket].is_empty())
        .collect();
    order.sort_by_key(|bucket| std::cmp::Reverse(buckets[*bucket].len()));
    let mut pilots = vec![0; count];
    let mut taken = vec![false; 1 << bits];
    let mut slots = Vec::new();
    for bucket in order {
        let found = (0..=u8::MAX).find(|pilot| {
            slots.clear();
            // If there is one pilot, all buckets use it.
            slots.extend(
                buckets[bucket]
                    .iter()
                    .map(|number| slot(*number, factor, &[*pilot], bits)),
            );
            slots.sort_unstable();
            slots.windows(2).all(|pair| pair[0] != pair[1])
                && slots.iter().all(|slot| !taken[*slot])
        })?;
        pilots[bucket] = found;
        slots.iter().for_each(|slot| taken[*slot] = true);
    }
    Some(pilots)
}

/// Returns odd pseudo-random numbers, the same ones in each run (splitmix64).
struct Factors(u64);

impl Iterator for Factors {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Some((mixed ^ (mixed >> 31)) | 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that each number has a slot of its own with its index.
    fn assert_perfect(numbers: impl Fn(u64) -> Vec<u64>) -> HashParameters {
        let lookup = HashParameters::search(&numbers);
        assert_eq!(lookup.slots.len(), 1 << lookup.bits);
        for (index, number) in numbers(lookup.factor).into_iter().enumerate() {
            let slot = slot(number, lookup.factor, &lookup.pilots, lookup.bits);
            assert_eq!(lookup.slots[slot], index, "{number} meets another");
        }
        lookup
    }

    #[test]
    fn each_number_has_its_own_slot() {
        for count in [1, 2, 3, 9, 135, 172, 255, 256, 257, 1000, 20_000] {
            let lookup = assert_perfect(|_| (0..count).map(|n| n * 7 + 1_000_000).collect());
            assert_eq!(lookup.pilots.is_empty(), count <= 256, "{count}");
            assert_perfect(|_| {
                Factors(count)
                    .take(usize::try_from(count).unwrap())
                    .collect()
            });
            assert_perfect(|factor| {
                (0..count)
                    .map(|n| digest(&format!("SDK.ERROR_{n}"), factor))
                    .collect()
            });
        }
        assert_perfect(|_| Vec::new());
    }

    #[test]
    fn tables_stay_small() {
        for count in [1, 2, 3, 9, 135, 256, 257, 1000, 1639] {
            let lookup = assert_perfect(|_| (0..count).map(|n| n * 7 + 1_000_000).collect());
            let count = usize::try_from(count).unwrap();
            // A slot takes one byte for up to 256 codes, two for up to 65,536; a pilot takes one, and there is one for four slots.
            if count <= 256 {
                assert!(lookup.slots.len() <= 16 * count.next_power_of_two());
            } else {
                assert!(lookup.slots.len() <= 3 * count, "{count}");
                // A fifth of the slots is free, to keep the search short.
                assert!(lookup.slots.len() * 4 >= count * 5, "{count}");
                assert_eq!(lookup.pilots.len() * 4, lookup.slots.len());
            }
        }
    }

    #[test]
    fn codes_are_found_by_their_numbers() {
        let numbers = [0, 42, 9999, u64::MAX, 1 << 63];
        let lookup = HashParameters::of_numbers(&numbers);
        for (index, number) in numbers.into_iter().enumerate() {
            let slot = slot(number, lookup.factor, &lookup.pilots, lookup.bits);
            assert_eq!(lookup.slots[slot], index);
        }
    }

    #[test]
    fn keys_need_one_width_of_at_most_eight() {
        for width in 1..=8 {
            let codes = ["0".repeat(width), "9".repeat(width)];
            let keys = keys_of(&codes.each_ref().map(String::as_str)).unwrap();
            assert_ne!(keys[0], keys[1], "{width}");
        }
        assert!(keys_of(&["123456789"]).is_none());
        assert!(keys_of(&["1", "12"]).is_none());
        assert!(keys_of(&[]).is_none());
    }
}
