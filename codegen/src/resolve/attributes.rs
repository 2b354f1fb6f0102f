//! Attributes: their values, and what else the catalog says of these.

use std::collections::BTreeMap;

use toml::Spanned;

use super::cells::{enum_value, value};
use crate::model::{Attribute, EnumValue, Kind, Predicate};
use crate::read::catalog_file::{AttributeKind, AttributeOptions, Scalar};
use crate::read::{cell, in_order, span};
use crate::report::Report;
use crate::source::{Cell, SourceId};

/// Resolves an attribute; `None` where it cannot be told what its values are.
pub(super) fn resolve(
    source: SourceId,
    name: &Spanned<String>,
    options: &AttributeOptions,
    report: &mut Report,
) -> Option<Attribute> {
    let name = cell(source, name);
    let kind = match (&options.values, &options.kind) {
        (Some(values), None) => Kind::Enum(enum_values(source, values)),
        (None, Some(AttributeKind::Text)) => Kind::Text,
        (None, Some(AttributeKind::Integer)) => Kind::Integer,
        (None, Some(AttributeKind::Flag)) => Kind::Flag,
        (values, _) => {
            let both = if values.is_some() {
                "both `values` and a `kind`"
            } else {
                "neither `values` nor a `kind`"
            };
            report
                .error(name.span, format!("the attribute `{}` has {both}", name.text))
                .help("give it `values` (a closed vocabulary), or `kind = \"text\"`, `\"integer\"` or `\"flag\"`");
            return None;
        }
    };
    if matches!(&kind, Kind::Enum(values) if values.is_empty()) {
        report.error(
            name.span,
            format!("the attribute `{}` has no values", name.text),
        );
    }
    let mut attribute = Attribute {
        name,
        doc: options.doc.clone(),
        kind,
        optional: options.optional,
        undocumented: None,
        success: Vec::new(),
        predicates: Vec::new(),
    };
    complete(&mut attribute, source, options, report);
    Some(attribute)
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
    }
    attribute.success = indices(attribute, source, &options.success, report);
    for (name, options) in in_order(&options.predicates) {
        if options.values.is_empty() {
            report
                .error(
                    span(source, name),
                    format!("the predicate `{}` holds for no value", name.get_ref()),
                )
                .help("list the values for which it holds");
        }
    }
    attribute.predicates = in_order(&options.predicates)
        .map(|(name, options)| Predicate {
            name: cell(source, name),
            doc: options.doc.clone(),
            values: indices(attribute, source, &options.values, report),
        })
        .collect();
}

/// The values of a closed vocabulary, by their names.
fn indices(
    attribute: &Attribute,
    source: SourceId,
    names: &[Spanned<String>],
    report: &mut Report,
) -> Vec<usize> {
    let mut indices = Vec::new();
    for name in names.iter().map(|name| cell(source, name)) {
        match &attribute.kind {
            Kind::Enum(values) => {
                indices.extend(enum_value(&name, values, &attribute.name.text, report));
            }
            Kind::Text | Kind::Integer | Kind::Flag => {
                report
                    .error(
                        name.span,
                        format!("the attribute `{}` has no `values`", attribute.name.text),
                    )
                    .help("only a closed vocabulary has values to choose from");
            }
        }
    }
    indices
}

/// The values of a closed vocabulary, in the file's order.
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
