//! Texts that a program has damaged.

/// What spreadsheets write in place of a value that they cannot compute, in English and German.
const ERRORS: [&str; 13] = [
    "#BEZUG!", "#CALC!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#NV", "#REF!", "#SPILL!",
    "#VALUE!", "#WERT!", "#ZAHL!",
];

/// Returns `true` if a program has lost the text or a part of it.
pub(crate) fn is_damaged(text: &str) -> bool {
    spreadsheet_error(text).is_some() || is_lost(text)
}

/// Returns the error of a spreadsheet that a text contains, not as the start of a longer word.
pub(crate) fn spreadsheet_error(text: &str) -> Option<&'static str> {
    if !text.contains('#') {
        return None;
    }
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    let contains = |error: &&str| text.split(error).skip(1).any(ends);
    ERRORS.into_iter().find(contains)
}

/// The fewest question marks that stand for lost characters rather than for doubt.
const MIN_QUESTION_MARKS: usize = 3;

/// Returns `true` if a text has more question marks than letters and digits, placeholders aside: a program wrote `?` for
/// characters that its encoding does not have.
pub(crate) fn is_lost(text: &str) -> bool {
    let (mut marks, mut letters, mut depth) = (0, 0, 0_usize);
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '?' => marks += 1,
            c if depth == 0 && c.is_alphanumeric() => letters += 1,
            _ => {}
        }
    }
    marks >= MIN_QUESTION_MARKS && marks > letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_in_place_of_letters_are_lost_text() {
        for text in ["???", "??{order_id}????", "SIM?????"] {
            assert!(is_lost(text), "{text}");
        }
        for text in ["", "??", "Really???", "{id}"] {
            assert!(!is_lost(text), "{text}");
        }
    }

    #[test]
    fn errors_of_spreadsheets_are_whole_words() {
        assert_eq!(spreadsheet_error("Order #REF! is paid"), Some("#REF!"));
        assert_eq!(spreadsheet_error("#N/A"), Some("#N/A"));
        for text in ["", "#NVMe", "REF!", "# REF!"] {
            assert_eq!(spreadsheet_error(text), None, "{text}");
        }
    }
}
