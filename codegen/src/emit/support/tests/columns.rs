//! Packed columns: numbers and joined texts.

use super::*;

#[test]
fn numbers_have_as_many_bytes_as_the_generator_chose() {
    let bytes = *b"\x01\x02\x03\x04\x05\x06\x07\x08\xff\0\0\0\0\0\0\0";
    assert_eq!(
        numbers::<1, 16>(&bytes).map(|n| number(&n))[8..10],
        [255, 0]
    );
    assert_eq!(
        numbers::<2, 8>(&bytes).map(|n| number(&n))[..2],
        [0x201, 0x403]
    );
    assert_eq!(
        numbers::<4, 4>(&bytes).map(|n| number(&n)),
        [0x0403_0201, 0x0807_0605, 255, 0]
    );
    assert_eq!(
        numbers::<8, 2>(&bytes).map(|n| number(&n)),
        [0x0807_0605_0403_0201, 255]
    );
}

#[test]
fn joined_texts_are_taken_apart() {
    let starts = [[0], [6], [6], [9]];
    let texts = [0, 1, 2].map(|index| joined("成功end", &starts, index));
    assert_eq!(texts, ["成功", "", "end"]);
}

#[test]
fn each_item_is_in_its_place() {
    const SLOTS: [char; 5] = placed(&['a', 'b', 'c'], &numbers::<2, 3>(b"\0\0\x04\0\x01\0"));
    assert_eq!(SLOTS, ['a', 'c', 'a', 'a', 'b']);
}
