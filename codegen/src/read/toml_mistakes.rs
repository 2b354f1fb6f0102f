//! Mistakes in TOML files: of the syntax, in keys, and in the types of values.

use std::ops::Range;

use crate::report::{FindingBuilder, Report};
use crate::source::{SourceId, Span};
use crate::suggest::{closest_match, or, similar};

/// Reports a mistake in the syntax.
pub(super) fn report_syntax<'r>(
    error: &toml::de::Error,
    source: SourceId,
    text: &str,
    report: &'r mut Report,
) -> FindingBuilder<'r> {
    let (message, expected) = match error.message().split_once(", expected ") {
        Some((message, expected)) => (message, Some(expected)),
        None => (error.message(), None),
    };
    let place = error.span().unwrap_or(0..0);
    let found = text.get(place.clone()).unwrap_or_default();
    let (message, help) = match message {
        "string values must be quoted" if found.trim().is_empty() => {
            return report
                .error(Span::new(source, place), "invalid TOML: missing value")
                .label("expected a value")
                .help("write a value after `=`, or remove the key");
        }
        "string values must be quoted" => {
            let text = found.trim_matches(['“', '”', '‘', '’', '"', '\'']);
            let help = format!("enclose the value in quotes: `\"{text}\"`");
            return report
                .error(Span::new(source, place), "invalid TOML: unquoted string")
                .help(help);
        }
        "missing escaped value" => {
            let help = "double the backslash, or enclose the value in single quotes";
            return report
                .error(Span::new(source, place), "invalid TOML: unknown escape")
                .help(help);
        }
        "duplicate key" => (
            format!("duplicate key `{found}`"),
            Some("remove one of them, or merge their values"),
        ),
        "invalid basic string" | "invalid literal string" if found.is_empty() => {
            ("unterminated string".to_owned(), None)
        }
        "missing comma between array elements" => (
            message.to_owned(),
            Some("if the array ends before this place, add the missing `]`"),
        ),
        message => (message.to_owned(), None),
    };
    let mut finding = report.error(Span::new(source, place), format!("invalid TOML: {message}"));
    if let Some(expected) = expected {
        let expected: Vec<&str> = (expected.split(", "))
            .map(|expected| match expected {
                "newline" => "a line break",
                "key" => "a key",
                "value" => "a value",
                expected => expected,
            })
            .collect();
        finding = finding.label(format!("expected {}", expected.join(" or ")));
    }
    finding.maybe_help(help.map(str::to_owned))
}

/// What is wrong with a key or its value.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Missing,
    UnknownKey,
    UnknownValue,
    Other,
}

/// A mistake in the words of serde.
pub(super) struct Mistake<'a> {
    pub(super) kind: Kind,
    message: &'a str,
    /// The names in back-quotes: the one that was found, then those that are allowed.
    pub(super) names: Vec<&'a str>,
    pub(super) place: Range<usize>,
}

impl<'a> Mistake<'a> {
    pub(super) fn new(error: &'a toml::de::Error) -> Self {
        let message = error.message();
        // serde gives a text without a kind. `tests/fixtures/fail` has a case of each, which fails when the words change.
        let kind = if message.starts_with("missing field") {
            Kind::Missing
        } else if message.starts_with("unknown field") {
            Kind::UnknownKey
        } else if message.starts_with("unknown variant") {
            Kind::UnknownValue
        } else {
            Kind::Other
        };
        Mistake {
            kind,
            message,
            names: message.split('`').skip(1).step_by(2).collect(),
            place: error.span().unwrap_or(0..0),
        }
    }

    /// Returns the allowed name that is similar to an unknown one.
    pub(super) fn meant(&self) -> Option<&'a str> {
        match (self.kind, self.names.split_first()) {
            (Kind::UnknownKey | Kind::UnknownValue, Some((given, known))) => {
                closest_match(given, known.iter().copied())
            }
            _ => None,
        }
    }

    /// Reports the mistake; `key` is the key with the place.
    pub(super) fn report(
        &self,
        key: Option<&str>,
        source: SourceId,
        text: &str,
        report: &mut Report,
    ) {
        let mut place = self.place.clone();
        let of = key.map_or(String::new(), |key| format!(" for `{key}`"));
        let name = self.names.first().copied().unwrap_or_default();
        let known = self.names.get(1..).unwrap_or_default();
        let message = match self.kind {
            Kind::Missing => {
                // The header of the table rather than all of it.
                let line = text[place.clone()].lines().next().unwrap_or_default();
                place.end = place.start + line.len();
                format!("missing key `{name}`")
            }
            Kind::UnknownKey => format!("unknown key `{name}`"),
            Kind::UnknownValue => format!("unknown value `{name}`{of}"),
            Kind::Other => format!("invalid value{of}"),
        };
        let value = &text[self.place.clone()];
        let finding = report.error(Span::new(source, place), message);
        match (self.kind, self.meant()) {
            (Kind::UnknownKey, Some(meant)) => finding.help(similar("key", meant)),
            (Kind::UnknownValue, Some(meant)) => finding.help(similar("value", meant)),
            (Kind::UnknownKey, None) => finding
                .note(format!("available keys: `{}`", known.join("`, `")))
                .help("remove the key"),
            (Kind::UnknownValue, None) => finding.label(format!("expected {}", or(known))),
            (Kind::Missing, _) => finding.maybe_help(missing_help(name)),
            (Kind::Other, _) => {
                let label = mismatch(self.message).unwrap_or_else(|| {
                    let found = value.lines().next().unwrap_or_default();
                    format!("{}, found `{found}`", self.message)
                });
                finding
                    .label(label)
                    .maybe_help(type_help(self.message, key, value))
            }
        };
    }
}

/// Returns the help with an example of a required key.
fn missing_help(key: &str) -> Option<String> {
    let example = example(key)?;
    let place = match key {
        "languages" | "tables" | "module" | "type" | "code" => " at the top of the file",
        _ => "",
    };
    Some(format!("add `{key} = {example}`{place}"))
}

/// Returns an example of a key's value.
fn example(key: &str) -> Option<&'static str> {
    Some(match key {
        "languages" => "[\"en\"]",
        "tables" => "[\"shop/return-code\"]",
        "module" => "\"shop\"",
        "type" => "\"ReturnCode\"",
        "code" => "{ charset = \"digits\" }",
        "charset" => "\"digits\"",
        "title" => "{ en = \"Return codes\" }",
        "source" => "{ document = \"Return codes\" }",
        "http" => "{ same_as = \"code\" }",
        "repeated" => "{ \"0042\" = \"listed twice\" }",
        "doc" => "\"What it means.\"",
        "values" => "{ success = \"It was carried out.\" }",
        "when" => "{ http = [\"4xx\"] }",
        _ => return None,
    })
}

/// Returns the help for a value of another type.
fn type_help(message: &str, key: Option<&str>, value: &str) -> Option<String> {
    let (_, expected) = message.rsplit_once(", expected ")?;
    let is_found = |kind: &str| message.contains(&format!("invalid type: {kind}"));
    let is_line = !value.contains('\n');
    let unquoted = value.trim_matches(['"', '\'']);
    match expected {
        "a sequence" if is_line => Some(format!("enclose the value in brackets: `[{value}]`")),
        "a string" if is_line && (is_found("integer") || is_found("float")) => {
            Some(format!("enclose the value in quotes: `\"{value}\"`"))
        }
        "i64" | "u32" if unquoted.parse::<u32>().is_ok() => {
            Some(format!("remove the quotes: `{unquoted}`"))
        }
        "a boolean" if matches!(unquoted, "true" | "false") => {
            Some(format!("remove the quotes: `{unquoted}`"))
        }
        _ if expected == "a map" || expected.starts_with("struct ") => {
            let example = example(key?).filter(|example| example.starts_with('{'))?;
            Some(format!("write a TOML table, such as `{example}`"))
        }
        _ => None,
    }
}

/// Translates serde's message about a value of another type: ``expected an array, found the string `codes` ``.
fn mismatch(message: &str) -> Option<String> {
    let (_, mismatch) = message
        .split_once("invalid type: ")
        .or(message.split_once("invalid value: "))?;
    let (found, expected) = mismatch.rsplit_once(", expected ")?;
    let expected = match expected {
        "a sequence" => "an array",
        "a map" => "a TOML table",
        "i64" => "a 64-bit integer",
        "u32" => "an integer from 0 to 4,294,967,295",
        "a boolean" => "`true` or `false`",
        _ if expected.starts_with("struct ") => "a TOML table",
        _ => expected,
    };
    let found = match found {
        "map" => "a TOML table".to_owned(),
        "sequence" => "an array".to_owned(),
        _ => {
            let (kind, value) = found.split_at(found.find(['`', '"'])?);
            let (kind, value) = (kind.trim_end(), value.trim_matches(['`', '"']));
            let kind = kind.replace("floating point", "float");
            format!("the {kind} `{value}`")
        }
    };
    Some(format!("expected {expected}, found {found}"))
}
