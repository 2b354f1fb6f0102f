//! The link to a code: `lianlian-2008`.

use std::fmt::Write as _;

use codegen::catalog::Code;

/// What a provider's main table is called as a rule; its codes do not name it in their links.
const MAIN: &str = "ReturnCode";

/// The anchor of a code: its enum's path with `.` between, without `ReturnCode`, and after `-` the code:
/// `lianlian-2008`, `cmi.HttpStatus-200`.
///
/// It follows from the table's own declaration and the code alone, so that a link stays good whatever other tables and
/// codes come and go. No two codes share one: neither modules nor types have a `-`.
pub(crate) fn anchor(code: Code<'_>) -> String {
    let table = code.table();
    let mut anchor = table.module_path().join(".");
    if table.type_name() != MAIN {
        let _ = write!(anchor, ".{}", table.type_name());
    }
    anchor.push('-');
    for byte in code.code().bytes() {
        // What a link may have as it stands; the rest is written as links write it, so that both are the same text.
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            anchor.push(char::from(byte));
        } else {
            let _ = write!(anchor, "%{byte:02X}");
        }
    }
    anchor
}
