//! Texts from files, made harmless for terminals and CI logs.

use std::fmt;
use std::path::Path;

use crate::unicode::is_invisible;

/// A text from a file. `Display` replaces what a terminal or a CI log would act on.
pub struct Sanitized<'a>(pub &'a str);

impl fmt::Display for Sanitized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        let start = self.0.len() - self.0.trim_start().len();
        self.0.char_indices().try_for_each(|(at, c)| {
            let rest = &self.0[at..];
            // CI runners take `::error::` at the start of a line, and `##[error]` anywhere, for commands.
            let is_command = at == start && rest.starts_with("::")
                || ["##[", "##vso[", "##teamcity["]
                    .iter()
                    .any(|command| rest.starts_with(command));
            f.write_char(if is_command { REPLACEMENT } else { sanitize(c) })
        })
    }
}

/// Replaces a character that a terminal would act on.
const REPLACEMENT: char = '\u{fffd}';

/// Returns a character that is safe for a terminal.
fn sanitize(c: char) -> char {
    if c == '\t' {
        ' '
    } else if c.is_control() || is_invisible(c) {
        REPLACEMENT
    } else {
        c
    }
}

/// Returns a character for a message, with its number if it is not ASCII, because it may look like an ASCII character.
pub(crate) fn quote_char(c: char) -> String {
    if c.is_ascii() {
        format!("`{c}`")
    } else {
        format!("`{c}` (U+{:04X})", u32::from(c))
    }
}

/// Returns a path for a message. File names are texts from elsewhere too.
pub fn sanitized_path(path: &Path) -> String {
    Sanitized(&path.display().to_string()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_a_terminal_would_act_on_is_replaced() {
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
