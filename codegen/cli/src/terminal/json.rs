//! JSON that is safe to print on a terminal.

use std::fmt::Write as _;

use codegen::text::is_invisible;

/// Returns the same JSON with characters that a terminal or a CI log would act on written as `\u` escapes. Such characters
/// occur only inside strings.
pub(crate) fn sanitized_json(json: &str) -> String {
    let mut sanitized = String::with_capacity(json.len());
    for (at, c) in json.char_indices() {
        let is_command = json[at..].starts_with("##");
        if is_command || c != '\n' && c.is_control() || is_invisible(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(sanitized, "\\u{unit:04x}");
            }
        } else {
            sanitized.push(c);
        }
    }
    sanitized
}
