//! The fingerprint of the data: equal for equal data, and almost certainly different for different data.

use super::json;
use codegen::Catalog;

/// Returns the fingerprint as 16 hexadecimal digits. It depends on the data only, not on the place, the time or this program's
/// version.
pub(crate) fn fingerprint(catalog: &Catalog) -> String {
    format!("{:016x}", fnv(json::catalog(catalog).as_bytes()))
}

/// Returns the FNV-1a hash of 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(super::fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(super::fnv(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
