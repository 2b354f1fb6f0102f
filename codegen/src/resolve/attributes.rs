//! Attributes, their values and predicates.

use std::collections::BTreeMap;

use toml::Spanned;

use super::cells::{enum_value, status_number, value};
use crate::model::{Attribute, EnumValue, HttpStatus, Kind, Listed, Predicate};
use crate::read::catalog_file::{AttributeKind, AttributeOptions, Scalar};
use crate::read::{cell, in_order, span};
use crate::report::Report;
use crate::source::{Cell, SourceId, Span};

/// Resolves an attribute. Without a valid type, it has no values, and its cells are not checked.
pub(super) fn resolve(
    source: SourceId,
    name: &Spanned<String>,
    options: &AttributeOptions,
    report: &mut Report,
) -> Attribute {
    let name = cell(source, name);
    let kind = match (&options.values, &options.kind) {
        (Some(values), None) => Kind::Enum(enum_values(source, values)),
        (None, Some(AttributeKind::Text)) => Kind::Text,
        (None, Some(AttributeKind::Url)) => Kind::Url,
        (None, Some(AttributeKind::Integer)) => {
            let given = options.integer_type.as_ref();
            Kind::Integer(given.map(|given| *given.get_ref()).unwrap_or_default())
        }
        (None, Some(AttributeKind::Flag)) => Kind::Flag,
        (values, _) => {
            let (message, help) = if values.is_some() {
                let message = format!("attribute `{}` has both `values` and `kind`", name.text);
                (message, "remove one of them".to_owned())
            } else {
                let message = format!("attribute `{}` needs `values` or `kind`", name.text);
                let help = format!(
                    "add `[attribute.{}.values]`, or set `kind` to `\"text\"`, `\"url\"`, `\"integer\"` or `\"flag\"`",
                    name.text
                );
                (message, help)
            };
            report.error(name.span, message).help(help);
            Kind::Enum(Vec::new())
        }
    };
    if options.values.as_ref().is_some_and(BTreeMap::is_empty) && options.kind.is_none() {
        report
            .error(
                name.span,
                format!("attribute `{}` has no values", name.text),
            )
            .help(format!("add values to `[attribute.{}.values]`", name.text));
    }
    if let Some(given) = &options.integer_type
        && options.kind != Some(AttributeKind::Integer)
    {
        report
            .error(
                span(source, given),
                format!("attribute `{}` is not an integer", name.text),
            )
            .label("`type` requires `kind = \"integer\"`")
            .help("set `kind` to `\"integer\"`, or remove `type`");
    }
    let mut attribute = Attribute {
        name,
        doc: options.doc.clone(),
        kind,
        optional: options.optional,
        undocumented: None,
        undocumented_span: None,
        success: Listed::default(),
        cautious: Listed::default(),
        query: Listed::default(),
        http: Vec::new(),
        is_derived: options.from.is_some(),
        from: Vec::new(),
        predicates: Vec::new(),
    };
    complete(&mut attribute, source, options, report);
    attribute
}

/// Resolves the keys that refer to the attribute's values.
fn complete(
    attribute: &mut Attribute,
    source: SourceId,
    options: &AttributeOptions,
    report: &mut Report,
) {
    if let Some(undocumented) = &options.undocumented {
        let text = match undocumented.get_ref() {
            Scalar::Text(text) => text.clone(),
            Scalar::Integer(integer) => integer.to_string(),
            Scalar::Flag(flag) => flag.to_string(),
        };
        let span = span(source, undocumented);
        attribute.undocumented = value(&Cell { text, span }, attribute, report);
        attribute.undocumented_span = Some(span);
    }
    attribute.success = listed(attribute, source, "success", &options.success, report);
    attribute.cautious = listed(attribute, source, "cautious", &options.cautious, report);
    attribute.query = listed(attribute, source, "query", &options.query, report);
    attribute.http = statuses(attribute, source, &options.http, report);
    for (name, options) in in_order(&options.predicates) {
        if options.values.is_empty() {
            report
                .error(
                    span(source, name),
                    format!("predicate `{}` has no values", name.get_ref()),
                )
                .help("list the values for which it is true");
        }
    }
    attribute.predicates = in_order(&options.predicates)
        .map(|(name, options)| Predicate {
            name: cell(source, name),
            doc: options.doc.clone(),
            values: listed(attribute, source, "predicates", &options.values, report).values,
        })
        .collect();
}

/// Resolves the statuses of the values. If any value has a status, all of them do.
fn statuses(
    attribute: &Attribute,
    source: SourceId,
    statuses: &BTreeMap<Spanned<String>, Spanned<i64>>,
    report: &mut Report,
) -> Vec<(HttpStatus, Span)> {
    if statuses.is_empty() {
        return Vec::new();
    }
    let names: Vec<Spanned<String>> = statuses.keys().cloned().collect();
    listed(attribute, source, "http", &names, report);
    let statuses = attribute.values().iter().map(|value| {
        let name = &value.name.text;
        let Some((_, status)) = statuses.iter().find(|(key, _)| key.get_ref() == name) else {
            report
                .error(
                    value.name.span,
                    format!("value `{name}` has no HTTP status"),
                )
                .note("the other values have one")
                .help(format!(
                    "add `{name}` to `[attribute.{}.http]`",
                    attribute.name.text
                ));
            return None;
        };
        let span = span(source, status);
        Some((status_number(*status.get_ref(), span, report)?, span))
    });
    let statuses: Vec<_> = statuses.collect();
    statuses
        .into_iter()
        .collect::<Option<_>>()
        .unwrap_or_default()
}

/// Resolves the names of some of the attribute's values.
fn listed(
    attribute: &Attribute,
    source: SourceId,
    key: &str,
    names: &[Spanned<String>],
    report: &mut Report,
) -> Listed {
    let mut listed = Listed::default();
    let of = &attribute.name.text;
    let Kind::Enum(values) = &attribute.kind else {
        if let Some(first) = names.first() {
            report
                .error(
                    span(source, first),
                    format!("attribute `{of}` has no `values`"),
                )
                .label(format!("`{key}` requires `values`"))
                .help(format!(
                    "replace `kind` with `[attribute.{of}.values]`, or remove `{key}`"
                ));
        }
        return listed;
    };
    for name in names.iter().map(|name| cell(source, name)) {
        if let Some(index) = enum_value(&name, values, of, report) {
            listed.values.push(index);
            listed.spans.push(name.span);
        }
    }
    listed
}

/// Resolves the listed values, in the order of the file.
pub(super) fn enum_values(
    source: SourceId,
    values: &BTreeMap<Spanned<String>, String>,
) -> Vec<EnumValue> {
    in_order(values)
        .map(|(name, doc)| EnumValue {
            name: cell(source, name),
            doc: doc.clone(),
        })
        .collect()
}
