/// A value for each code, in code order.
struct Column<T, const N: usize>([T; N]);

impl<T: Copy, const N: usize> Column<T, N> {
    #[inline]
    const fn from_slice(values: &[T]) -> Self {
        match values.first_chunk() {
            Some(values) => Column(*values),
            None => panic!("one value for each code"),
        }
    }

    /// Returns the value of the code with this index.
    #[inline]
    const fn at(&self, index: usize) -> T {
        self.0[index]
    }
}

/// Puts the value of each code into the slot of its number, and the first value into the unused slots.
const fn scatter<T: Copy, const N: usize, const SLOTS: usize>(
    values: &[T; N],
    numbers: &Column<u64, N>,
    hash: PerfectHash,
) -> Column<T, SLOTS> {
    let mut slots = [values[0]; SLOTS];
    let mut index = 1;
    while index < N {
        slots[slot(numbers.0[index], hash.factor, hash.pilots, hash.bits)] = values[index];
        index += 1;
    }
    Column(slots)
}

/// A column of numbers computed from the codes.
macro_rules! numbers_of_codes {
    ($code:ident => $number:expr) => {{
        let mut numbers = [0; N];
        let mut index = 0;
        while index < N {
            let $code = CODES.0[index];
            numbers[index] = $number;
            index += 1;
        }
        Column(numbers)
    }};
}
