//! The encodings of files that are not UTF-8.

/// Returns the likely format of a file that is not UTF-8; `None` if it is unclear.
pub(super) fn guess_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [b'P', b'K', 3, 4, ..] => Some("an Excel workbook (XLSX)"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("an Excel workbook (XLS)"),
        _ if is_utf16(bytes) => Some("UTF-16"),
        _ if is_shift_jis(bytes) => Some("Shift-JIS"),
        _ if is_gbk(bytes) => Some("GBK"),
        _ if is_windows_1252(bytes) => Some("Windows-1252"),
        _ => None,
    }
}

/// Returns `true` if many bytes are zero, as in UTF-16 without a byte order mark.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    zeros > bytes.len() / 4
}

/// Returns the lead and the trail byte of each character of two bytes, in an encoding with these lead bytes; `None` if another
/// byte is not ASCII, unless it is a character by itself.
fn pairs(
    bytes: &[u8],
    is_lead: impl Fn(u8) -> bool,
    is_single: impl Fn(u8) -> bool,
) -> Option<Vec<(u8, u8)>> {
    let (mut rest, mut pairs) = (bytes.iter(), Vec::new());
    while let Some(byte) = rest.next() {
        match *byte {
            0..=0x7f => {}
            lead if is_lead(lead) => match rest.next() {
                Some(trail @ (0x40..=0x7e | 0x80..=0xfe)) => pairs.push((lead, *trail)),
                _ => return None,
            },
            single if is_single(single) => {}
            _ => return None,
        }
    }
    Some(pairs)
}

/// Returns `true` if all bytes above ASCII are characters of Shift-JIS, and one of three is a kana.
fn is_shift_jis(bytes: &[u8]) -> bool {
    let is_lead = |byte| matches!(byte, 0x81..=0x9f | 0xe0..=0xfc);
    let is_kana = |pair: &&(u8, u8)| matches!(pair, (0x82, 0x9f..=0xf1) | (0x83, 0x40..=0x96));
    let pairs = pairs(bytes, is_lead, |byte| matches!(byte, 0xa1..=0xdf));
    pairs.is_some_and(|pairs| {
        let kana = pairs.iter().filter(is_kana).count();
        kana > 0 && kana * 3 >= pairs.len()
    })
}

/// Returns `true` if all bytes above ASCII are pairs of GBK, most of which are in its first part, GB 2312: letters of other
/// encodings before an ASCII letter are pairs too.
fn is_gbk(bytes: &[u8]) -> bool {
    let pairs = pairs(bytes, |byte| matches!(byte, 0x81..=0xfe), |_| false);
    pairs.is_some_and(|pairs| {
        let is_common = |pair: &&(u8, u8)| matches!(pair, (0xa1..=0xf7, 0xa1..=0xfe));
        pairs.iter().filter(is_common).count() * 4 >= pairs.len() * 3
    })
}

/// Returns `true` if most bytes above ASCII are between ASCII characters, as accented letters are.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let is_high = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|byte| *byte > 0x7f)
    };
    let places = (0..bytes.len()).filter(|at| is_high(Some(*at)));
    let (mut high, mut alone) = (0, 0);
    for at in places {
        high += 1;
        if !is_high(at.checked_sub(1)) && !is_high(Some(at + 1)) {
            alone += 1;
        }
    }
    alone * 4 >= high * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_distinguished() {
        for (bytes, guess) in [
            (&b"\xff\xfea\0"[..], Some("UTF-16")),
            (b"c\0o\0d\0e\0,\0\xd6\x4e", Some("UTF-16")),
            (b"\xd6\xd0\xce\xc4,1", Some("GBK")),
            (
                b"\x92\x8d\x95\xb6\x82\xaa\x8c\xa9\x82\xc2",
                Some("Shift-JIS"),
            ),
            (b"h\xf6chstens, caf\xe9, \x93so\x94", Some("Windows-1252")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Some("an Excel workbook (XLS)")),
            (b"\x81\x81\x81", None),
        ] {
            assert_eq!(guess_encoding(bytes), guess, "{bytes:?}");
        }
    }
}
