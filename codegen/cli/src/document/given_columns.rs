//! The columns of a document's table that the user names.

use super::{MESSAGE, Table};
use crate::failure::Failure;
use codegen::text::suggestion;

/// Returns the columns that the arguments name: `code=返回码`, by number (`en=3`), or another one to keep (`printed.module=模块`).
pub(crate) fn given_columns(
    given: &[String],
    table: &Table,
    names: &[&str],
) -> Result<Vec<(String, usize)>, Failure> {
    let mut columns: Vec<(String, usize)> = Vec::new();
    for pair in given {
        let Some((name, header)) = pair
            .split_once('=')
            .map(|(name, header)| (name.trim(), header.trim()))
        else {
            return Err(
                Failure::new(format_args!("invalid `--columns` entry `{pair}`"))
                    .with_help("write NAME=HEADER, such as `--columns code=返回码,zh=描述`"),
            );
        };
        let name = column_name(name, names)?;
        let by_number = header
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let index = (table.header.iter().position(|text| text == header))
            .or(by_number.filter(|index| *index < table.header.len()));
        let Some(index) = index else {
            let headers = table.header.iter().map(String::as_str);
            let help = suggestion("column", header, headers)
                .unwrap_or_else(|| format!("use one of the columns: {}", table.header.join(" | ")));
            return Err(
                Failure::new(format_args!("no column `{header}` in the document's table"))
                    .with_help(help),
            );
        };
        columns.push((name.to_owned(), index));
    }
    Ok(columns)
}

/// Returns the name of a given column without `printed.`. Only with it may a column have a name that the catalog does not know.
fn column_name<'a>(name: &'a str, names: &[&str]) -> Result<&'a str, Failure> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    match name.strip_prefix("printed.") {
        Some(known) if names.contains(&known) => return Ok(known),
        Some(other) if other.is_empty() || !other.chars().all(is_plain) => {
            return Err(Failure::new(format_args!("invalid column name `{name}`"))
                .with_help("use lower-case letters, digits, `_` and `-` after `printed.`"));
        }
        Some(other) => {
            let similar =
                (names.iter()).find(|known| strsim::damerau_levenshtein(other, known) == 1);
            let Some(similar) = similar else {
                return Ok(other);
            };
            return Err(Failure::new(format_args!("unknown column `{name}`")).with_help(
                format_args!("write `{similar}` if you mean that column; otherwise, choose a name that is less similar"),
            ));
        }
        None if names.contains(&name) || name == MESSAGE => return Ok(name),
        None => {}
    }
    let help = suggestion("column", name, names.iter().copied()).unwrap_or_else(|| {
        format!(
            "use one of the names: {}, {MESSAGE}; to keep any other column, use `printed.NAME`",
            names.join(", ")
        )
    });
    Err(Failure::new(format_args!("unknown column `{name}`")).with_help(help))
}
