//! The encodings of files that are not UTF-8.

/// Returns the likely format of a file that is not UTF-8; `None` if it is unclear.
pub(super) fn guess_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [b'P', b'K', 3, 4, ..] => Some("an Excel workbook (XLSX)"),
        _ if is_gbk(bytes) => Some("GBK"),
        _ => None,
    }
}

/// Returns `true` if all bytes above ASCII form pairs of GBK.
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
    fn encodings_are_distinguished() {
        assert_eq!(guess_encoding(b"\xff\xfea\0"), Some("UTF-16"));
        assert_eq!(guess_encoding(b"\xd6\xd0\xce\xc4,1"), Some("GBK"));
        assert_eq!(guess_encoding(b"caf\xe9,1"), None);
    }
}
