//! Cells of CSV.

/// A cell of CSV, in quotes where it needs them. `reconcile` sets single cells of a file, which the crate `csv` does not do.
///
/// What a document prints is no formula, whatever it begins with. Behind a blank, a spreadsheet takes it for text; to the
/// generator, white space around a cell is no part of it.
pub(crate) fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) {
        format!("\" {}\"", text.replace('"', "\"\""))
    } else if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
