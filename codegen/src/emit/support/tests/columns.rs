//! Columns, plain and packed.

use super::*;

#[test]
fn packed_numbers_have_the_width_that_the_generator_chose() {
    let bytes = *b"\x01\x02\x03\x04\x05\x06\x07\x08\xff\0\0\0\0\0\0\0";
    let ones = PackedNumbers::<1, 16>::from_bytes(&bytes);
    assert_eq!([ones.at(8), ones.at(9)], [255, 0]);
    let twos = PackedNumbers::<2, 8>::from_bytes(&bytes);
    assert_eq!([twos.at(0), twos.at(1)], [0x201, 0x403]);
    let fours = PackedNumbers::<4, 4>::from_bytes(&bytes);
    assert_eq!([fours.at(0), fours.at(2)], [0x0403_0201, 255]);
    let eights = PackedNumbers::<8, 2>::from_bytes(&bytes);
    assert_eq!([eights.at(0), eights.at(1)], [0x0807_0605_0403_0201, 255]);
}

#[test]
fn packed_texts_are_split() {
    let texts = PackedTexts {
        joined: "成功end",
        bounds: PackedNumbers([[0], [6], [6], [9]]),
    };
    assert_eq!([0, 1, 2].map(|index| texts.at(index)), ["成功", "", "end"]);
}

#[test]
fn packed_values_are_found_by_their_indices() {
    let statuses = PackedColumn {
        distinct: &[None, Some(404)],
        indices: PackedNumbers([[1], [0], [1]]),
    };
    assert_eq!(
        [0, 1, 2].map(|index| statuses.at(index)),
        [Some(404), None, Some(404)]
    );
}

#[test]
fn each_value_is_in_the_slot_of_its_number() {
    // The highest three bits of the number itself.
    let hash = PerfectHash {
        factor: 1,
        bits: 3,
        pilots: b"",
    };
    let numbers = Column([7 << 61, 2 << 61, 5 << 61]);
    let slots: Column<char, 8> = scatter(&['a', 'b', 'c'], &numbers, hash);
    assert_eq!(slots.0, ['a', 'a', 'b', 'a', 'a', 'c', 'a', 'a']);
    assert_eq!((hash.slots(), hash.slot(5 << 61)), (8, 5));
}

#[test]
fn numbers_are_computed_from_the_codes() {
    const N: usize = 3;
    static CODES: Column<&str, N> = Column::from_slice(&["0007", "0042", "9999"]);
    static NUMBERS: Column<u64, N> = numbers_of_codes!(code => decimal(code));
    assert_eq!(NUMBERS.0, [7, 42, 9999]);
    assert_eq!(NUMBERS.at(2), 9999);
}

#[test]
fn decimals_have_up_to_64_bits() {
    assert_eq!(decimal("18446744073709551615"), u64::MAX);
    assert_eq!(decimal("00000000000000000000"), 0);
}

#[test]
fn negative_decimals_are_complements() {
    for number in [0, 7, -7, -4002, i64::MAX, i64::MIN] {
        assert_eq!(signed_decimal(&number.to_string()).cast_signed(), number);
    }
}

#[test]
fn hexadecimals_have_up_to_64_bits_and_any_leading_zeros() {
    for (code, number) in [
        ("0x0", 0),
        ("0x0000000B", 11),
        ("0x80010000", 2_147_549_184),
        ("0xfFfFfFfFfFfFfFfF", u64::MAX),
        ("0x00000000000000000009", 9),
    ] {
        assert_eq!(hexadecimal(code), number, "{code}");
    }
}

#[test]
fn printed_texts_are_found_by_language() {
    let indices = printed_languages(&["code", "en", "zh"]);
    let none = 3;
    assert_eq!(indices, [2, none, 1, none]);
    let texts = ["0000", "", "成功"];
    let printed = indices.map(|index| printed_text(&texts, index));
    assert_eq!(printed, [Some("成功"), None, None, None]);
    assert_eq!(printed_text(&[], 0), None);
}

#[test]
fn codes_have_scopes_only_in_tables_with_scopes() {
    assert_eq!(scope_of(&["get", "any"], 1), Some("any"));
    assert_eq!(scope_of(&[], 1), None);
}
