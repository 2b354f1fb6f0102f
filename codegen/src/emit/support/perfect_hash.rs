/// Finds a code by a number: each code has a slot of its own. The generator found the factor.
#[derive(Clone, Copy)]
struct PerfectHash {
    factor: u64,
    /// There are 2 to the power of `bits` slots.
    bits: u32,
    /// A number for each bucket that separates its codes; empty if the factor is enough.
    pilots: &'static [u8],
}

impl PerfectHash {
    /// Returns the number of slots.
    #[inline]
    const fn slots(self) -> usize {
        1 << self.bits
    }

    /// Returns the slot of the code with this number.
    #[inline]
    const fn slot(self, number: u64) -> usize {
        slot(number, self.factor, self.pilots, self.bits)
    }
}
