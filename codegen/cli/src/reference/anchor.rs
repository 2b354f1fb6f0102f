//! The link to a code: `lianlian-2008`.

use std::fmt::Write as _;

use codegen::catalog::Code;

/// The usual type name of a provider's main table, which links leave out.
const MAIN: &str = "ReturnCode";

/// Returns the anchor of a code: the path of its enum separated by `.`, without `ReturnCode`, then `-` and the code:
/// `lianlian-2008`, `cmi.HttpStatus-200`.
///
/// The anchor depends only on the declaration of the table and on the code, so that links survive changes of other tables and
/// codes. It is unique: neither modules nor types have a `-`.
pub(crate) fn anchor(code: Code<'_>) -> String {
    let table = code.table();
    let mut anchor = table.module_path().join(".");
    if table.type_name() != MAIN {
        let _ = write!(anchor, ".{}", table.type_name());
    }
    anchor.push('-');
    for byte in code.code().bytes() {
        // Other characters are percent-encoded, as in a URL, so that anchor and link are the same text.
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            anchor.push(char::from(byte));
        } else {
            let _ = write!(anchor, "%{byte:02X}");
        }
    }
    anchor
}
