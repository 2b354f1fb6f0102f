/// Finds a code by a number: each code has a slot that no other one has. The generator found the factor.
#[derive(Clone, Copy)]
struct PerfectHash {
    factor: u64,
    /// There are 2 to the power of `bits` slots.
    bits: u32,
    /// What keeps the codes of each bucket apart, where they are too many for the factor alone.
    pilots: &'static [u8],
}

impl PerfectHash {
    /// The number of slots.
    #[inline]
    const fn slots(self) -> usize {
        1 << self.bits
    }

    /// The slot of the code with this number.
    #[inline]
    const fn slot(self, number: u64) -> usize {
        slot(number, self.factor, self.pilots, self.bits)
    }
}
