//! Cells that hold one value.

use crate::model::{Attribute, EnumValue, HttpStatus, Kind, Retired, Value};
use crate::report::Report;
use crate::source::{Cell, Span};
use crate::suggest::suggestion;

/// Resolves an attribute's value, as a cell writes it.
pub(super) fn value(cell: &Cell, attribute: &Attribute, report: &mut Report) -> Option<Value> {
    let value = attribute.parse(&cell.text);
    if value.is_none() {
        let name = &attribute.name.text;
        let help = match &attribute.kind {
            Kind::Enum(values) => {
                report_unknown_value(cell, values, name, report);
                return None;
            }
            Kind::Integer => "it is an integer of 64 bits, `-12`",
            Kind::Text | Kind::Flag => "it is `true` or `false`, in lower case",
        };
        report
            .error(
                cell.span,
                format!("`{}` is no value of `{name}`", cell.text),
            )
            .help(help);
    }
    value
}

/// Resolves the name of a value of a closed vocabulary to its index.
pub(super) fn enum_value(
    cell: &Cell,
    values: &[EnumValue],
    of: &str,
    report: &mut Report,
) -> Option<usize> {
    let index = values.iter().position(|value| value.name.text == cell.text);
    if index.is_none() {
        report_unknown_value(cell, values, of, report);
    }
    index
}

fn report_unknown_value(cell: &Cell, values: &[EnumValue], of: &str, report: &mut Report) {
    let names = || values.iter().map(|value| value.name.text.as_str());
    let message = if cell.text.is_empty() {
        format!("there is no {of}")
    } else {
        format!("`{}` is no value of `{of}`", cell.text)
    };
    let help = suggestion(&cell.text, names()).unwrap_or_else(|| {
        let list = names().collect::<Vec<_>>().join(", ");
        format!("its values are {list}")
    });
    report.error(cell.span, message).help(help);
}

/// Resolves an HTTP status, as a cell writes it.
pub(super) fn status(cell: &Cell, report: &mut Report) -> Option<HttpStatus> {
    let status = HttpStatus::parse(&cell.text);
    if status.is_none() {
        report_no_status(&cell.text, cell.span, report);
    }
    status
}

/// Resolves an HTTP status, as a TOML file writes it.
pub(super) fn status_number(number: i64, span: Span, report: &mut Report) -> Option<HttpStatus> {
    let status = HttpStatus::new(number);
    if status.is_none() {
        report_no_status(&number.to_string(), span, report);
    }
    status
}

fn report_no_status(text: &str, span: Span, report: &mut Report) {
    report
        .error(span, format!("`{text}` is no HTTP status"))
        .help("statuses are 100 to 599");
}

/// Resolves the cell that says a code is retired.
pub(super) fn retired(cell: &Cell, report: &mut Report) -> Option<Retired> {
    let retired = Retired::parse(cell);
    if retired.is_none() {
        report
            .error(
                cell.span,
                format!("`{}` does not say since when and why", cell.text),
            )
            .help("write `since V4.3: the platform no longer sends it`, and `; use 1000013` after that where another code has taken its place");
    }
    retired
}
