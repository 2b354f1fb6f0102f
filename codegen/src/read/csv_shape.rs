//! The shape of a CSV file: commas between cells, a header, and as many cells in each row.
//!
//! Programs that save tables in another form break each row, so such a mistake is one error about the file.

use crate::report::{MAX_SINGLE, Report};
use crate::source::{Cell, Span};

/// Reports a file with another separator, or with lines before the header; returns `true` for other files.
pub(super) fn check(rows: &[Vec<Cell>], text: &str, report: &mut Report) -> bool {
    if text.contains('\r') && !text.contains('\n') {
        let start = rows.iter().flatten().next();
        let start = start.map(|cell| Span {
            end: cell.span.start,
            ..cell.span
        });
        if let Some(start) = start {
            report
                .error(start, "lines end with carriage returns alone")
                .help("save the file with other line ends (LF or CRLF)");
            return false;
        }
    }
    let [header, rest @ ..] = rows else {
        return true;
    };
    let [first, others @ ..] = header.as_slice() else {
        return true;
    };
    if others.iter().any(|cell| !cell.text.is_empty()) {
        return true;
    }
    let used = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.text.is_empty()).count();
    let hint = first
        .text
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="));
    if hint.is_some() {
        let finding = report.error(first.span, "line before the header");
        let finding = finding.note("Excel reads the separator from this line");
        if let "" | "," = &first.text[4..] {
            finding.help("delete this line");
        } else {
            finding.help("delete this line, and save the file with commas between the cells");
        }
        return false;
    }
    for (separator, name) in [(';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")] {
        if first.text.contains(separator) {
            report
                .error(first.span, format!("cells are separated by {name}"))
                .label("expected commas")
                .note("spreadsheets use the list separator of the system's region")
                .help("save the file with commas between the cells");
            return false;
        }
    }
    if rest.len() >= 2 && rest.iter().all(|row| used(row) == 0 || used(row) >= 2) {
        report
            .error(first.span, "line before the header")
            .label("expected the names of the columns")
            .help("delete the lines above the header");
        return false;
    }
    true
}

/// A row with too many or too few cells.
struct Misfit {
    span: Span,
    found: usize,
    kind: Kind,
}

enum Kind {
    TooFew,
    /// The text of a cell with commas that is likely to lack quotes.
    TooMany(Option<String>),
    Comment,
}

/// Pads the rows with empty cells to the length of the header; returns `false` if a row has too many or too few cells.
pub(super) fn pad_rows(
    rows: &mut [Vec<Cell>],
    header: &[Cell],
    text: &str,
    report: &mut Report,
) -> bool {
    let misfits: Vec<Misfit> = (rows.iter_mut())
        .filter_map(|row| pad_row(row, header, text))
        .collect();
    let width = header.len();
    let plural = if width == 1 { "" } else { "s" };
    let note = format!("the header has {width} column{plural}");
    if let (Some(first), Some(last)) = (header.first(), header.last())
        && misfits.len() > MAX_SINGLE
    {
        let header = Span {
            end: last.span.end,
            ..first.span
        };
        let count = misfits.len();
        let mut finding = report
            .error(
                header,
                format!("{count} rows do not have as many cells as the header"),
            )
            .label(format!("{width} column{plural}"));
        for misfit in &misfits[..MAX_SINGLE] {
            let plural = if misfit.found == 1 { "" } else { "s" };
            finding = finding.related(misfit.span, format!("{} cell{plural}", misfit.found));
        }
        let are_short = (misfits.iter()).all(|misfit| matches!(misfit.kind, Kind::TooFew));
        finding
            .note(format!("and {} more", count - MAX_SINGLE))
            .help("if the rows are right, correct the header")
            .help(if are_short {
                "otherwise, add the missing cells"
            } else {
                "quote each cell that contains a comma: `\"a, b\"`"
            });
        return false;
    }
    for Misfit { span, found, kind } in &misfits {
        match kind {
            Kind::Comment => {
                report
                    .error(*span, "comment in a CSV file")
                    .help("delete the line; for a remark on a code, use the column `note`");
            }
            Kind::TooFew => {
                report
                    .error(
                        *span,
                        format!("too few cells: expected {width}, found {found}"),
                    )
                    .note(&note)
                    .help("add the missing cells");
            }
            Kind::TooMany(unquoted) => {
                let text = unquoted.as_deref().unwrap_or("a, b");
                report
                    .error(
                        *span,
                        format!("too many cells: expected {width}, found {found}"),
                    )
                    .note(&note)
                    .help(format!("quote a cell that contains a comma: `\"{text}\"`"));
            }
        }
    }
    misfits.is_empty()
}

/// The column of review marks. As the last column, it may be left out of rows, so that a mark changes no other row.
const REVIEW_COLUMN: &str = "review";

/// Pads a row; returns what is wrong with it. Cells beyond the header are allowed if they are empty.
fn pad_row(row: &mut Vec<Cell>, header: &[Cell], text: &str) -> Option<Misfit> {
    let width = header.len();
    let needed = width - usize::from(header.last().is_some_and(|cell| cell.text == REVIEW_COLUMN));
    let (first, last) = (row.first()?, row.last()?);
    let end = Span {
        start: last.span.end,
        ..last.span
    };
    let found = row.len();
    let misfit = |span, kind| Some(Misfit { span, found, kind });
    if let Some(surplus) = row.iter().skip(width).find(|cell| !cell.text.is_empty()) {
        let (span, joined) = match unquoted(row, width, text) {
            Some(span) => (span, Some(text[span.range()].trim().to_owned())),
            None => (surplus.span, None),
        };
        return misfit(span, Kind::TooMany(joined));
    }
    if found < needed {
        return match first.text.starts_with('#') {
            true => misfit(first.span, Kind::Comment),
            false => misfit(end, Kind::TooFew),
        };
    }
    row.resize(
        width,
        Cell {
            text: String::new(),
            span: end,
        },
    );
    None
}

/// Returns the cells that are likely to be one cell with commas: those before and after a comma with a space behind it.
fn unquoted(row: &[Cell], width: usize, text: &str) -> Option<Span> {
    let continues = |cell: &Cell| text[cell.span.range()].starts_with(' ') && !cell.text.is_empty();
    let start = row.iter().skip(1).position(continues)?;
    let rest = &row[start + 1..];
    let count = rest.iter().take_while(|cell| continues(cell)).count();
    let used = row.iter().rposition(|cell| !cell.text.is_empty())? + 1;
    let joined = Span {
        end: rest[count - 1].span.end,
        ..row[start].span
    };
    (count == used - width && !text[joined.range()].contains('"')).then_some(joined)
}
