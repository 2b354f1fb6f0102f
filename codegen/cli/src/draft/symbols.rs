//! Symbols: words that say what a code means, such as `CORRUPT_MESSAGE` and `InvalidAmount.TooSmall`.

/// The fewest letters of a symbol. Shorter ones are usually prefixes of numbers (`E01`) or abbreviations.
const MIN_LETTERS: usize = 4;

/// Returns `true` for a symbol: words without white space, of which none is a number.
pub(super) fn is_symbol(text: &str) -> bool {
    let letters = |text: &str| text.bytes().filter(u8::is_ascii_alphabetic).count();
    let is_separator = |c: char| matches!(c, '_' | '.' | '-' | ':' | '/');
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && (letters(word) == word.len() || letters(word) >= MIN_LETTERS)
    };
    let mut words = text.split(is_separator).filter(|word| !word.is_empty());
    letters(text) >= MIN_LETTERS && words.all(is_word)
}

/// Returns `true` if four of five texts are symbols.
pub(super) fn most_are_symbols<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> bool {
    let count = texts.clone().filter(|text| is_symbol(text)).count();
    count > 0 && count * 5 >= texts.count() * 4
}

#[cfg(test)]
mod tests {
    use super::is_symbol;

    #[test]
    fn symbols_are_words_without_numbers() {
        for text in [
            "LATE",
            "PARCEL_LATE",
            "isv.BAD_SIGN",
            "InvalidAmount.TooSmall",
            "LINE2_LOST",
            "HTTP2",
        ] {
            assert!(is_symbol(text), "{text}");
        }
        for text in [
            "",
            "E01",
            "08P01",
            "HV00A",
            "XX000",
            "MA_1",
            "PARCEL.1001",
            "EUR",
            "is late",
            "包裹晚到",
        ] {
            assert!(!is_symbol(text), "{text}");
        }
    }
}
