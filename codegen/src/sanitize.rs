//! Text from files, made harmless for terminals and for the logs of CI.

use std::fmt;
use std::path::Path;

use crate::unicode::is_invisible;

/// Text from a file, with what a terminal or the log of CI would act on made visible.
pub struct Sanitized<'a>(pub &'a str);

impl fmt::Display for Sanitized<'_> {
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
            f.write_char(if is_command { REPLACEMENT } else { sanitize(c) })
        })
    }
}

/// Stands for a character that would do something else than show.
const REPLACEMENT: char = '\u{fffd}';

/// The character as it may go to a terminal.
fn sanitize(c: char) -> char {
    if c == '\t' {
        ' '
    } else if c.is_control() || is_invisible(c) {
        REPLACEMENT
    } else {
        c
    }
}

/// A character, for messages: one that is not ASCII may look like one that is.
pub(crate) fn quote_char(c: char) -> String {
    if c.is_ascii() {
        format!("`{c}`")
    } else {
        format!("`{c}` (U+{:04X})", u32::from(c))
    }
}

/// A path, for messages: names of files are text from elsewhere too.
pub fn sanitized_path(path: &Path) -> String {
    Sanitized(&path.display().to_string()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_a_terminal_would_act_on_is_made_visible() {
        assert_eq!(
            Sanitized("a\u{1b}[31mb\u{202e}c\td").to_string(),
            "a\u{fffd}[31mb\u{fffd}c d"
        );
        assert_eq!(
            Sanitized(" ::error::a ::b ##[c] #").to_string(),
            " \u{fffd}:error::a ::b \u{fffd}#[c] #"
        );
    }
}
