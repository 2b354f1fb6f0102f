//! The changes in a text, word by word.

use codegen::text::Sanitized;
use similar::{ChangeTag, TextDiff};

use crate::terminal::style::{GREEN, PLAIN, RED};

/// The maximum number of words that are compared one by one: the time can grow with the square of their number.
const MAX_WORDS: usize = 4000;

/// Returns the text with removed words as `[-…-]` and added words as `{+…+}`.
pub(crate) fn word_diff(old: &str, new: &str) -> String {
    let text = parts(old, new).into_iter().map(|(tag, text)| match tag {
        ChangeTag::Equal => text,
        ChangeTag::Delete => format!("[-{text}-]"),
        ChangeTag::Insert => format!("{{+{text}+}}"),
    });
    text.collect()
}

/// Returns the same for a terminal, sanitized and with the changed words in color.
pub(crate) fn colored_word_diff(old: &str, new: &str) -> String {
    let (old, new) = (Sanitized(old).to_string(), Sanitized(new).to_string());
    let parts = parts(&old, &new).into_iter();
    let text = parts.map(|(tag, text)| match tag {
        ChangeTag::Equal => text,
        ChangeTag::Delete => format!("{RED}[-{text}-]{PLAIN}"),
        ChangeTag::Insert => format!("{GREEN}{{+{text}+}}{PLAIN}"),
    });
    text.collect()
}

/// Returns the parts of both texts in which all words are the same, removed or added.
fn parts(old: &str, new: &str) -> Vec<(ChangeTag, String)> {
    let (old_words, new_words) = (words(old), words(new));
    if old_words.len() + new_words.len() > MAX_WORDS {
        let removed = (ChangeTag::Delete, old.to_owned());
        return vec![removed, (ChangeTag::Insert, new.to_owned())];
    }
    let diff = TextDiff::from_slices(&old_words, &new_words);
    let mut parts: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match parts.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => parts.push((change.tag(), change.value().to_owned())),
        }
    }
    parts
}

/// Splits a text into words of letters and digits. Every other character, and each Chinese character, is its own word.
fn words(text: &str) -> Vec<&str> {
    let (mut words, mut start) = (Vec::new(), 0);
    let joins = |c: char| {
        c.is_ascii_alphanumeric() || c == '_' || c.is_alphabetic() && u32::from(c) < 0x2e80
    };
    let mut last: Option<char> = None;
    for (at, c) in text.char_indices() {
        if last.is_some_and(|last| !(joins(last) && joins(c))) {
            words.push(&text[start..at]);
            start = at;
        }
        last = Some(c);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_compared_by_word_and_chinese_by_character() {
        assert_eq!(
            word_diff("the order is lost", "the orders is lost"),
            "the [-order-]{+orders+} is lost"
        );
        assert_eq!(
            word_diff("iccid不存在。", "iccid未找到。"),
            "iccid[-不存在-]{+未找到+}。"
        );
        assert_eq!(word_diff("", "new"), "{+new+}");
        assert_eq!(word_diff("same", "same"), "same");
        let long = "a ".repeat(1_000_000);
        assert_eq!(word_diff("b", &long), format!("[-b-]{{+{long}+}}"));
        assert_eq!(
            words("a1_b, 成功{x}"),
            ["a1_b", ",", " ", "成", "功", "{", "x", "}"]
        );
    }
}
