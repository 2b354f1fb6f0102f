//! The cells with a table's codes.

use super::code_misfits::Misfits;
use super::table_columns::Column;
use crate::limits::{Grouped, Limits};
use crate::model::{Charset, CodeRange, HttpSource, HttpStatus, Table};
use crate::report::Report;
use crate::source::Cell;

/// Resolves a code or a range of codes; `None` if it is invalid.
pub(super) fn resolve(
    cells: &[Cell],
    column: &Column,
    table: &Table,
    misfits: &mut Misfits,
    report: &mut Report,
) -> Option<CodeRange> {
    let Some(cell) = column.cell(cells) else {
        if let Some(place) = column.place(cells) {
            report
                .error(place.span, "missing code")
                .help("add the code, or delete the row");
        }
        return None;
    };
    if let Some((first, last)) = table.charset.split_range(&cell.text) {
        return range(first, last, cell, table, misfits, report);
    }
    if !misfits.fits(&cell.text, cell.span, table) {
        return None;
    }
    if table.charset.has_numbers() && table.charset.number(&cell.text).is_none() {
        let (number, text) = match table.charset {
            Charset::Integer => ("a signed", Charset::Ascii),
            _ => ("an unsigned", Charset::Alphanumeric),
        };
        report
            .error(
                cell.span,
                format!(
                    "code `{}` does not fit in {number} 64-bit integer",
                    cell.text
                ),
            )
            .help(format!(
                "if the codes are not numbers, set `charset = \"{}\"` in the table's TOML file",
                text.name()
            ));
    }
    if matches!(table.http, HttpSource::Code) && HttpStatus::parse(&cell.text).is_none() {
        report
            .error(
                cell.span,
                format!("code `{}` is not an HTTP status", cell.text),
            )
            .label("expected an integer from 100 to 599")
            .note("the table's TOML file sets `http = { same_as = \"code\" }`")
            .help("correct the code, or remove `http` from the TOML file and add a column `http`");
    }
    Some(CodeRange::single(cell.clone()))
}

/// Resolves `FIRST-LAST`: every code from the first to the last. Codes of digits have the same width.
fn range(
    first: &str,
    last: &str,
    cell: &Cell,
    table: &Table,
    misfits: &mut Misfits,
    report: &mut Report,
) -> Option<CodeRange> {
    let example = match table.charset {
        Charset::Integer => "-32099--32000",
        _ => "2000000-2000006",
    };
    let invalid = |report: &mut Report, label: &str, help: Option<String>| {
        report
            .error(cell.span, format!("invalid range `{}`", cell.text))
            .label(label)
            .note(format!("a range is FIRST-LAST, such as `{example}`"))
            .maybe_help(help);
        None
    };
    if last.is_empty() {
        let help = Some("add the last code, or remove the hyphen".to_owned());
        return invalid(report, "expected a code after the hyphen", help);
    }
    if !misfits.fits(first, cell.span, table) || !misfits.fits(last, cell.span, table) {
        return None;
    }
    let number = |code| table.charset.number(code);
    let (Some(from), Some(to)) = (number(first), number(last)) else {
        return invalid(report, "the codes do not fit in 64-bit integers", None);
    };
    if table.charset == Charset::Digits && first.len() != last.len() {
        let width = first.len().max(last.len());
        let help = format!(
            "if a spreadsheet dropped leading zeros, write `{first:0>width$}-{last:0>width$}`"
        );
        let label = "expected codes with the same number of digits";
        return invalid(report, label, Some(help));
    }
    if from > to {
        let help = format!("write the smaller code first: `{last}-{first}`");
        return invalid(
            report,
            "the last code is smaller than the first",
            Some(help),
        );
    }
    let count = u64::try_from(to - from + 1).unwrap_or(u64::MAX);
    let max = table.max_range;
    if count > max {
        report
            .error(
                cell.span,
                format!(
                    "range covers {} codes, expected at most {}",
                    Grouped(count),
                    Grouped(max)
                ),
            )
            .help("list the codes that exist")
            .maybe_help((count <= Limits::default().codes.max).then(|| {
                format!("if they all exist, set `max_range = {count}` in `code` in the table's TOML file")
            }));
        return None;
    }
    Some(CodeRange {
        first: first.to_owned(),
        count,
        is_range: true,
        span: cell.span,
    })
}
