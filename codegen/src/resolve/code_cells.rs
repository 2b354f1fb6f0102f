//! The cells that hold a table's codes.

use super::table_columns::Column;
use crate::model::{Charset, CodeRange, HttpSource, HttpStatus, Table};
use crate::report::Report;
use crate::sanitize::quote_char;
use crate::source::Cell;

/// Resolves a code, or a range of codes; `None` where it is no good.
pub(super) fn resolve(
    cells: &[Cell],
    column: &Column,
    table: &Table,
    report: &mut Report,
) -> Option<CodeRange> {
    let Some(cell) = column.cell(cells) else {
        if let Some(place) = column.place(cells) {
            report
                .error(place.span, "a row without a code")
                .help("write the code, or delete the row");
        }
        return None;
    };
    if table.charset == Charset::Digits
        && let Some((first, last)) = cell.text.split_once('-')
    {
        return range(first.trim(), last.trim(), cell, table, report);
    }
    if !is_code(&cell.text, cell, table, report) {
        return None;
    }
    if table.charset == Charset::Digits && cell.text.parse::<u64>().is_err() {
        report
            .error(
                cell.span,
                format!("`{}` is larger than a number of 64 bits", cell.text),
            )
            .help("give the table `charset = \"alphanumeric\"`: its codes are no numbers then");
    }
    if matches!(table.http, HttpSource::Code) && HttpStatus::parse(&cell.text).is_none() {
        report
            .error(
                cell.span,
                format!("the code {} is no HTTP status", cell.text),
            )
            .help("the table's TOML file says that its codes are the statuses: 100 to 599");
    }
    Some(CodeRange::single(cell.clone()))
}

/// `A-B`: every code from the first to the last, both of the same width.
fn range(
    first: &str,
    last: &str,
    cell: &Cell,
    table: &Table,
    report: &mut Report,
) -> Option<CodeRange> {
    if !is_code(first, cell, table, report) || !is_code(last, cell, table, report) {
        return None;
    }
    let help = "a range is FIRST-LAST, of codes with the same number of digits: `2000000-2000006`";
    let (Ok(from), Ok(to)) = (first.parse::<u64>(), last.parse::<u64>()) else {
        report
            .error(cell.span, "a range of numbers too large to count")
            .help(help);
        return None;
    };
    if first.len() != last.len() || from > to {
        report
            .error(cell.span, format!("`{}` is no range", cell.text))
            .help(help);
        return None;
    }
    let count = (to - from).saturating_add(1);
    let most = table.max_range;
    if count > most {
        report
            .error(
                cell.span,
                format!("the range stands for {count} codes; at most {most} are allowed"),
            )
            .help("list the codes that exist; or raise `max_range` beside the `charset` in the table's TOML file");
        return None;
    }
    Some(CodeRange {
        first: first.to_owned(),
        count,
        is_range: true,
        span: cell.span,
    })
}

/// Returns `true` if the text is a code as the table has them; reports what happened to it if not.
fn is_code(text: &str, cell: &Cell, table: &Table, report: &mut Report) -> bool {
    let charset = table.charset;
    if let Some(stranger) = text.chars().find(|c| !charset.allows(*c)) {
        let finding = report.error(
            cell.span,
            format!(
                "the code `{text}` has {} in it; codes here are {}",
                quote_char(stranger),
                charset.description()
            ),
        );
        if charset == Charset::Digits && looks_scientific(text) {
            finding.help("a spreadsheet turned the number into scientific notation: format the column as text, and write the code out");
        } else if ('０'..='９').contains(&stranger) {
            finding.help("these are full-width digits: type them in ASCII");
        } else if stranger.is_alphanumeric() && !stranger.is_ascii() {
            finding.help("it may look like an ASCII character and is none: type it anew");
        } else if let Some(inside) = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
        {
            finding.help(format!(
                "write `{inside}`; what the document prints belongs in `printed.code`"
            ));
        } else {
            finding.help("correct the code, or the `charset` in the table's TOML file");
        }
        return false;
    }
    if text.is_empty() {
        report.error(cell.span, "an empty code in a range");
        return false;
    }
    let Some(width) = table.width else {
        return true;
    };
    if text.len() < width && charset == Charset::Digits {
        report
            .error(cell.span, format!("the code `{text}` has {} of {width} digits", text.len()))
            .help(format!(
                "a spreadsheet may have dropped its leading zeros: write `{text:0>width$}`, and format the column as text"
            ));
    } else if text.len() != width {
        report
            .error(
                cell.span,
                format!(
                    "the code `{text}` has {} characters, and codes here have {width}",
                    text.len()
                ),
            )
            .help("correct the code, or the `width` in the table's TOML file");
    }
    text.len() == width
}

/// `1E+06`
fn looks_scientific(text: &str) -> bool {
    text.contains(['e', 'E']) && text.parse::<f64>().is_ok()
}
