//! Words of messages: what was meant, and text from files made harmless.

use std::fmt;
use std::path::Path;

use crate::limits;

/// Text from a file, with what a terminal or the log of CI would act on made visible.
pub struct Inert<'a>(pub &'a str);

impl fmt::Display for Inert<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        let start = self.0.len() - self.0.trim_start().len();
        self.0.char_indices().try_for_each(|(at, c)| {
            let rest = &self.0[at..];
            // Runners of CI take `::error::` at the start of a line, and `##[error]` anywhere, for commands.
            let is_command = at == start && rest.starts_with("::")
                || ["##[", "##vso["]
                    .iter()
                    .any(|command| rest.starts_with(command));
            f.write_char(if is_command { REPLACED } else { inert(c) })
        })
    }
}

/// What stands for a character that would do something else than show.
const REPLACED: char = '\u{fffd}';

/// The character as it may go to a terminal.
fn inert(c: char) -> char {
    if c == '\t' {
        ' '
    } else if c.is_control() || is_invisible(c) {
        REPLACED
    } else {
        c
    }
}

/// A character, for messages: one that is not ASCII may look like one that is.
pub fn named(c: char) -> String {
    if c.is_ascii() {
        format!("`{c}`")
    } else {
        format!("`{c}` (U+{:04X})", u32::from(c))
    }
}

/// A path, for messages: names of files are text from elsewhere too.
pub fn inert_path(path: &Path) -> String {
    Inert(&path.display().to_string()).to_string()
}

/// Characters that do not show, or that turn the direction of what follows: they can make text read
/// differently from what it is.
///
/// They are those that Unicode lets programs ignore (`Default_Ignorable_Code_Point`), the separators of lines and
/// paragraphs, the marks of interlinear annotations, and the empty Braille pattern.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The candidate that was meant, where one is near enough to what was given.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // To compare two names takes as much time and memory as the product of their lengths.
    let is_short = |name: &str| name.len() <= limits::COMPARED;
    if !is_short(given) {
        return None;
    }
    let given = given.to_lowercase();
    let (distance, candidate) = (candidates.into_iter())
        .filter(|candidate| is_short(candidate))
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
pub fn did_you_mean<'a>(
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
        assert_eq!(
            Inert(" ::error::a ::b ##[c] #").to_string(),
            " \u{fffd}:error::a ::b \u{fffd}#[c] #"
        );
    }
}
