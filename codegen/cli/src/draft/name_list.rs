//! Lists of names: CSV files with the columns `code` and `name`, which a translator or a program fills in.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::csv_cell::cell;
use crate::document::plain_code;
use crate::failure::Failure;
use crate::limits::DOCUMENT_SIZE;
use codegen::catalog::raw;
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
        return Err(
            Failure::new(format_args!("`{file}` has no columns `code` and `name`"))
                .with_help("begin the file with the line `code,name`"),
        );
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
            return Err(
                Failure::new(format_args!("`{file}`, line {at}: invalid name `{text}`"))
                    .with_help("use a few plain English words, such as `order not found`"),
            );
        }
        names.insert(plain_code(cell(code)), text.to_owned());
    }
    Ok(names)
}

/// Returns the list of the codes without a name, with their messages. A code that has a name in one of its rows is left out.
pub(crate) fn unnamed(catalog: &raw::Catalog) -> Result<String, Failure> {
    let languages = catalog.languages();
    let mut list = format!("table,code,name,{}\n", languages.join(","));
    for table_name in catalog.table_names() {
        let Some(table) = catalog.table(table_name)? else {
            continue;
        };
        let column = |name: &str| table.header().iter().position(|cell| cell.text == name);
        // A plain cell, or else the printed one.
        let columns = |name: &str| [column(name), column(&format!("printed.{name}"))];
        let (code, name) = (columns("code"), columns("name"));
        let messages: Vec<_> = languages.iter().map(|tag| columns(tag)).collect();
        fn text<'a>(row: &'a [raw::Cell], columns: &[Option<usize>; 2]) -> &'a str {
            let mut texts = (columns.iter().flatten()).map(|index| row[*index].text.as_str());
            texts.find(|text| !text.is_empty()).unwrap_or_default()
        }
        let mut named: HashSet<&str> = (table.rows().iter())
            .filter(|row| name[0].is_some_and(|name| !row[name].text.is_empty()))
            .map(|row| text(row, &code))
            .collect();
        for row in table.rows() {
            if named.insert(text(row, &code)) {
                let texts = messages.iter().map(|columns| text(row, columns));
                let cells = [table_name.as_str(), text(row, &code), ""].into_iter();
                let cells: Vec<String> = cells.chain(texts).map(cell).collect();
                list.push_str(&cells.join(","));
                list.push('\n');
            }
        }
    }
    Ok(list)
}
