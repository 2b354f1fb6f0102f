//! JSON that may go to a terminal.

use std::fmt::Write as _;

use codegen::text::is_invisible;

/// The same JSON without characters that a terminal or the log of CI would act on: they stand in strings, which can name
/// them by number.
pub(crate) fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for (at, c) in json.char_indices() {
        let is_command = json[at..].starts_with("##");
        if is_command || c != '\n' && c.is_control() || is_invisible(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(inert, "\\u{unit:04x}");
            }
        } else {
            inert.push(c);
        }
    }
    inert
}
