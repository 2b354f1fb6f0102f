//! What else the catalog says of an attribute: which value codes that nobody documented have, which values are a success,
//! and what may be asked of one.

use super::catalog::in_order;
use super::row::{STATUSES, value, word};
use super::{Attribute, Kind, Predicate};
use crate::diagnostic::Report;
use crate::read::catalog::{AttributeOptions, HttpOptions, Scalar};
use crate::read::{Placed, cell, span};
use crate::source::{Cell, SourceId};

/// Reads the keys that refer to the attribute's values.
pub(super) fn complete(
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
    attribute.predicates = (in_order(&options.predicates))
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
    names: &[Placed<String>],
    report: &mut Report,
) -> Vec<usize> {
    let mut indices = Vec::new();
    for name in names.iter().map(|name| cell(source, name)) {
        match &attribute.kind {
            Kind::Enum(words) => {
                indices.extend(word(&name, words, &attribute.name.text, report));
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

/// The HTTP status of a code that nobody documented.
pub(super) fn undocumented_status(
    source: SourceId,
    http: &HttpOptions,
    report: &mut Report,
) -> Option<u16> {
    let given = http.undocumented.as_ref()?;
    let status = u16::try_from(*given.get_ref()).ok();
    let status = status.filter(|status| STATUSES.contains(status));
    if status.is_none() {
        report
            .error(
                span(source, given),
                format!("`{}` is no HTTP status", given.get_ref()),
            )
            .help("statuses are 100 to 599");
    }
    status
}
