//! Words of messages: what was meant, and text from files made harmless.

use std::fmt;

/// Text from a file, with the characters that a terminal or a log would act on made visible.
pub(crate) struct Inert<'a>(pub(crate) &'a str);

impl fmt::Display for Inert<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        self.0.chars().try_for_each(|c| {
            if c == '\t' {
                f.write_char(' ')
            } else if c.is_control() || is_invisible(c) {
                f.write_char('\u{fffd}')
            } else {
                f.write_char(c)
            }
        })
    }
}

/// Characters that do not show, or that turn the direction of what follows: they can make text read
/// differently from what it is.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The candidate that was meant, where one is near enough to what was given.
pub(crate) fn nearest<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let given = given.to_lowercase();
    let (distance, candidate) = (candidates.into_iter())
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&given, &candidate.to_lowercase()),
                candidate,
            )
        })
        .min_by_key(|(distance, _)| *distance)?;
    let longer = candidate.chars().count().max(given.chars().count());
    (distance <= 1 + longer / 4 && distance < longer).then_some(candidate)
}

/// `did you mean …?`, where one of the candidates is near enough.
pub(crate) fn did_you_mean<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(given, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_and_a_far_one_is_not() {
        let names = ["code", "outcome", "printed.zh"];
        assert_eq!(
            did_you_mean("outcom", names).as_deref(),
            Some("did you mean `outcome`?")
        );
        assert_eq!(
            did_you_mean("Printed.ZH", names).as_deref(),
            Some("did you mean `printed.zh`?")
        );
        assert_eq!(did_you_mean("colour", names), None);
        assert_eq!(did_you_mean("x", []), None);
    }

    #[test]
    fn text_that_a_terminal_would_act_on_is_inert() {
        assert_eq!(
            Inert("a\u{1b}[31mb\u{202e}c\td").to_string(),
            "a\u{fffd}[31mb\u{fffd}c d"
        );
    }
}
