//! The encodings that files which are not UTF-8 are in.

/// Returns what the bytes of a file seem to be instead of UTF-8, as far as it can be told.
pub(super) fn guess_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [b'P', b'K', 3, 4, ..] => Some("an Excel workbook (XLSX)"),
        _ if is_gbk(bytes) => Some("GBK"),
        _ => None,
    }
}

/// Returns `true` if each byte above ASCII is part of a pair that GBK has.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        match lead {
            0..=0x7f => {}
            0x81..=0xfe => match rest.next() {
                Some(0x40..=0x7e | 0x80..=0xfe) => {}
                _ => return false,
            },
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(guess_encoding(b"\xff\xfea\0"), Some("UTF-16"));
        assert_eq!(guess_encoding(b"\xd6\xd0\xce\xc4,1"), Some("GBK"));
        assert_eq!(guess_encoding(b"caf\xe9,1"), None);
    }
}
