//! Cells that hold one value.

use crate::model::{
    Attribute, EnumValue, HttpStatus, IntegerType, Kind, Retired, Value, pieces, url_mistake,
};
use crate::names;
use crate::report::Report;
use crate::source::{Cell, Span};
use crate::suggest::{or, suggestion};

/// Resolves an attribute's value, as a cell writes it.
pub(super) fn value(cell: &Cell, attribute: &Attribute, report: &mut Report) -> Option<Value> {
    let value = attribute.parse(&cell.text);
    if value.is_none() {
        let name = &attribute.name.text;
        let expected = match &attribute.kind {
            Kind::Enum(values) => {
                report_unknown_value(cell, values, name, report);
                return None;
            }
            Kind::Integer(IntegerType::I64) => {
                "expected a signed 64-bit integer, such as `-12`".to_owned()
            }
            Kind::Integer(integer_type) => {
                let (least, most) = integer_type.range();
                format!("expected an integer from {least} to {most}")
            }
            Kind::Url => url_mistake(&cell.text).unwrap_or_default(),
            Kind::Text | Kind::Flag => "expected `true` or `false`".to_owned(),
        };
        let is_flag =
            |text: &str| matches!(attribute.kind, Kind::Flag) && matches!(text, "true" | "false");
        let lower = cell.text.to_lowercase();
        let meant = match attribute.kind {
            Kind::Integer(integer_type) => {
                integer(&cell.text).filter(|integer| integer_type.parse(integer).is_some())
            }
            _ => Some(lower.clone()).filter(|lower| is_flag(lower)),
        };
        let help = meant.map(|meant| {
            format!("write `{meant}`; if a spreadsheet changes it, format the column as text")
        });
        report
            .repeated_error(
                cell.span,
                format!("invalid value `{}` for `{name}`", cell.text),
            )
            .label(expected)
            .maybe_help(help);
    }
    value
}

/// Returns the integer that a spreadsheet wrote with a decimal point, an exponent or separators: `10.0`, `1E+01`, `1,000`.
fn integer(text: &str) -> Option<String> {
    let mut groups = text.split(['.', ',', '\'', ' ', '’']);
    let (first, rest) = (groups.next()?, groups.collect::<Vec<_>>());
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = (1..=3).contains(&first.trim_start_matches('-').len())
        && !rest.is_empty()
        && rest
            .iter()
            .all(|group| group.len() == 3 && are_digits(group));
    let text = if is_grouped {
        format!("{first}{}", rest.concat())
    } else {
        let number = text.parse::<f64>().ok()?;
        let is_exact = number.fract() == 0.0 && number.abs() < 1e15;
        is_exact.then(|| format!("{number:.0}"))?
    };
    text.parse::<i64>().ok().map(|integer| integer.to_string())
}

/// Resolves the name of a listed value to its index.
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
    if values.is_empty() {
        return; // The lack of values is reported where they are declared.
    }
    let names: Vec<&str> = values
        .iter()
        .map(|value| value.name.text.as_str())
        .collect();
    let message = if cell.text.is_empty() {
        format!("missing value for `{of}`")
    } else {
        format!("unknown value `{}` for `{of}`", cell.text)
    };
    let finding = report.repeated_error(cell.span, message);
    match suggestion("value", &cell.text, names.iter().copied()) {
        Some(help) => finding.help(help),
        None => finding.label(format!("expected {}", or(&names))),
    };
}

/// Resolves an HTTP status, as a cell writes it.
pub(super) fn status(cell: &Cell, report: &mut Report) -> Option<HttpStatus> {
    let status = HttpStatus::parse(&cell.text);
    if status.is_none() {
        report_invalid_status(&cell.text, cell.span, report);
    }
    status
}

/// Resolves an HTTP status, as a TOML file writes it.
pub(super) fn status_number(number: i64, span: Span, report: &mut Report) -> Option<HttpStatus> {
    let status = HttpStatus::new(number);
    if status.is_none() {
        report_invalid_status(&number.to_string(), span, report);
    }
    status
}

fn report_invalid_status(text: &str, span: Span, report: &mut Report) {
    // Letters that look like digits, and what spreadsheets make of numbers.
    let digits = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let digits = digits.strip_suffix(".0").unwrap_or(&digits);
    let is_meant = digits != text && HttpStatus::parse(digits).is_some();
    report
        .repeated_error(span, format!("invalid HTTP status `{text}`"))
        .label("expected an integer from 100 to 599")
        .maybe_help(is_meant.then(|| format!("use digits only: `{digits}`")));
}

/// Resolves the cell with the retirement of a code.
pub(super) fn retired(cell: &Cell, report: &mut Report) -> Option<Retired> {
    let retired = Retired::parse(cell);
    if retired.is_none() {
        report
            .error(
                cell.span,
                format!("invalid value `{}` for `retired`", cell.text),
            )
            .label("expected `since EDITION: REASON`, optionally with `; use CODE`")
            .help(if cell.text.ends_with("; use") {
                "name the code to use instead, or remove `; use`"
            } else {
                "say since when and why, such as `since V4.3: no longer sent`"
            });
    }
    retired
}

/// What is wrong with the braces of a message.
pub(super) struct BraceMistake {
    pub(super) message: String,
    pub(super) help: String,
}

/// Returns what is wrong with the braces of a message; `None` if they are valid.
pub(super) fn brace_mistake(message: &str) -> Option<BraceMistake> {
    let braces = &message[pieces(message).err()?];
    let name = (braces.strip_prefix('{')).and_then(|name| name.strip_suffix('}'));
    Some(match name {
        Some(name) => {
            let meant = format!("{{{}}}", names::snake(name));
            let correct = match pieces(&meant) {
                Ok(_) => format!("write `{meant}`"),
                Err(_) => "name the placeholder".to_owned(),
            };
            BraceMistake {
                message: format!("invalid placeholder `{braces}`"),
                help: format!("{correct}; or, to show braces, double them: `{{{braces}}}`"),
            }
        }
        None if braces.starts_with('{') => BraceMistake {
            message: "unmatched `{`".to_owned(),
            help: "add the missing `}`; or, to show a brace, double it: `{{`".to_owned(),
        },
        None => BraceMistake {
            message: "unmatched `}`".to_owned(),
            help: "add the missing `{`; or, to show a brace, double it: `}}`".to_owned(),
        },
    })
}
