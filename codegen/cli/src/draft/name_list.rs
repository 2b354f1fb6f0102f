//! Names from a file: CSV with the columns `code` and `name`, as `export --format csv` writes it.

use std::collections::HashMap;
use std::path::Path;

use crate::document::plain_code;
use crate::failure::Failure;
use crate::limits::DOCUMENT_SIZE;
use codegen::files::{BYTE_ORDER_MARK, ReadError, read_within};
use codegen::text::{is_identifier, sanitized_path, upper_camel};

/// Reads the names of the table's codes. Rows without a name are left out.
pub(crate) fn read(path: &Path, table: &str) -> Result<HashMap<String, String>, Failure> {
    let file = sanitized_path(path);
    let bytes = read_within(path, &DOCUMENT_SIZE).map_err(|unreadable| {
        let reason = match unreadable {
            ReadError::Io(error) => error.to_string(),
            _ => DOCUMENT_SIZE.message(),
        };
        Failure::new(format_args!("failed to read `{file}`: {reason}"))
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(format_args!("`{file}` is not UTF-8")))?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    let mut lines = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let invalid = |error: csv::Error| Failure::new(format_args!("`{file}`: {error}"));
    let header = lines.headers().map_err(invalid)?.clone();
    let column = |name: &str| header.iter().position(|header| header == name);
    let (Some(code), Some(name)) = (column("code"), column("name")) else {
        return Err(Failure::new(format_args!("`{file}` has no columns `code` and `name`"))
            .with_help("begin the file with the line `code,name`"));
    };
    let of = column("table");
    let mut names = HashMap::new();
    for line in lines.records() {
        let line = line.map_err(invalid)?;
        let cell = |index: usize| line.get(index).unwrap_or_default();
        let is_other = of.is_some_and(|of| cell(of) != table);
        let text = cell(name);
        if is_other || text.is_empty() {
            continue;
        }
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_');
        if !text.chars().all(is_plain) || !is_identifier(&upper_camel(text)) {
            let at = line.position().map_or(0, csv::Position::line);
            return Err(Failure::new(format_args!("`{file}`, line {at}: invalid name `{text}`"))
                .with_help("use a few plain English words, such as `order not found`"));
        }
        names.insert(plain_code(cell(code)), text.to_owned());
    }
    Ok(names)
}
