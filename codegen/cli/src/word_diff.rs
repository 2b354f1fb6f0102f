//! The changes in a text, word by word.

use similar::{ChangeTag, TextDiff};

/// The maximum number of words that are compared one by one: the time can grow with the square of their number.
const MAX_WORDS: usize = 4000;

/// Returns the text with removed words as `[-…-]` and added words as `{+…+}`.
pub(crate) fn word_diff(old: &str, new: &str) -> String {
    let whole = (old, new);
    let (old, new) = (words(old), words(new));
    if old.len() + new.len() > MAX_WORDS {
        return format!("[-{}-]{{+{}+}}", whole.0, whole.1);
    }
    let diff = TextDiff::from_slices(&old, &new);
    let (mut text, mut open) = (String::new(), ChangeTag::Equal);
    for change in diff.iter_all_changes() {
        if change.tag() != open {
            text.push_str(end(open));
            open = change.tag();
            text.push_str(match open {
                ChangeTag::Equal => "",
                ChangeTag::Delete => "[-",
                ChangeTag::Insert => "{+",
            });
        }
        text.push_str(change.value());
    }
    text.push_str(end(open));
    text
}

fn end(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "-]",
        ChangeTag::Insert => "+}",
    }
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
