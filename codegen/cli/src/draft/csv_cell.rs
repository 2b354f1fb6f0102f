//! CSV cells.

use codegen::Charset;

/// Returns the text as a CSV cell, quoted if necessary. `reconcile` sets single cells of a file, which the crate `csv` cannot do.
///
/// A text that a spreadsheet would take for a formula gets a leading space, which makes it text. The generator ignores white space
/// around a cell. A negative code is a number in a spreadsheet, and stays as it is.
pub(crate) fn cell(text: &str) -> String {
    // Some spreadsheets take full-width characters for the plain ones.
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    if text.starts_with(FORMULA) && !Charset::Integer.is_code(text) {
        format!("\" {}\"", text.replace('"', "\"\""))
    } else if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
