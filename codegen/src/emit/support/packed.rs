// The columns of large tables. They consist of few literals, because rustc takes time for each element of an array.

/// Numbers of `WIDTH` bytes each, the lowest byte first.
struct PackedNumbers<const WIDTH: usize, const N: usize>([[u8; WIDTH]; N]);

impl<const WIDTH: usize, const N: usize> PackedNumbers<WIDTH, N> {
    #[inline]
    const fn from_bytes(bytes: &[u8]) -> Self {
        match bytes.as_chunks().0.first_chunk() {
            Some(numbers) => PackedNumbers(*numbers),
            None => panic!("one number for each index"),
        }
    }

    /// Returns the number at this index. The width is a constant, so this is one load.
    #[inline]
    #[allow(clippy::many_single_char_names)] // The bytes of a number.
    const fn at(&self, index: usize) -> u64 {
        match *self.0[index].as_slice() {
            [a] => a as u64,
            [a, b] => u16::from_le_bytes([a, b]) as u64,
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]) as u64,
            [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
            _ => panic!("numbers have 1, 2, 4 or 8 bytes"),
        }
    }
}

/// Values that many codes share: the distinct values, and the index of each code's value.
struct PackedColumn<T: 'static, const DISTINCT: usize, const WIDTH: usize, const N: usize> {
    distinct: &'static [T; DISTINCT],
    indices: PackedNumbers<WIDTH, N>,
}

impl<T: Copy, const DISTINCT: usize, const WIDTH: usize, const N: usize>
    PackedColumn<T, DISTINCT, WIDTH, N>
{
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // Indices fit.
    const fn at(&self, index: usize) -> T {
        self.distinct[self.indices.at(index) as usize]
    }
}

/// Texts joined into one, with the place where each begins and the place where the last one ends.
struct PackedTexts<const WIDTH: usize, const BOUNDS: usize> {
    joined: &'static str,
    bounds: PackedNumbers<WIDTH, BOUNDS>,
}

impl<const WIDTH: usize, const BOUNDS: usize> PackedTexts<WIDTH, BOUNDS> {
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // Indices fit.
    const fn at(&self, index: usize) -> &'static str {
        let (start, end) = (self.bounds.at(index), self.bounds.at(index + 1));
        let (text, _) = self.joined.split_at(end as usize);
        text.split_at(start as usize).1
    }
}
